import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { SYMBOLS, type Equation } from "../../model/document/index.ts";
import { Copying } from "../internal/copy-text.ts";
import { FIELDS, LIST_COMMA } from "../../model/index.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { richText } from "./rich-text.ts";
import "./tau-math.ts";

/** One equation: its number (a link to itself), the formula, what it says, its symbols, and its LaTeX to take away. */
@customElement("tau-equation")
export class EquationElement extends LocalizedElement {
  static override styles = [sharedStyles, css`
    :host { scroll-margin-top: 16px; outline-offset: 4px; }
    article {
      display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); column-gap: 12px; padding: 14px 16px; border: 1px solid var(--tau-line); border-radius: 8px;
      background: var(--tau-panel);
    }
    :host([current]) article { border-color: var(--tau-accent); box-shadow: inset 4px 0 var(--tau-accent); }
    .number { font-weight: 600; min-height: 24px; }
    .body { min-width: 0; }
    header { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; }
    /* Breaks stand at "=" alone: text that a reader spaces out may not fit between two of them. */
    .formula { margin: 8px 0; padding-block: 2px; overflow-x: auto; overflow-y: hidden; display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; container-type: inline-size; }
    .more { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; margin-top: 8px; font-size: 0.8125rem; }
    .more summary { min-height: 24px; }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 12px; padding: 4px 0 2px; }
    .more button { min-height: 24px; padding: 1px 8px; font-size: 0.75rem; }
    @media (max-width: 599px) {
      article { grid-template-columns: minmax(0, 1fr); padding: 12px; }
    }
  `];

  @property({ attribute: false }) equation: Equation | undefined;
  private readonly copying = new Copying(this);

  override render(): TemplateResult | typeof nothing {
    const { equation } = this;
    if (equation === undefined) return nothing;
    const { number, lines, title, says, symbols, fields, corrects, added } = equation;
    return html`<article aria-labelledby="title">
      <a class="number" href="#${number}" aria-label=${msg(str`Link to ${number}`)}>${number}</a>
      <div class="body">
        <header>
          <h3 id="title">${this.text(title)}</h3>
          ${added ? html`<span class="added">${msg("beyond the report")}</span>` : nothing}
          ${corrects === undefined ? nothing : html`<span class="small muted">${msg("Corrected; see")}
            ${corrects.map((slip, k) => html`${k > 0 ? this.text(LIST_COMMA) : ""}<a href="#${slip}">${msg(str`slip ${slip.replace("slip-", "")}`)}</a>`)}</span>`}
        </header>
        <div class="formula">${lines.map((latex) => html`<tau-math display .latex=${latex}></tau-math>`)}</div>
        <p>${richText(this.text(says))}</p>
        <div class="more">
          <details>
            <summary>${msg("Symbols")}</summary>
            <dl>${symbols.map((name) => html`<dt><tau-math .latex=${SYMBOLS[name].latex}></tau-math></dt><dd>${this.text(SYMBOLS[name].label)}</dd>`)}</dl>
          </details>
          ${fields.length === 0 ? nothing : html`<span class="muted">${msg("Gives")}
            ${fields.map((name, k) => html`${k > 0 ? " · " : ""}<a href="#${name}">${this.text(FIELDS[name].label)}</a>`)}</span>`}
          <button @click=${() => this.copying.copy(lines.join(" \\\\\n"))} aria-label=${msg(str`Copy the LaTeX of ${number}`)}>${msg("Copy LaTeX")}</button>
          <span role="status">${this.copying.outcome === null ? nothing : this.copying.outcome === "copied" ? msg("Copied.") : msg("The browser refused to copy.")}</span>
        </div>
      </div>
    </article>`;
  }
}
