import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { FIELDS, PARAMETERS, valueInView, type QuantityName } from "../../model/index.ts";
import { drawnAxes, isUsualSpace } from "../../state/axes.ts";
import { deviationOf, type Deviation } from "../../state/exact-surface.ts";
import { isSpaceShared } from "../../state/compare/compare-state.ts";
import { colourFields } from "../../state/explorer-state.ts";
import type { SurfaceView } from "../../state/explorer.ts";
import { formatNumber, formatPercent } from "../../state/format.ts";
import { FLAG_STYLES, OVERLAYS, PROJECTIONS, withOverlay, withScene, withSlice, type FlagStyle, type Overlay, type Projection } from "../../state/scene-options.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import "./tau-isosurfaces.ts";

/** Steps of a slice's slider along its axis. */
const SLICE_STEPS = 200;
/** Where a slice begins. */
const MIDDLE = 0.5;

/** What is drawn in the scene besides the region, and how. */
@customElement("tau-scene-options")
export class SceneOptionsElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    details { font-size: 0.875rem; padding-bottom: 12px; }
    .row { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 8px 0; border-bottom: 1px solid var(--tau-line); }
    .row > label, .slice > label { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; min-width: 0; max-width: 100%; }
    .slice { display: grid; grid-template-columns: 8rem minmax(0, 1fr) 5rem; gap: 12px; align-items: center; padding: 6px 0; }
    .slice input[type="range"] { width: 100%; accent-color: var(--tau-accent); }
    .slices { padding: 8px 0; border-bottom: 1px solid var(--tau-line); }
    .value { text-align: right; }
    h3 { margin: 12px 0 0; font-size: 0.8125rem; }
    select { max-width: 100%; }
  `];

  #measured: { readonly of: SurfaceView["result"]; readonly deviation: Deviation | null } | null = null;

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { state } = explorer;
    const isDifference = state.compare?.mode === "difference";
    // Apart, nothing is drawn.
    if (isDifference && !isSpaceShared(state)) return nothing;
    return html`<details>
      <summary>${msg("Choose what is drawn")}</summary>
      <div class="row">${isDifference ? nothing : html`
        <label>${msg("Colour")}
          <select @change=${(event: Event) => {
            const colour = (event.target as HTMLSelectElement).value as QuantityName;
            explorer.update((shown) => ({ ...shown, colour }));
          }}>${colourFields(state.prices).map((name) => html`<option value=${name} .selected=${name === state.colour}>${this.text(FIELDS[name].label)}</option>`)}</select></label>`}
        <label>${msg("Projection")}
          <select @change=${(event: Event) => explorer.update((shown) => withScene(shown, { projection: (event.target as HTMLSelectElement).value as Projection }))}>
            ${PROJECTIONS.map((name) => html`<option value=${name} .selected=${name === state.scene.projection}>${this.projectionText(name)}</option>`)}</select></label>
        ${isDifference ? nothing : html`<label>${msg("Impossible economies")}
          <select @change=${(event: Event) => explorer.update((shown) => withScene(shown, { flags: (event.target as HTMLSelectElement).value as FlagStyle }))}>
            ${FLAG_STYLES.map((name) => html`<option value=${name} .selected=${name === state.scene.flags}>${this.flagText(name)}</option>`)}</select></label>`}
      </div>
      <p class="small muted">${isDifference ? msg("The colours of a difference tell what B gains and loses. The colour of a quantity, surfaces of equal value and impossible economies belong to one scenario each, and would hide what lies between the two boundaries: they are drawn side by side.")
        : msg("Impossible are economies whose saving rate is not between 0 and 1, or whose lifetime utility is not finite.")}</p>
      <h3>${msg("From the formula")}</h3>
      <div class="row">${OVERLAYS.map((name) => html`<label><input type="checkbox" .checked=${live(state.scene.overlays.includes(name))} ?disabled=${!isUsualSpace(state)}
        @change=${(event: Event) => explorer.update((shown) => withOverlay(shown, name, (event.target as HTMLInputElement).checked))} />${this.overlayText(name)}</label>`)}
        <span class="small muted" role="status">${this.deviationText()}</span></div>
      <h3>${msg("Slices")}</h3>
      <div class="slices">${([0, 1, 2] as const).map((axis) => this.renderSlice(axis))}</div>
      ${isDifference ? nothing : html`<h3>${msg("Surfaces of equal value")}</h3><tau-isosurfaces .explorer=${explorer}></tau-isosurfaces>`}
    </details>`;
  }

  private renderSlice(axis: 0 | 1 | 2): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { state } = explorer;
    const name = drawnAxes(state)[axis];
    const { symbol } = PARAMETERS[name];
    const place = state.scene.slices[axis];
    const value = formatNumber(valueInView(place ?? MIDDLE, state.ranges[name]), 3);
    return html`<div class="slice">
      <label><input type="checkbox" .checked=${live(place !== null)}
        @change=${(event: Event) => explorer.update((shown) => withSlice(shown, axis, (event.target as HTMLInputElement).checked ? MIDDLE : null))} />
        ${msg(str`Across ${symbol}`)}</label>
      <input type="range" min="0" max=${SLICE_STEPS} .value=${live(String(Math.round((place ?? MIDDLE) * SLICE_STEPS)))} ?disabled=${place === null}
        aria-label=${msg(str`Place of the slice across ${symbol}`)} aria-valuetext="${symbol} = ${value}"
        @input=${(event: Event) => explorer.update((shown) => withSlice(shown, axis, Number((event.target as HTMLInputElement).value) / SLICE_STEPS))} />
      <span class="value number">${place === null ? "–" : value}</span>
    </div>`;
  }

  private projectionText(projection: Projection): string {
    return projection === "perspective" ? msg("perspective") : msg("orthographic");
  }

  private flagText(style: FlagStyle): string {
    const texts: Readonly<Record<FlagStyle, string>> = { plain: msg("drawn as the rest"), hatched: msg("hatched"), hidden: msg("hidden") };
    return texts[style];
  }

  private overlayText(overlay: Overlay): string {
    if (overlay === "valley") return msg("Valley line β = ½−α");
    return this.explorer?.state.prices === "equilibrium" ? msg("Exact surface τ = 1−α") : msg("Exact surface ω = Θ(α, β)");
  }

  /** Measured once for each surface that is drawn. */
  private deviationText(): string {
    const { state, surface: { result, shown } } = this.explorer ?? { surface: {} };
    if (state === undefined || !isUsualSpace(state)) return msg("The formula is drawn over α, β and ω (in equilibrium τ).");
    if (!state.scene.overlays.includes("exact") || result == null || shown == null) return "";
    if (this.#measured?.of !== result) this.#measured = { of: result, deviation: deviationOf(shown, result.region.mesh) };
    const { deviation } = this.#measured;
    if (deviation === null) return "";
    const [largest, mean] = [deviation.largest, deviation.mean]
      .map((value) => (deviation.isRelative ? formatPercent(value, 2, this.language) : formatNumber(value, 2)));
    const { compare } = state;
    if (compare !== null) return msg(str`The surface of ${compare.edited} lies at most ${largest} from it, ${mean} on average.`);
    return msg(str`The drawn surface lies at most ${largest} from it, ${mean} on average.`);
  }
}
