import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Parameters, PriceMode, QuantityName, Rule } from "../../model/index.ts";
import { AUXILIARIES, derivationOf, plainText, type AuxiliaryName, type Step } from "../../model/arithmetic/index.ts";
import { Copying } from "../internal/copy-text.ts";
import { formulaStyles, stepFormulas } from "../internal/formula.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** How one quantity comes about at a point: each step as a formula, with the numbers put in, and its result. */
@customElement("tau-arithmetic")
export class ArithmeticElement extends LocalizedElement {
  static override styles = [sharedStyles, formulaStyles, css`
    ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
    .steps { overflow-x: auto; padding: 6px 0 6px 8px; font-size: 0.8125rem; color: var(--tau-text); border-left: 2px solid var(--tau-line); scrollbar-width: thin; }
    .meaning { font-size: 0.75rem; color: var(--tau-muted); }
    button { min-height: 28px; padding: 2px 8px; font-size: 0.75rem; margin-top: 6px; }
  `];

  @property({ attribute: false }) quantity: QuantityName = "growth";
  @property({ attribute: false }) parameters: Parameters | undefined;
  @property() rule: Rule = "report";
  @property() prices: PriceMode = "given";
  /** All digits instead of four. */
  @property({ type: Boolean }) exact = false;
  /** What is copied is told apart by this where there are two. */
  @property() heading = "";
  private readonly copying = new Copying(this);

  override render(): TemplateResult | typeof nothing {
    if (this.parameters === undefined) return nothing;
    const steps = derivationOf(this.quantity, this.parameters, this.rule, this.prices);
    const title = this.heading === "" ? msg("Arithmetic") : this.heading;
    if (steps.length === 0) return html`<p class="small muted">${msg("There is no arithmetic for a point that is not feasible.")}</p>`;
    return html`
      <div class="steps" role="group" tabindex="0" aria-label=${title}>
        ${this.heading === "" ? nothing : html`<p class="meaning">${this.heading}</p>`}
        <ol>${steps.map((step) => this.renderStep(step))}</ol>
      </div>
      <button @click=${() => this.copying.copy(steps.map(plainText).join("\n"))}>${this.copying.outcome === "copied" ? msg("Copied") : msg("Copy the arithmetic")}</button>
      <span class="small" role="status">${this.copying.outcome === "refused" ? msg("The browser does not allow copying here.") : nothing}</span>`;
  }

  private renderStep(step: Step): TemplateResult {
    const info = step.name in AUXILIARIES ? AUXILIARIES[step.name as AuxiliaryName] : null;
    return html`<li>${info === null ? nothing : html`<span class="meaning">${info.symbol}: ${this.text(info.meaning)}</span>`}${stepFormulas(step, this.exact)}</li>`;
  }
}
