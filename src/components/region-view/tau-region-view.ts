import { msg } from "@lit/localize";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Theme } from "../../design/tokens.ts";
import type * as SceneModule from "../../scene/index.ts";
import type { ColourExtent, ColourRange } from "../../state/colour-range.ts";
import { withParameters, type ExplorerState } from "../../state/explorer-state.ts";
import type { SurfaceView } from "../../state/explorer.ts";
import type { RegionSource } from "../../state/region-source.ts";
import type { DifferencePicture } from "../compare/difference-picture.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { shortcutFor, type SceneShortcut } from "../shortcuts/shortcuts.ts";
import { sharedStyles } from "../internal/styles.ts";
import { isSameSpace, labelledAxes, pickedParameters, wallLine } from "./drawn-space.ts";
import { loadScene } from "./load-scene.ts";
import { markedPoints } from "./marked-points.ts";
import { missingText, pictureAccount } from "./picture-texts.ts";
import { regionViewStyles } from "./region-view-styles.ts";
import "./tau-hover-label.ts";
import type { HoveredEconomy } from "./tau-hover-label.ts";
import "./tau-scene-legend.ts";
import "./tau-slice-handles.ts";
import { colourExtent, isSameExtent, rangeWith } from "./colour-extent.ts";
import { SceneEye } from "./scene-eye.ts";
import "./tau-scene-tools.ts";
import { ZOOM_STEP, type Eye } from "./tau-scene-tools.ts";
import type * as SceneDataModule from "./scene-data.ts";

const ORBIT_STEP = Math.PI / 24;
/** A press that moves farther than this turns the scene, and picks nothing. */
const CLICK_PX = 5;

interface Picture {
  readonly drawn: SurfaceView["result"];
  /** The state that the picture shows. */
  readonly present: ExplorerState | null;
  readonly planes: readonly SceneDataModule.SlicePlane[];
  readonly difference: DifferencePicture | null;
  /** What is drawn here in the colour scale, and what another scene draws in it. */
  readonly extent: ColourExtent | null;
  readonly also: ColourExtent | null;
  readonly range: ColourRange | null;
}

const NO_PICTURE: Picture = { drawn: null, present: null, planes: [], difference: null, extent: null, also: null, range: null };

/**
 * The region in three dimensions, with its colour bar and views. A click, or Enter for the middle, sets the drawn parameters to
 * the point that was hit. Fires `tau-scene-failed` where the browser cannot draw it, and `extent-change` with the `ColourExtent` of
 * what it draws.
 */
@customElement("tau-region-view")
export class RegionViewElement extends ExplorerElement<RegionSource> implements Eye {
  protected static override pace = "at-once" as const;
  static override styles = [sharedStyles, regionViewStyles];

  @property() theme: Theme = "light";
  /** What the picture shows, in words. */
  @property({ attribute: false }) account = "";
  /** Where two scenarios differ, drawn instead of the region. */
  @property({ attribute: false }) difference: DifferencePicture | null = null;
  /** What another scene draws, which the colour scale takes in too, so that both have one scale. */
  @property({ attribute: false }) also: ColourExtent | null = null;
  /** What stands around the scene: `all`; without `tools` where several scenes have them in common, and without the legend too, `scene`. */
  @property({ reflect: true }) parts: "all" | "legend" | "scene" = "all";
  /** Why the browser cannot draw it: what is said instead needs no height. */
  @property({ reflect: true, attribute: "missing" }) problem: SceneModule.SceneProblem | null = null;
  /** The economy under the pointer; of a difference, that of each side. */
  @state() private hovered: readonly HoveredEconomy[] = [];
  @query("canvas") private readonly canvas: HTMLCanvasElement | null | undefined;
  @query(".overlay") private readonly overlay: HTMLElement | null | undefined;

  #module: typeof SceneModule | undefined;
  #scene: SceneModule.RegionScene | undefined;
  /** Makes slices and lines; comes when the first of them is wanted. */
  #data: typeof SceneDataModule | undefined;
  #picture = NO_PICTURE;
  /** The picture that the scene has. */
  #shown: Picture | null = null;
  /** The surfaces that the scene has. */
  #drawn: SurfaceView["result"] = null;
  #eye: SceneEye | undefined;
  #pointer: readonly [number, number] | null = null;
  #hoverFrame = 0;
  #pressed: readonly [number, number] | null = null;
  readonly #resizes = new ResizeObserver(() => this.resize());

