import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, conditionOf, STATUS_INFO, statusFlags, type SignClass,
} from "../../model/index.ts";
import { formatNumber } from "../../state/format.ts";
import { verdictAt } from "../../state/verdict.ts";
import { equationLink } from "../internal/equation-link.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { WhenQuiet } from "../internal/when-quiet.ts";
import { inequalityAt, type Side } from "./inequality.ts";

const TONES: Readonly<Record<SignClass, string>> = {
  [CLASS_POSITIVE]: "raises", [CLASS_NEGATIVE]: "lowers", [CLASS_BOUNDARY]: "boundary", [CLASS_INFEASIBLE]: "infeasible",
};

/** What the present point means, in words first, then the inequality that decides it. */
@customElement("tau-verdict")
export class VerdictElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .verdict { padding: 14px 16px; border-radius: 8px; border-left: 4px solid var(--tau-boundary); background: var(--tau-surface); min-height: 8.5em; }
    :host([isBrief]) .verdict { min-height: 0; padding: 10px 14px; }
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

  /** The verdict in words alone. */
  @property({ type: Boolean }) isBrief = false;
  @state() private announced = "";
  private readonly quiet = new WhenQuiet(this);

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { point } = this.explorer;
    const { headline, sentence } = verdictAt(point, this.language);
    return html`
      <div class="verdict ${TONES[point.class]}">
        <strong>${headline}</strong>
        <p>${sentence}</p>
      </div>
      <p class="visually-hidden" role="status">${this.announced}</p>
      ${this.isBrief ? nothing : this.renderReasons()}`;
  }

  private renderReasons(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { point, state } = this.explorer;
    const flags = statusFlags(point.status).filter((flag) => flag !== "infeasible");
    return html`
      ${point.class === CLASS_INFEASIBLE ? nothing : this.renderInequality(point.class)}
      ${flags.length === 0 ? nothing : html`<div class="flags">
        ${flags.map((flag) => html`<p><b>${this.text(STATUS_INFO[flag].label)}.</b> ${this.text(STATUS_INFO[flag].meaning)} (${equationLink(STATUS_INFO[flag].equation)})</p>`)}
      </div>`}
      ${state.prices === "equilibrium" ? html`<p class="says muted">${msg("In equilibrium ω is an outcome of τ and the technology, so it is no axis and cannot be set. The axes are α, β and τ, and the boundary is the plane τ = 1−α under every rule.")}</p>` : nothing}
    `;
  }

  protected override updated(): void {
    if (this.explorer === undefined) return;
    const { headline, sentence } = verdictAt(this.explorer.point, this.language);
    const verdict = `${headline} ${sentence}`;
    this.quiet.after(verdict, () => { this.announced = verdict; });
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
        <span class="relation">${left.formula} ${relation} ${right.formula} (${equationLink(conditionOf(rule, prices))})</span></p>`;
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
