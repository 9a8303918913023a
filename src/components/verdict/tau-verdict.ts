import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import {
  CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, STATUS_INFO, statusFlags, type PointEvaluation, type SignClass,
} from "../../model/index.ts";
import { formatNumber, formatPercent } from "../../state/format.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { WhenQuiet } from "../internal/when-quiet.ts";
import { verdictHeadline, verdictTone } from "./headline.ts";
import { inequalityAt, type Side } from "./inequality.ts";

/** What the present point means, in words first, then the inequality that decides it. */
@customElement("tau-verdict")
export class VerdictElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .verdict { padding: 14px 16px; border-radius: 8px; border-left: 4px solid var(--tau-boundary); background: var(--tau-surface); min-height: 8.5em; }
    .verdict.raises { border-color: var(--tau-raises); background: var(--tau-raises-tint); color: var(--tau-text); }
    .verdict.lowers { border-color: var(--tau-lowers); background: var(--tau-lowers-tint); color: var(--tau-text); }
    .verdict strong { display: block; font-size: 1.125rem; line-height: 1.3; margin-bottom: 6px; }
    .sides { margin-top: 16px; display: grid; gap: 10px; }
    .side { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; font-size: 0.875rem; }
    .bar { grid-column: 1 / -1; width: 100%; height: 12px; display: block; }
    .track { fill: var(--tau-line); fill-opacity: 0.5; }
    .left { fill: var(--tau-raises); }
    .right { fill: var(--tau-lowers); }
    .says { font-size: 0.875rem; margin-top: 10px; }
    .relation { display: block; margin-top: 4px; }
    .flags { margin-top: 12px; padding: 10px 12px; border: 1px dashed var(--tau-muted); border-radius: 8px; font-size: 0.8125rem; }
    .flags p + p { margin-top: 6px; }
  `];

  @state() private announced = "";
  private readonly quiet = new WhenQuiet(this);

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { point, state } = this.explorer;
    const flags = statusFlags(point.status).filter((flag) => flag !== "infeasible");
    return html`
      <div class="verdict ${verdictTone(point.class)}">
        <strong>${verdictHeadline(point.class)}</strong>
        <p>${this.sentence(point)}</p>
      </div>
      <p class="visually-hidden" role="status">${this.announced}</p>
      ${point.class === CLASS_INFEASIBLE ? nothing : this.renderInequality(point.class)}
      ${flags.length === 0 ? nothing : html`<div class="flags">
        ${flags.map((flag) => html`<p><b>${this.text(STATUS_INFO[flag].label)}.</b> ${this.text(STATUS_INFO[flag].meaning)}</p>`)}
      </div>`}
      ${state.prices === "equilibrium" ? html`<p class="says muted">${msg("In equilibrium ω is an outcome of τ and the technology, so it is no axis and cannot be set. The axes are α, β and τ, and the boundary is the plane τ = 1−α under every rule.")}</p>` : nothing}
    `;
  }

  protected override updated(): void {
    if (this.explorer === undefined) return;
    const { point } = this.explorer;
    const verdict = `${verdictHeadline(point.class)} ${this.sentence(point)}`;
    this.quiet.after(verdict, () => { this.announced = verdict; });
  }

  private sentence({ fields, class: sign }: PointEvaluation): string {
    const points = formatNumber(Math.abs(fields.growthSlope ?? NaN), 3);
    const growth = formatPercent(fields.growth ?? NaN, 3, this.language);
    if (sign === CLASS_POSITIVE) {
      return msg(str`Moving one more percentage point of investment to compute adds ${points} points of growth a year; growth is now ${growth} a year.`);
    }
    if (sign === CLASS_NEGATIVE) {
      return msg(str`Moving one more percentage point of investment to compute takes ${points} points of growth a year away; growth is now ${growth} a year.`);
    }
    if (sign === CLASS_BOUNDARY) {
      return msg(str`Moving investment between compute and the rest changes nothing to first order; growth is ${growth} a year.`);
    }
    return msg("Elasticities must be positive and leave something for compute services: α+β below 1. Move the point back into the triangle.");
  }

  private renderInequality(sign: SignClass): TemplateResult {
    const { parameters, rule, prices } = this.explorer?.state ?? {};
    if (parameters === undefined || rule === undefined || prices === undefined) return html``;
    const { left, right, isRate } = inequalityAt(parameters, rule, prices);
    const largest = Math.max(left.value, right.value);
    const relation = sign === CLASS_POSITIVE ? ">" : sign === CLASS_NEGATIVE ? "<" : "=";
    const unit = isRate ? msg("a year") : "";
    return html`
      <div class="sides" role="group" aria-label=${msg("The two sides of the condition")}>
        ${this.renderSide(left, "left", largest, unit)}
        ${this.renderSide(right, "right", largest, unit)}
      </div>
      <p class="says">${msg("More compute raises growth exactly where the first side is the larger.")}
        <span class="relation">${left.formula} ${relation} ${right.formula}</span></p>`;
  }

  private renderSide({ formula, value }: Side, side: string, largest: number, unit: string): TemplateResult {
    return html`<div class="side">
      <span class="variable">${formula}</span><span class="number">${formatNumber(value)} ${unit}</span>
      <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="12" rx="2"></rect><rect class=${side} width=${(100 * value) / largest} height="12" rx="2"></rect>
      </svg>
    </div>`;
  }
}
