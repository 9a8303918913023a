import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { FIELDS, quantitiesOf, type QuantityName } from "../../model/index.ts";
import { formatExactly, formatQuantity } from "../../state/format.ts";
import { equationLink } from "../internal/equation-link.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** Every quantity of the price mode at the present point, with its meaning and equation one click away. */
@customElement("tau-values")
export class ValuesElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .head { display: flex; justify-content: space-between; align-items: center; gap: 8px; margin-bottom: 4px; }
    .head button { min-height: 28px; padding: 2px 8px; font-size: 0.75rem; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { border-top: 1px solid var(--tau-line); }
    summary { display: grid; grid-template-columns: 4.6em minmax(8em, 1fr) fit-content(9.5em); gap: 8px; align-items: baseline; padding: 7px 0; color: var(--tau-text); font-size: 0.875rem; list-style: none; }
    summary::-webkit-details-marker { display: none; }
    summary:hover .label { text-decoration: underline; }
    .symbol { white-space: nowrap; font-size: 0.95em; }
    .value { text-align: right; }
    .meaning { padding: 0 0 10px 4.9em; font-size: 0.8125rem; color: var(--tau-muted); }
  `];

  @state() private isExact = false;

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { point, state: { prices } } = this.explorer;
    return html`
      <div class="head">
        <h2 id="title">${msg("Values at this point")}</h2>
        <button aria-pressed=${this.isExact ? "true" : "false"} @click=${() => { this.isExact = !this.isExact; }}>${msg("All digits")}</button>
      </div>
      <ul aria-labelledby="title">${quantitiesOf(prices).map((name) => this.renderQuantity(name, point.fields[name] ?? NaN))}</ul>
    `;
  }

  /** `p_X` as p with X below the line. */
  private typeset(symbol: string): TemplateResult {
    const [base, ...lower] = symbol.split("_");
    return html`${base}${lower.map((part) => html`<sub>${part}</sub>`)}`;
  }

  private renderQuantity(name: QuantityName, value: number): TemplateResult {
    const { symbol, label, meaning, equation, added } = FIELDS[name];
    return html`<li><details data-quantity=${name}>
      <summary>
        <span class="variable symbol">${this.typeset(symbol)}</span><span class="label">${this.text(label)}</span>
        <span class="value number">${this.isExact ? formatExactly(value) : formatQuantity(name, value, this.language)}</span>
      </summary>
      <p class="meaning">${this.text(meaning)}
        ${added ? html`<span class="added">${msg("beyond the report")}</span>` : msg("Report:")} ${equationLink(equation)}</p>
    </details></li>`;
  }
}
