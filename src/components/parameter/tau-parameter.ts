import { msg, str } from "@lit/localize";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { describeAdmissible, isAdmissible, PARAMETERS, type ParameterInfo, type ParameterName } from "../../model/index.ts";
import { formatNumber } from "../../state/format.ts";
import type { Range } from "../../state/axes.ts";
import { withParameter, type ExplorerState } from "../../state/explorer-state.ts";
import { equationLink } from "../internal/equation-link.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { readNumber } from "../internal/read-number.ts";
import { sharedStyles } from "../internal/styles.ts";
import { elasticityLimit, isTechnologyKept } from "./elasticity-limit.ts";
import { highestStep, sliderScale } from "./slider-scale.ts";
import "./tau-range.ts";

/**
 * One parameter: slider, number field, unit, meaning. A number that is refused stays in the field with the reason beside it; the
 * explorer keeps its last good value.
 */
@customElement("tau-parameter")
export class ParameterElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .row { display: grid; grid-template-columns: 1fr 5.5rem; gap: 2px 12px; align-items: center; }
    .name { display: flex; gap: 8px; align-items: baseline; font-size: 0.875rem; min-width: 0; }
    .name .variable { min-width: 1em; }
    input[type="range"] { width: 100%; height: 24px; margin: 0; accent-color: var(--tau-accent); }
    input[type="text"] {
      width: 100%; min-height: 30px; padding: 2px 8px; border: 1px solid var(--tau-line); border-radius: 6px; background: var(--tau-surface);
      text-align: right; font-variant-numeric: tabular-nums;
    }
    input[aria-invalid="true"] { border-color: var(--tau-error); }
    .unit { text-align: right; font-size: 0.75rem; color: var(--tau-muted); }
    details { font-size: 0.8125rem; }
    details p { margin-top: 2px; color: var(--tau-muted); }
    summary { width: max-content; font-size: 0.75rem; padding: 2px 0; }
    input:disabled { color: var(--tau-muted); background: transparent; }
  `];

  @property() name: ParameterName = "alpha";
  /** Only the slider, for a second place that sets the same parameter. */
  @property({ type: Boolean }) compact = false;
  @state() private refused: string | null = null;
  #state: ExplorerState | undefined;

  /** A refused text stays until the next change, here or elsewhere: then the field shows the value in force again. */
  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const present = this.explorer?.state;
    if (present !== this.#state) this.refused = null;
    this.#state = present;
  }

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const info = PARAMETERS[this.name];
    const value = explorer.state.parameters[this.name];
    const isOff = !info.modes.includes(explorer.state.prices);
    const label = this.text(info.label);
    return html`
      <div class="row">
        <label class="name" for="field"><span class="variable" aria-hidden="true">${info.symbol}</span><span>${label}</span></label>
        <input id="field" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" .value=${this.refused ?? String(value)}
          ?disabled=${isOff} aria-invalid=${this.refused === null ? "false" : "true"} aria-describedby="problem unit"
          @change=${this.onField} />
        ${this.renderSlider(info, explorer.state.ranges[this.name], value, isOff, label)}
        <span class="unit" id="unit">${this.unit(info)}</span>
      </div>
      <div id="problem" role="alert">${this.refused === null ? nothing : html`<p class="error">${this.problemText(this.refused)}</p>`}</div>
      ${isOff ? html`<p class="small muted">${this.offText(info)}</p>` : nothing}
      ${this.compact ? nothing : html`<details>
        <summary>${msg(str`What ${info.symbol} means`)}</summary>
        <p>${this.text(info.meaning)} (${equationLink(info.equation)})</p>
        <tau-range .explorer=${explorer} .name=${this.name}></tau-range>
      </details>`}
    `;
  }

  private renderSlider(info: ParameterInfo, range: Range, value: number, isOff: boolean, label: string): TemplateResult {
    const scale = sliderScale(range);
    return html`<input type="range" min="0" max=${scale.steps} step="1" .value=${live(String(scale.toStep(value)))} ?disabled=${isOff}
      aria-label=${label} aria-valuetext="${info.symbol} = ${formatNumber(value)}" @input=${this.onSlider} />`;
  }

  private unit(info: ParameterInfo): string {
    if (info.unit === "1/year") return msg("a year");
    return info.unit === "scale" ? msg("scale") : "";
  }

  private offText(info: ParameterInfo): string {
    return info.modes.includes("given")
      ? msg("An outcome when prices are in equilibrium: it follows from τ and the technology.")
      : msg("No effect when prices are given: it only sets them in equilibrium.");
  }

  private problemText(found: string): string {
    const allowed = this.allowedText(found);
    return msg(str`Found “${found}”; allowed: ${allowed}. The last value stays.`);
  }

  private allowedText(found: string): string {
    const limit = this.explorer === undefined ? null : elasticityLimit(this.name, this.explorer.state.parameters);
    if (limit === null || !this.isInDomain(found)) return this.text(describeAdmissible(this.name));
    return msg(str`a number below ${formatNumber(limit)}, so that α+β stays below 1`);
  }

  private onSlider(event: Event): void {
    if (this.explorer === undefined) return;
    const scale = sliderScale(this.explorer.state.ranges[this.name]);
    const step = highestStep(scale, Number((event.target as HTMLInputElement).value), (value) => this.isKept(value));
    if (step !== null) this.set(scale.toValue(step));
    // A slider that was dragged beyond the last value allowed goes back to it.
    this.requestUpdate();
  }

  private onField(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    if (this.isInDomain(text) && this.isKept(readNumber(text))) this.set(readNumber(text));
    else this.refused = text;
  }

  private isInDomain(text: string): boolean {
    return isAdmissible(this.name, readNumber(text));
  }

  private isKept(value: number): boolean {
    return this.explorer !== undefined && isTechnologyKept(this.name, value, this.explorer.state.parameters);
  }

  private set(value: number): void {
    this.explorer?.update((state) => withParameter(state, this.name, value));
  }
}
