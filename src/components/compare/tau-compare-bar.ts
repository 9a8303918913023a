import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { withCompareMode, withCopied, withEdited, withoutComparison, withSwapped } from "../../state/compare/compare-state.ts";
import { COMPARE_MODES, otherSide, SIDES, type CompareMode } from "../../state/compare/comparison.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { segmentedStyles } from "../internal/segmented-styles.ts";
import { sharedStyles } from "../internal/styles.ts";

/** How two scenarios are compared, and which of them the controls change. */
@customElement("tau-compare-bar")
export class CompareBarElement extends ExplorerElement {
  static override styles = [sharedStyles, segmentedStyles, css`
    .bar { display: flex; flex-wrap: wrap; gap: 10px 16px; align-items: end; padding-bottom: 12px; }
    legend { font-size: 0.75rem; color: var(--tau-muted); margin-bottom: 4px; }
    .options label { white-space: nowrap; padding-inline: 16px; min-width: 44px; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
    .buttons button { min-height: 36px; font-size: 0.8125rem; }
  `];

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    const { compare } = explorer?.state ?? {};
    if (explorer === undefined || compare == null) return nothing;
    const { edited, mode } = compare;
    const from = otherSide(edited);
    return html`<div class="bar" role="group" aria-label=${msg("Comparison")}>
      ${this.renderChoice(msg("The controls change"), "edited", SIDES, edited, (side) => side, (side) => explorer.update((state) => withEdited(state, side)))}
      ${this.renderChoice(msg("View"), "mode", COMPARE_MODES, mode, (one) => this.modeText(one), (one) => explorer.update((state) => withCompareMode(state, one)))}
      <div class="buttons">
        <button @click=${() => explorer.update(withSwapped)}>${msg("Swap A and B")}</button>
        <button @click=${() => explorer.update((state) => withCopied(state, from))}>${from === "A" ? msg("Make B like A") : msg("Make A like B")}</button>
        <button @click=${() => explorer.update(withoutComparison)}>${edited === "A" ? msg("End, go on with A") : msg("End, go on with B")}</button>
      </div>
    </div>`;
  }

  private renderChoice<T extends string>(
    title: string, name: string, options: readonly T[], chosen: T, label: (option: T) => string, choose: (option: T) => void,
  ): TemplateResult {
    return html`<fieldset><legend>${title}</legend><div class="options">${options.map((option) => html`
      <label><input type="radio" name=${name} .checked=${live(option === chosen)} @change=${() => choose(option)} />${label(option)}</label>`)}</div></fieldset>`;
  }

  private modeText(mode: CompareMode): string {
    return mode === "beside" ? msg("Side by side") : msg("Difference");
  }
}
