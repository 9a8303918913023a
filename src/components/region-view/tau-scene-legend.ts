import { msg, str } from "@lit/localize";
import { css, html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { FIELDS } from "../../model/index.ts";
import { isUsualSpace } from "../../state/axes.ts";
import { formatQuantity } from "../../state/format.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** The colour scale of the scene, and what its surfaces are. */
@customElement("tau-scene-legend")
export class SceneLegendElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .legend { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 8px; align-items: center; font-size: 0.75rem; max-width: 420px; margin-top: 8px; }
    .legend .title { grid-column: 1 / -1; color: var(--tau-muted); }
    .bar { height: 10px; border-radius: 2px; border: 1px solid var(--tau-line); background: var(--bar); }
    .key { display: flex; gap: 4px 16px; flex-wrap: wrap; font-size: 0.75rem; margin-top: 6px; color: var(--tau-muted); }
    .swatch { display: inline-block; width: 12px; height: 12px; border-radius: 2px; margin-right: 6px; vertical-align: -1px; border: 1px solid var(--tau-line); }
    @media (forced-colors: active) { .bar, .swatch { forced-color-adjust: none; } }
    .swatch.solid { background: var(--tau-raises); opacity: 0.6; }
  `];

  /** The values at the two ends of the scale; `null` where nothing is drawn in it. */
  @property({ attribute: false }) range: readonly [number, number] | null = null;
  @state() private gradient = "none";

  protected override firstUpdated(): void {
    void import("../../scene/index.ts").then(({ legendGradient }) => { this.gradient = legendGradient(); });
  }

  override render(): TemplateResult {
    const { state, surface } = this.explorer ?? {};
    const colour = surface?.shown?.colour ?? state?.colour ?? "growth";
    const [low, high] = this.range ?? [NaN, NaN];
    const [lowest, highest] = [low, high].map((value) => formatQuantity(colour, value, this.language));
    return html`
      <div class="legend" role="group" aria-label=${msg("Colour scale")}>
        <span class="title">${msg(str`Colour of the surface: ${this.text(FIELDS[colour].label)}`)}</span>
        ${lowest === highest && !Number.isNaN(low)
          ? html`<span class="title number">${msg(str`${lowest} all over the surface`)}</span>`
          : html`<span class="number">${lowest}</span><span class="bar" .style=${`--bar: ${this.gradient}`}></span><span class="number">${highest}</span>`}
      </div>
      <p class="key"><span><span class="swatch solid"></span>${msg("Region where more compute raises growth")}</span>
        <span>${this.surfaceText()}</span></p>`;
  }

  private surfaceText(): string {
    const { state } = this.explorer ?? {};
    if (state === undefined || !isUsualSpace(state)) return msg("Surface: where the sign turns");
    return state.prices === "equilibrium" ? msg("Surface: τ = 1−α, where growth peaks") : msg("Surface: ω = Θ(α, β), where the sign turns");
  }
}
