import { msg, str } from "@lit/localize";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Theme } from "../../design/tokens.ts";
import { CLASS_NEGATIVE, CLASS_POSITIVE, FIELDS, PARAMETERS } from "../../model/index.ts";
import type * as SceneModule from "../../scene/index.ts";
import { drawnAxes, isUsualSpace } from "../../state/axes.ts";
import { layerSpecOf } from "../../state/derived-specs.ts";
import { withParameters, type ExplorerState } from "../../state/explorer-state.ts";
import type { SurfaceView } from "../../state/explorer.ts";
import { formatPercent, formatQuantity } from "../../state/format.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { shortcutFor, type SceneShortcut } from "../shortcuts/shortcuts.ts";
import { sharedStyles } from "../internal/styles.ts";
import { displayPoint, pickedParameters, wallLine } from "./drawn-space.ts";

const TICKS = 6;
const ORBIT_STEP = Math.PI / 24;
const ZOOM_STEP = 1.15;
/** A press that moves farther than this turns the scene, and picks nothing. */
const CLICK_PX = 5;
const LABELS: readonly SceneModule.ViewPreset[] = ["isometric", "above", "front", "side"];

/**
 * The region in three dimensions, with its colour bar and views. A click, or Enter for the middle, sets the drawn parameters to
 * the point that was hit. Fires `tau-scene-failed` where the browser has no WebGL 2.
 */