  /** `undefined` until it is drawn, and where it cannot be. */
  get scene(): SceneModule.RegionScene | undefined { return this.#scene; }

  /** What the colour scale runs over now; `null` where nothing is drawn in it. */
  get range(): ColourRange | null { return this.#picture.range; }

  view(preset: SceneModule.ViewPreset): void { this.#scene?.view(preset); }

  zoom(factor: number): void { this.#scene?.zoom(factor); }

  resetView(): void { this.#eye?.reset(); }

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    if (this.problem !== null) return html`<p class="failed">${missingText(this.problem)}</p>`;
    return html`
      <tau-scene-tools part="tools" .eye=${this} .stage=${this}></tau-scene-tools>
      <div class="stage">
        <canvas tabindex="0" role="img" aria-label=${pictureAccount(this.explorer, this.difference !== null, this.language)} aria-describedby="account keys"
          @pointerdown=${this.onPress} @pointerup=${this.onRelease} @keydown=${this.onKey}
          @pointermove=${this.onHover} @pointerleave=${this.endHover}></canvas>
        <div class="overlay" aria-hidden="true"></div><div class="focus"></div>
        <tau-slice-handles .explorer=${this.explorer} .scene=${this.#scene}></tau-slice-handles>
        <tau-hover-label .economies=${this.hovered} .at=${this.#pointer}></tau-hover-label>
      </div>
      ${this.difference === null ? html`<tau-scene-legend .explorer=${this.explorer} .range=${this.range}></tau-scene-legend>` : nothing}
      <p id="account" hidden>${this.account}</p>
      <p class="small muted" id="keys" part="keys">${msg("Drag or arrow keys turn, a click or Enter sets the point, + and − zoom; ? lists all keys.")}</p>
    `;
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.explorer !== undefined) this.compose(this.explorer);
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
    if (this.hasUpdated && this.#scene === undefined && this.problem === null) void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endScene();
  }

  private endScene(): void {
    cancelAnimationFrame(this.#hoverFrame);
    this.#hoverFrame = 0;
    this.#resizes.disconnect();
    this.#eye?.dispose();
    this.#scene?.dispose();
    this.#scene = undefined;
    [this.#shown, this.#drawn] = [null, null];
  }

  private fail(problem: SceneModule.SceneProblem): void {
    this.endScene();
    this.problem = problem;
    this.dispatchEvent(new CustomEvent("tau-scene-failed", { bubbles: true, composed: true }));
  }

  private async start(): Promise<void> {
    const module = await loadScene();
    const { canvas, overlay } = this;
    if (!this.isConnected || this.#scene !== undefined || canvas == null || overlay == null) return;
    this.#module = module;
    try {
      this.#scene = new module.RegionScene(canvas, overlay, (error) => {
        this.fail(error.kind);
        reportError(error);
      });
    } catch (error) {
      if (!(error instanceof module.SceneUnavailableError)) throw error;
      this.fail(error.kind);
      return;
    }
    this.#scene.setTheme(this.theme);
    if (this.explorer !== undefined) this.#eye = new SceneEye(this.#scene, this.explorer);
    this.#resizes.observe(canvas);
    this.requestUpdate();
  }

  /** Hands to the scene what changed. */
  private show(): void {
    const { explorer } = this;
    const [scene, module] = [this.#scene, this.#module];
    if (explorer === undefined || scene === undefined || module === undefined) return;
    const shown = explorer.surface.shown ?? explorer.state;
    const axes = labelledAxes(shown, this.language, module.niceTicks);
    scene.setAxes(axes);
    scene.setWall(wallLine(shown));
    scene.setProjection(explorer.state.scene.projection);
    this.#eye?.follow();
    this.showPicture(scene);
    scene.setContours(axes[2].ticks.map(({ position }) => position));
    scene.setMarkers(markedPoints(explorer, isSameSpace(shown, explorer.state) ? explorer.state : shown));
  }

  /** What the picture and its legend are made of. The surfaces belong to the state that they were computed for; slices follow at once where the space is the same. */
  private compose({ state, surface: { result, shown } }: RegionSource): void {
    const present = shown === null || isSameSpace(shown, state) ? state : shown;
    const { difference, also } = this;
    const before = this.#picture;
    if (before.drawn === result && before.present === present && before.difference === difference) {
      if (before.also !== also) this.#picture = { ...before, also, range: rangeWith(before.extent, also) };
      return;
    }
    const { scene: { overlays, slices }, map: { brush } } = present;
    if (this.#data === undefined && (overlays.length > 0 || brush !== null || slices.some((place) => place !== null))) void this.loadData();
    const planes = this.#data === undefined || difference !== null ? [] : this.#data.slicePlanes({ ...present, colour: (shown ?? state).colour });
    const extent = colourExtent(result, planes);
    this.#picture = { drawn: result, present, planes, difference, extent, also, range: rangeWith(extent, also) };
    if (!isSameExtent(extent, before.extent)) this.dispatchEvent(new CustomEvent<ColourExtent | null>("extent-change", { detail: extent }));
  }

  private async loadData(): Promise<void> {
    this.#data = await import("./scene-data.ts");
    this.#picture = NO_PICTURE;
    this.requestUpdate();
  }

  /** Hands the composed picture to the scene, as far as it is new. */
  private showPicture(scene: SceneModule.RegionScene): void {
    const { present, planes, range: found, difference } = this.#picture;
    if (this.#shown === this.#picture || present === null) return;
    if (this.#shown?.difference?.surfaces !== difference?.surfaces) {
      scene.setDifference(difference === null ? null : { a: difference.surfaces.a.mesh, b: difference.surfaces.b.mesh });
    }
    if (this.#shown?.difference !== difference) scene.setDifferenceSlices(difference?.slices ?? []);
    const drawn = difference === null ? this.#picture.drawn : null;
    const range = found ?? [0, 1, 1];
    if (this.#drawn !== drawn || this.#shown?.range?.join() !== found?.join()) {
      scene.setMesh(drawn?.region.mesh ?? null, range);
      scene.setFlags(drawn?.flagged ?? null, present.scene.flags);
      this.#drawn = drawn;
      scene.setIsosurfaces((drawn?.isosurfaces ?? []).map(({ result }) => result.mesh), range);
    }
    scene.setSlices(this.#data?.sceneSlices(planes, present, this.language) ?? [], range);
    scene.setOverlays(difference?.overlays ?? this.#data?.sceneOverlays(present) ?? []);
    this.#shown = this.#picture;
  }

  private resize(): void {
    const { canvas } = this;
    if (canvas != null) this.#scene?.resize(canvas.clientWidth, canvas.clientHeight, window.devicePixelRatio);
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

  private onHover(event: PointerEvent): void {
    const bounds = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.#pointer = event.buttons === 0 && event.pointerType !== "touch" ? [event.clientX - bounds.left, event.clientY - bounds.top] : null;
    if (this.#hoverFrame !== 0) return;
    this.#hoverFrame = requestAnimationFrame(() => {
      this.#hoverFrame = 0;
      const hit = this.#pointer === null ? null : this.#scene?.pick(...this.#pointer);
      const { present, difference } = this.#picture;
      this.hovered = hit == null || present === null ? [] : (difference?.sides ?? [{ name: null, state: present }])
        .map(({ name, state }) => ({ name, economy: withParameters(state, pickedParameters(hit.position, state)) }));
    });
  }

  private endHover(): void {
    this.#pointer = null;
    this.hovered = [];
  }

  private onKey(event: KeyboardEvent): void {
    const { canvas } = this;
    const scene = this.#scene;
    if (scene === undefined || canvas == null) return;
    const actions: Readonly<Record<SceneShortcut, () => void>> = {
      "turn-left": () => scene.orbit(-ORBIT_STEP, 0), "turn-right": () => scene.orbit(ORBIT_STEP, 0),
      "turn-up": () => scene.orbit(0, ORBIT_STEP), "turn-down": () => scene.orbit(0, -ORBIT_STEP),
      "zoom-in": () => scene.zoom(ZOOM_STEP), "zoom-out": () => scene.zoom(1 / ZOOM_STEP),
      "reset-view": () => this.resetView(),
      pick: () => this.pick(canvas.clientWidth / 2, canvas.clientHeight / 2),
    };
    const shortcut = shortcutFor(event, "scene");
    if (shortcut === null) return;
    event.preventDefault();
    actions[shortcut]();
  }
}
