import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import {
  CLASS_BOUNDARY, CLASS_INFEASIBLE, conditionOf, LIST_COMMA, nearestBoundary, PARAMETERS, turningPoints, type NearestBoundary, type Parameters, type PriceMode,
  type TurningPoints,
} from "../../model/index.ts";
import { formatNumber } from "../../state/format.ts";
import { boundaryAxes, nearestSentence } from "../../state/nearest-sentence.ts";
import { withParameters, type ExplorerState } from "../../state/explorer-state.ts";
import { equationLink } from "../internal/equation-link.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** Why the sign is what it is: how far each parameter alone must move for it to turn, and the nearest point of the boundary. */
@customElement("tau-turns")
export class TurnsElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    ul { list-style: none; margin: 6px 0 0; padding: 0; }
    li { display: grid; grid-template-columns: 1.4em minmax(0, 1fr) auto; gap: 6px; align-items: center; padding: 4px 0; border-top: 1px solid var(--tau-line); font-size: 0.8125rem; }
    .ways { display: flex; flex-wrap: wrap; gap: 6px; justify-content: flex-end; }
    .ways button, .nearest button { min-height: 28px; padding: 2px 8px; font-size: 0.8125rem; }
    .never { padding-top: 8px; border-top: 1px solid var(--tau-line); font-size: 0.8125rem; }
    .nearest { margin-top: 8px; font-size: 0.8125rem; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px; align-items: center; }
  `];

  /** What stands below, and what it was found for. */
  #found: { readonly state: ExplorerState; readonly turns: readonly TurningPoints[]; readonly nearest: NearestBoundary | null } | null = null;

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { state, point } = this.explorer;
    if (point.class === CLASS_INFEASIBLE) return nothing;
    if (this.#found?.state !== state) {
      const { parameters, rule, prices } = state;
      this.#found = { state, turns: turningPoints(parameters, rule, prices), nearest: nearestBoundary(parameters, rule, prices) };
    }
    const { turns, nearest } = this.#found;
    const turning = turns.filter(({ below, above, isHere }) => isHere || below !== null || above !== null);
    const never = turns.filter((turn) => !turning.includes(turn));
    return html`
      <h2 id="title">${msg("What would turn the sign")} (${equationLink(conditionOf(state.rule, state.prices))})</h2>
      <ul aria-labelledby="title">${turning.map((turn) => this.renderTurn(turn, state.parameters[turn.parameter]))}</ul>
      <p class="never muted">${msg("Alone, these never turn it:")} ${never.map(({ parameter }, k) => html`${k > 0 ? this.text(LIST_COMMA) : ""}<span class="variable">${PARAMETERS[parameter].symbol}</span>`)}</p>
      ${nearest === null || point.class === CLASS_BOUNDARY ? nothing : this.renderNearest(nearest, state.prices)}
    `;
  }

  private renderTurn({ parameter, below, above, isHere }: TurningPoints, present: number): TemplateResult {
    const { symbol, label } = PARAMETERS[parameter];
    const difference = (value: number) => `${value > 0 ? "+" : ""}${formatNumber(value, 3)}`;
    return html`<li>
      <span class="variable">${symbol}</span><span>${this.text(label)}</span>
      <span class="ways">${isHere ? html`<span class="muted">${msg("turns here")}</span>` : nothing}${[below, above].map((turn) => (turn === null ? nothing : html`
        <button aria-label=${msg(str`Set ${symbol} to ${formatNumber(turn)}, a change of ${difference(turn - present)}, where the sign turns`)} @click=${() => this.set({ [parameter]: turn })}>
          <span class="number">${turn < present ? "↓" : "↑"} ${formatNumber(turn)} <span class="muted">(${difference(turn - present)})</span></span>
        </button>`))}</span>
    </li>`;
  }

  private renderNearest(nearest: NearestBoundary, prices: PriceMode): TemplateResult {
    return html`<p class="nearest">
      <span>${this.text(nearestSentence(nearest, prices))}</span>
      <button @click=${() => this.set(Object.fromEntries(boundaryAxes(prices).map((name) => [name, nearest.parameters[name]])))}>${msg("Go there")}</button>
    </p>`;
  }

  private set(values: Partial<Parameters>): void {
    this.explorer?.update((state) => withParameters(state, values));
  }
}
