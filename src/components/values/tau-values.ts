import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { evaluatePoint, FIELDS, quantitiesOf, quantitySource, type FieldInfo, type QuantityName, type QuantityValues } from "../../model/index.ts";
import { withParameters } from "../../state/explorer-state.ts";
import { formatDifference, formatExactly, formatQuantity, readableDifference } from "../../state/format.ts";
import { COPY_SHOWN_MS, copyText } from "../internal/copy-text.ts";
import "../factor-shares/tau-factor-shares.ts";
import { equationLink } from "../internal/equation-link.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { valuesStyles } from "./values-styles.ts";

/**
 * Every quantity of the price mode at the present point and, where one is pinned, at the pinned point: one click away its meaning, unit,
 * source and arithmetic.
 */
@customElement("tau-values")
export class ValuesElement extends ExplorerElement {
  static override styles = [sharedStyles, valuesStyles];

  @state() private isExact = false;
  /** The quantities that stand open: only these have their arithmetic drawn. */
  @state() private open: ReadonlySet<QuantityName> = new Set();
  /** The quantity whose value was copied last. */
  @state() private copied: QuantityName | null = null;

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { point, state: { prices, rule, pin } } = this.explorer;
    const pinned = pin === null ? null : evaluatePoint(pin, rule, prices).fields;
    return html`
      <tau-factor-shares .explorer=${this.explorer}></tau-factor-shares>
      <div class="head">
        <h2 id="title">${msg("Values at this point")}</h2>
        <button aria-pressed=${this.isExact ? "true" : "false"} @click=${() => { this.isExact = !this.isExact; }}>${msg("All digits")}</button>
      </div>
      ${this.renderPin(pinned !== null)}
      <ul aria-labelledby="title">${quantitiesOf(prices).map((name) => this.renderQuantity(name, point.fields[name] ?? NaN, pinned))}</ul>
    `;
  }

  private renderPin(isPinned: boolean): TemplateResult {
    const pin = (parameters: "present" | null) => this.explorer?.update((shown) => ({ ...shown, pin: parameters === null ? null : shown.parameters }));
    if (!isPinned) return html`<div class="pin"><button @click=${() => pin("present")}>${msg("Pin this point")}</button><span class="muted">${msg("to compare it with where the sliders go")}</span></div>`;
    return html`<div class="pin">
      <button @click=${() => pin("present")}>${msg("Pin this point instead")}</button>
      <button @click=${() => this.explorer?.update((shown) => (shown.pin === null ? shown : withParameters(shown, shown.pin)))}>${msg("Go to the pinned point")}</button>
      <button @click=${() => pin(null)}>${msg("Unpin")}</button>
    </div>`;
  }

  /** `p_X` as p with X below the line. */
  private typeset(symbol: string): TemplateResult {
    const [base, ...lower] = symbol.split("_");
    return html`${base}${lower.map((part) => html`<sub>${part}</sub>`)}`;
  }

  private renderQuantity(name: QuantityName, value: number, pinned: QuantityValues | null): TemplateResult {
    const { symbol, label, meaning, unit } = FIELDS[name];
    const isOpen = this.open.has(name);
    return html`<li><details data-quantity=${name} @toggle=${(event: Event) => this.onToggle(name, (event.target as HTMLDetailsElement).open)}>
      <summary>
        <span class="variable symbol">${this.typeset(symbol)}</span><span class="label">${this.text(label)}</span>
        <span class="value number">${this.show(name, value)}</span>
        ${pinned === null ? nothing : this.renderPinned(name, value, pinned[name] ?? NaN)}
      </summary>
      <div class="more">
        <p>${this.text(meaning)} ${this.renderSource(name)}</p>
        <p>${msg("Unit:")} ${this.unitText(unit)}</p>
        ${isOpen ? this.renderArithmetic(name) : nothing}
        <button @click=${() => this.copy(name, value)}>${this.copied === name ? msg("Copied") : msg("Copy the value")}</button>
      </div>
    </details></li>`;
  }

  private renderSource(name: QuantityName): TemplateResult {
    const { rule, prices } = this.explorer?.state ?? { rule: "report" as const, prices: "given" as const };
    const { equation, added } = quantitySource(name, rule, prices);
    return html`${added ? html`<span class="added">${msg("beyond the report")}</span>` : msg("Report:")} ${equationLink(equation)}`;
  }

  private renderPinned(name: QuantityName, value: number, pinned: number): TemplateResult {
    const difference = this.isExact ? formatExactly(value - pinned) : formatDifference(name, readableDifference(value, pinned), this.language);
    return html`<span class="pinned"><span>${msg(str`pinned: ${this.show(name, pinned)}`)}</span><span>${msg(str`difference: ${difference}`)}</span></span>`;
  }

  private renderArithmetic(name: QuantityName): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { parameters, rule, prices, pin } = this.explorer.state;
    const draw = (at: typeof parameters, heading: string) => html`<tau-arithmetic .quantity=${name} .parameters=${at} .rule=${rule} .prices=${prices}
      .exact=${this.isExact} .heading=${heading}></tau-arithmetic>`;
    return pin === null ? draw(parameters, "") : html`${draw(parameters, msg("Where the sliders are"))}${draw(pin, msg("At the pinned point"))}`;
  }

  private show(name: QuantityName, value: number): string {
    return this.isExact ? formatExactly(value) : formatQuantity(name, value, this.language);
  }

  private unitText(unit: FieldInfo["unit"]): string {
    if (unit === "1/year") return msg("a year");
    return unit === "scale" ? msg("scale, that of A") : msg("a pure number");
  }

  private onToggle(name: QuantityName, isOpen: boolean): void {
    this.open = new Set([...this.open].filter((one) => one !== name).concat(isOpen ? [name] : []));
    if (isOpen) void import("../arithmetic/tau-arithmetic.ts");
  }

  private async copy(name: QuantityName, value: number): Promise<void> {
    this.copied = (await copyText(formatExactly(value))) === "copied" ? name : null;
    // Where the browser refuses, all digits are shown to be selected.
    if (this.copied === null) this.isExact = true;
    setTimeout(() => { this.copied = null; }, COPY_SHOWN_MS);
  }
}
