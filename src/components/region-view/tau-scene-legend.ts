import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ColourRange } from "../../state/colour-range.ts";
import type { RegionSource } from "../../state/region-source.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { legendTexts } from "./legend-texts.ts";

/** The colour scale of the scene, and what its surfaces are. */
@customElement("tau-scene-legend")
export class SceneLegendElement extends ExplorerElement<RegionSource> {
  static override styles = [sharedStyles, css`
    .legend { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 8px; align-items: center; font-size: 0.75rem; max-width: 420px; margin-top: 4px; }
    .legend .title { grid-column: 1 / -1; color: var(--tau-muted); }
    .middle { grid-column: 2; text-align: center; }
    .bar { height: 10px; border-radius: 2px; border: 1px solid var(--tau-line); background: var(--bar); }
    .key { display: flex; gap: 4px 16px; flex-wrap: wrap; font-size: 0.75rem; margin: 2px 0; color: var(--tau-muted); }
    .swatch { display: inline-block; width: 12px; height: 12px; border-radius: 2px; margin-right: 6px; vertical-align: -1px; border: 1px solid var(--tau-line); }
    @media (forced-colors: active) { .bar, .swatch { forced-color-adjust: none; } }
    .swatch.solid { background: var(--tau-raises); opacity: 0.6; }
  `];

  /** What the scale runs over; `null` where nothing is drawn in it. */
  @property({ attribute: false }) range: ColourRange | null = null;
  @state() private gradient = "none";

  protected override firstUpdated(): void {
    void import("../../scene/index.ts").then(({ legendGradient }) => { this.gradient = legendGradient(); });
  }

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { title, low, middle, high, flat, region, surface } = legendTexts(this.explorer, this.range, this.language);
    return html`
      <div class="legend" role="group" aria-label=${msg("Colour scale")}>
        <span class="title">${title}</span>
        ${flat !== null ? html`<span class="title number">${flat}</span>`
          : html`<span class="number">${low}</span><span class="bar" .style=${`--bar: ${this.gradient}`}></span><span class="number">${high}</span>
            ${middle === null ? nothing : html`<span class="middle number">${middle}</span>`}`}
      </div>
      <p class="key"><span><span class="swatch solid"></span>${region}</span>
        <span>${surface}</span></p>`;
  }
}