@customElement("tau-region-view")
export class RegionViewElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    :host { display: flex; flex-direction: column; min-height: 0; }
    .stage { position: relative; flex: 1; min-height: 320px; overflow: hidden; border-radius: 8px; }
    canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; touch-action: pan-y; cursor: grab; }
    canvas:active { cursor: grabbing; }
    .overlay { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
    .focus { position: absolute; inset: 0; pointer-events: none; border-radius: 8px; }
    canvas:focus-visible + .overlay + .focus { box-shadow: inset 0 0 0 2px var(--tau-focus); }
    canvas:focus-visible { outline: none; }
    .tools { display: flex; flex-wrap: wrap; gap: 6px; justify-content: space-between; align-items: center; margin-bottom: 8px; }
    .tools div { display: flex; gap: 4px; flex-wrap: wrap; }
    .tools button { min-width: 32px; font-size: 0.8125rem; }
    .legend { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 8px; align-items: center; font-size: 0.75rem; max-width: 420px; margin-top: 8px; }
    .legend .title { grid-column: 1 / -1; color: var(--tau-muted); }
    .bar { height: 10px; border-radius: 2px; border: 1px solid var(--tau-line); background: var(--bar); }
    .key { display: flex; gap: 4px 16px; flex-wrap: wrap; font-size: 0.75rem; margin-top: 6px; color: var(--tau-muted); }
    .swatch { display: inline-block; width: 12px; height: 12px; border-radius: 2px; margin-right: 6px; vertical-align: -1px; border: 1px solid var(--tau-line); }
    .swatch.solid { background: var(--tau-raises); opacity: 0.6; }
    .failed { padding: 16px; border: 1px dashed var(--tau-muted); border-radius: 8px; }
  `];

  @property() theme: Theme = "light";
  @state() private isMissing = false;
  @query("canvas") private readonly canvas: HTMLCanvasElement | null | undefined;
  @query(".overlay") private readonly overlay: HTMLElement | null | undefined;

  #module: typeof SceneModule | undefined;
  #scene: SceneModule.RegionScene | undefined;
  #drawn: SurfaceView["result"] = null;
  #gradient = "none";
  #pressed: readonly [number, number] | null = null;
  readonly #resizes = new ResizeObserver(() => this.resize());

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    if (this.isMissing) {
      return html`<p class="failed">${msg("This browser has no WebGL 2, so the surface cannot be drawn. The triangle, the verdict and all numbers still work.")}</p>`;
    }
    return html`
      <div class="tools">
        <div role="group" aria-label=${msg("Views")}>
          ${LABELS.map((preset) => html`<button @click=${() => this.#scene?.view(preset)}>${this.presetLabel(preset)}</button>`)}
        </div>
        <div role="group" aria-label=${msg("Zoom")}>
          <button @click=${() => this.#scene?.zoom(1 / ZOOM_STEP)} aria-label=${msg("Zoom out")}>−</button>
          <button @click=${() => this.#scene?.zoom(ZOOM_STEP)} aria-label=${msg("Zoom in")}>+</button>
          <button @click=${() => this.#scene?.resetView()}>${msg("Reset view")}</button>
        </div>
      </div>
      <div class="stage">
        <canvas tabindex="0" role="img" aria-label=${this.account()} aria-describedby="keys"
          @pointerdown=${this.onPress} @pointerup=${this.onRelease} @keydown=${this.onKey}></canvas>
        <div class="overlay" aria-hidden="true"></div><div class="focus"></div>
      </div>
      ${this.renderLegend()}
      <p class="small muted" id="keys">${msg("Drag to turn, click the surface to set the point. Keys: arrows turn, + and − zoom, 0 resets, Enter picks the middle, ? lists all.")}</p>
    `;
  }

  protected override firstUpdated(): void {
    void this.start();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("theme")) this.#scene?.setTheme(this.theme);
    this.show();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.#scene === undefined) void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
    this.#scene?.dispose();
    this.#scene = undefined;
    this.#drawn = null;
  }

  private async start(): Promise<void> {
    const module = await import("../../scene/index.ts");
    const { canvas, overlay } = this;
    if (!this.isConnected || this.#scene !== undefined || canvas == null || overlay == null) return;
    this.#module = module;
    this.#gradient = module.legendGradient();
    try {
      this.#scene = new module.RegionScene(canvas, overlay);
    } catch (error) {
      if (!(error instanceof module.SceneUnavailableError)) throw error;
      this.isMissing = true;
      this.dispatchEvent(new CustomEvent("tau-scene-failed", { bubbles: true, composed: true }));
      return;
    }
    this.#scene.setTheme(this.theme);
    this.#resizes.observe(canvas);
    this.requestUpdate();
  }

  /** Hands to the scene what changed. */
  private show(): void {
    const { explorer } = this;
    const scene = this.#scene;
    const module = this.#module;
    if (explorer === undefined || scene === undefined || module === undefined) return;
    const shown = explorer.surface.shown ?? explorer.state;
    const axes = drawnAxes(shown).map((name) => {
      const { symbol, label } = PARAMETERS[name];
      const { min, max, spacing } = shown.ranges[name];
      return { symbol, title: this.text(label), ticks: module.niceTicks(min, max, TICKS, spacing) };
    });
    scene.setAxes([axes[0], axes[1], axes[2]]);
    scene.setWall(wallLine(shown));
    const { result } = explorer.surface;
    if (result !== this.#drawn) {
      this.#drawn = result;
      scene.setMesh(result?.mesh ?? null, result?.colourRange ?? [0, 1]);
      scene.setContours(axes[2].ticks.map(({ position }) => position));
    }
    const point = displayPoint(isSameSpace(shown, explorer.state) ? explorer.state : shown);
    scene.setMarker(point === null ? null : { position: point, tone: this.tone() });
  }

  private tone(): SceneModule.Marker["tone"] {
    const sign = this.explorer?.point.class;
    if (sign === CLASS_POSITIVE) return "raises";
    if (sign === CLASS_NEGATIVE) return "lowers";
    return sign === 0 ? "boundary" : "infeasible";
  }

  private resize(): void {
    const { canvas } = this;
    if (canvas != null) this.#scene?.resize(canvas.clientWidth, canvas.clientHeight, window.devicePixelRatio);
  }

  private renderLegend(): TemplateResult {
    const { state, surface } = this.explorer ?? {};
    const colour = surface?.shown?.colour ?? state?.colour ?? "growth";
    const [low, high] = surface?.result?.colourRange ?? [NaN, NaN];
    const [lowest, highest] = [low, high].map((value) => formatQuantity(colour, value, this.language));
    return html`
      <div class="legend" role="group" aria-label=${msg("Colour scale")}>
        <span class="title">${msg(str`Colour of the surface: ${this.text(FIELDS[colour].label)}`)}</span>
        ${lowest === highest && !Number.isNaN(low)
          ? html`<span class="title number">${msg(str`${lowest} all over the surface`)}</span>`
          : html`<span class="number">${lowest}</span><span class="bar" .style=${`--bar: ${this.#gradient}`}></span><span class="number">${highest}</span>`}
      </div>
      <p class="key"><span><span class="swatch solid"></span>${msg("Region where more compute raises growth")}</span>
        <span>${this.surfaceText()}</span></p>`;
  }

  private surfaceText(): string {
    const { state } = this.explorer ?? {};
    if (state === undefined || !isUsualSpace(state)) return msg("Surface: where the sign turns");
    return state.prices === "equilibrium" ? msg("Surface: τ = 1−α, where growth peaks") : msg("Surface: ω = Θ(α, β), where the sign turns");
  }

  private presetLabel(preset: SceneModule.ViewPreset): string {
    const labels: Record<SceneModule.ViewPreset, string> = {
      isometric: msg("Perspective"), above: msg("From above"), front: msg("Front"), side: msg("Side"),
    };
    return labels[preset];
  }

  /** The picture in words. */
  private account(): string {
    const { surface, sweep, state } = this.explorer ?? {};
    if (state === undefined || surface?.result == null) return msg("The region where more compute raises growth; there is no surface yet.");
    const [x, y, z] = drawnAxes(state).map((name) => PARAMETERS[name].symbol);
    const points = layerSpecOf(state).axes.map((axis) => ("count" in axis ? axis.count : axis.values.length)).join(" × ");
    const share = sweep?.summary?.share;
    const shareText = share == null ? "" : msg(str`It holds ${formatPercent(share, 3, this.language)} of the feasible points of the sweep.`);
    const side = !isUsualSpace(state) ? msg("the region is the shaded side of the surface")
      : state.prices === "given" ? msg("the region lies above the surface") : msg("the region lies below the surface");
    return `${msg(str`3D picture over ${x}, ${y} and ${z}, ${points} points: ${side}.`)} ${shareText}`;
  }

  private onPress(event: PointerEvent): void {
    this.#pressed = [event.clientX, event.clientY];
  }

  private onRelease(event: PointerEvent): void {
    const pressed = this.#pressed;
    this.#pressed = null;
    if (pressed === null || Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > CLICK_PX) return;
    const bounds = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.pick(event.clientX - bounds.left, event.clientY - bounds.top);
  }

  private pick(x: number, y: number): void {
    const hit = this.#scene?.pick(x, y);
    const shown = this.explorer?.surface.shown;
    if (hit == null || shown == null || this.explorer === undefined || !isSameSpace(shown, this.explorer.state)) return;
    this.explorer.update((state) => withParameters(state, pickedParameters(hit.position, state)));
  }

  private onKey(event: KeyboardEvent): void {
    const { canvas } = this;
    const scene = this.#scene;
    if (scene === undefined || canvas == null) return;
    const actions: Readonly<Record<SceneShortcut, () => void>> = {
      "turn-left": () => scene.orbit(-ORBIT_STEP, 0), "turn-right": () => scene.orbit(ORBIT_STEP, 0),
      "turn-up": () => scene.orbit(0, ORBIT_STEP), "turn-down": () => scene.orbit(0, -ORBIT_STEP),
      "zoom-in": () => scene.zoom(ZOOM_STEP), "zoom-out": () => scene.zoom(1 / ZOOM_STEP),
      "reset-view": () => scene.resetView(),
      pick: () => this.pick(canvas.clientWidth / 2, canvas.clientHeight / 2),
    };
    const shortcut = shortcutFor(event, "scene");
    if (shortcut === null) return;
    event.preventDefault();
    actions[shortcut]();
  }
}

/** Whether a place in the scene means the same in both states. */
function isSameSpace(one: ExplorerState, other: ExplorerState): boolean {
  const axes = drawnAxes(one);
  return one.prices === other.prices && drawnAxes(other).every((name, k) => name === axes[k] && one.ranges[name] === other.ranges[name]);
}
