import { msg } from "@lit/localize";
import { css, html, mathml, nothing, svg, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, conditionOf } from "../../model/index.ts";
import { formatNumber } from "../../state/format.ts";
import { equationLink } from "../internal/equation-link.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { expressionFormula, formulaStyles, stepLine } from "../internal/formula.ts";
import { sharedStyles } from "../internal/styles.ts";
import { inequalityAt, type Side } from "./inequality.ts";

/** The two sides of the condition as bars, each with what it is made of. */
@customElement("tau-sides")
export class SidesElement extends ExplorerElement {
  static override styles = [sharedStyles, formulaStyles, css`
    :host { margin-top: 16px; }
    .sides { display: grid; gap: 12px; }
    .side { display: grid; grid-template-columns: 1fr auto; gap: 5px 12px; align-items: end; font-size: 0.875rem; }
    .bar { grid-column: 1 / -1; width: 100%; height: 12px; display: block; }
    .track { fill: var(--tau-line); fill-opacity: 0.5; }
    .left { fill: var(--tau-raises); }
    .right { fill: var(--tau-lowers); }
    .part + .part { fill-opacity: 0.55; }
    .made { grid-column: 1 / -1; list-style: none; margin: 0; padding: 0; font-size: 0.8125rem; color: var(--tau-muted); display: grid; gap: 1px; }
    .says { font-size: 0.875rem; margin-top: 10px; }
    .relation { display: block; margin-top: 4px; }
  `];

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined || this.explorer.point.class === CLASS_INFEASIBLE) return nothing;
    const { point, state: { parameters, rule, prices } } = this.explorer;
    const { left, right, isRate } = inequalityAt(parameters, rule, prices);
    const largest = Math.max(left.value, right.value);
    const relation = point.class === CLASS_POSITIVE ? ">" : point.class === CLASS_NEGATIVE ? "<" : "=";
    const unit = isRate ? msg("a year") : "";
    return html`
      <div class="sides" role="group" aria-label=${msg("The two sides of the condition")}>
        ${this.renderSide(left, "left", largest, unit)}
        ${this.renderSide(right, "right", largest, unit)}
      </div>
      <p class="says">${msg("More compute raises growth exactly where the first side is the larger.")}
        <span class="relation"><math><mrow>${expressionFormula(left.expression)}${mathml`<mo>${relation}</mo>`}${expressionFormula(right.expression)}</mrow></math> (${equationLink(conditionOf(rule, prices))})</span></p>`;
  }

  private renderSide({ expression, value, parts, steps }: Side, side: string, largest: number, unit: string): TemplateResult {
    const scale = 100 / largest;
    const starts = parts.map((_, k) => parts.slice(0, k).reduce((total, part) => total + part.value, 0) * scale);
    return html`<div class="side" data-side=${side}>
      <span><math><mrow>${expressionFormula(expression)}</mrow></math></span><span class="number">${formatNumber(value)} ${unit}</span>
      <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="12" rx="2"></rect>
        ${parts.map((part, k) => svg`<rect class="part ${side}" x=${starts[k]} width=${part.value * scale} height="12" rx="2"></rect>`)}
      </svg>
      <ul class="made">
        ${parts.length < 2 ? nothing : html`<li><math><mrow>${parts.map((part, k) => mathml`${k === 0 ? nothing : mathml`<mo>,</mo><mspace width="0.5em"></mspace>`}${expressionFormula(part.expression)}<mo>=</mo><mn>${formatNumber(part.value)}</mn>`)}</mrow></math></li>`}
        ${steps.map((step) => html`<li>${stepLine(step)}</li>`)}
      </ul>
    </div>`;
  }
}
