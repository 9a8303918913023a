import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import {
  CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, type PointEvaluation, type SignClass,
} from "../../model/index.ts";
import { flagSentences, infeasibilitySentences } from "../../state/flag-sentences.ts";
import { formatNumber, formatPercent } from "../../state/format.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import "./tau-sides.ts";

const TONES: Readonly<Record<SignClass, string>> = {
  [CLASS_POSITIVE]: "raises", [CLASS_NEGATIVE]: "lowers", [CLASS_BOUNDARY]: "boundary", [CLASS_INFEASIBLE]: "infeasible",
};

/** Quiet time before a screen reader is told: a drag says one thing, at its end. */
const ANNOUNCE_REST_MS = 600;

/** What the present point means, in words first, then the inequality that decides it. */
@customElement("tau-verdict")
export class VerdictElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .verdict { padding: 14px 16px; border-radius: 8px; border-left: 4px solid var(--tau-boundary); background: var(--tau-surface); min-height: 8.5em; }
    .verdict.raises { border-color: var(--tau-raises); background: var(--tau-raises-tint); color: var(--tau-text); }
    .verdict.lowers { border-color: var(--tau-lowers); background: var(--tau-lowers-tint); color: var(--tau-text); }
    .verdict strong { display: block; font-size: 1.125rem; line-height: 1.3; margin-bottom: 6px; }
    .says { font-size: 0.875rem; margin-top: 10px; }
    .flags { margin-top: 12px; padding: 10px 12px; border: 1px dashed var(--tau-muted); border-radius: 8px; font-size: 0.8125rem; }
    .flags p + p { margin-top: 6px; }
  `];

  @state() private announced = "";
  #due = "";
  #rest: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { point, state } = this.explorer;
    const flags = flagSentences(state.parameters, point);
    return html`
      <div class="verdict ${TONES[point.class]}">
        <strong>${this.headline(point.class)}</strong>
        <p>${this.sentence(point)}</p>
      </div>
      <p class="visually-hidden" role="status">${this.announced}</p>
      <tau-sides .explorer=${this.explorer}></tau-sides>
      ${flags.length === 0 ? nothing : html`<div class="flags">
        ${flags.map((flag) => html`<p>${this.text(flag)}</p>`)}
      </div>`}
      ${state.prices === "equilibrium" ? html`<p class="says muted">${msg("In equilibrium ω is an outcome of τ and the technology, so it is no axis and cannot be set. The axes are α, β and τ, and the boundary is the plane τ = 1−α under every rule.")}</p>` : nothing}
    `;
  }

  protected override updated(): void {
    if (this.explorer === undefined) return;
    const { point } = this.explorer;
    const verdict = `${this.headline(point.class)} ${this.sentence(point)}`;
    if (verdict === this.#due) return;
    this.#due = verdict;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => { this.announced = verdict; }, ANNOUNCE_REST_MS);
  }

  private headline(sign: SignClass): string {
    if (sign === CLASS_POSITIVE) return msg("Here more compute raises growth.");
    if (sign === CLASS_NEGATIVE) return msg("Here more compute lowers growth.");
    if (sign === CLASS_BOUNDARY) return msg("Here growth stands on the boundary.");
    return msg("This point is not feasible.");
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
    const { parameters } = this.explorer?.state ?? {};
    return parameters === undefined ? "" : infeasibilitySentences(parameters).map((sentence) => this.text(sentence)).join(" ");
  }
}
