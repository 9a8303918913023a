import { msg, str } from "@lit/localize";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, queryAll, state } from "lit/decorators.js";
import type { Theme } from "../../design/tokens.ts";
import type { ColourExtent } from "../../state/colour-range.ts";
import { CompareSession } from "../../state/compare/compare-session.ts";
import { isSpaceShared } from "../../state/compare/compare-state.ts";
import type { DifferenceSurfaces } from "../../state/compare/compared-surfaces.ts";
import { otherSide, SIDES, type Side } from "../../state/compare/comparison.ts";
import { SideScenario } from "../../state/compare/side-scenario.ts";
import type { Explorer } from "../../state/explorer.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { Follow } from "../internal/follow.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { rangeWith } from "../region-view/colour-extent.ts";
import type { RegionViewElement } from "../region-view/tau-region-view.ts";
import "../region-view/tau-region-view.ts";
import "../region-view/tau-scene-legend.ts";
import type { Eye } from "../region-view/tau-scene-tools.ts";
import "../region-view/tau-scene-tools.ts";
import { compareStyles } from "./compare-styles.ts";
import { differenceKeys } from "./difference-keys.ts";
import { differencePicture, type DifferencePicture } from "./difference-picture.ts";
import { fourthAxisText, sideText } from "./difference-texts.ts";
import type { SeenComparison } from "./seen-comparison.ts";
import "./tau-compare-bar.ts";
import "./tau-compare-facts.ts";

type Sides = Readonly<Record<Side, SideScenario>>;

/** Two scenarios: their scenes side by side, or one scene of what differs, under one set of tools, and what that comes to. */
@customElement("tau-compare")
export class CompareElement extends LocalizedElement {
  static override styles = [sharedStyles, compareStyles];

  @property({ attribute: false }) explorer: Explorer | undefined;
  @property() theme: Theme = "light";
  /** What each scene draws in its colour scale. */
  @state() private extents: Readonly<Record<Side, ColourExtent | null>> = { A: null, B: null };
  @queryAll("tau-region-view") private readonly views!: NodeListOf<RegionViewElement>;
  #session: CompareSession | undefined;
  #sides: Sides | undefined;
  #end: (() => void) | undefined;
  #difference: { readonly of: ExplorerState; readonly surfaces: DifferenceSurfaces; readonly picture: DifferencePicture } | undefined;
  protected readonly follow = new Follow(this, () => this.#session);

  /** All scenes have one eye: what the first is told the others follow. */
  readonly #eye: Eye = {
    view: (preset) => this.views[0]?.view(preset), zoom: (factor) => this.views[0]?.zoom(factor), resetView: () => this.views[0]?.resetView(),
  };

  /** What stands here now; `undefined` where nothing is compared. */
  get seen(): SeenComparison | undefined {
    const [session, sides] = [this.#session, this.#sides];
    const mode = session?.explorer.state.compare?.mode;
    if (session === undefined || sides === undefined || mode === undefined) return undefined;
    const views = Array.from(this.views, ({ scene, range }) => ({ scene, range }));
    return {
      session, hasOneLegend: hasOneLegend(sides),
      sides: views.map((view, k) => (mode === "beside" ? { ...view, side: SIDES[k], source: sides[SIDES[k]] } : { ...view, side: null, source: session.explorer })),
    };
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.explorer === undefined || this.#session?.explorer === this.explorer) return;
    this.#end?.();
    const session = new CompareSession(this.explorer);
    this.#session = session;
    this.#sides = { A: new SideScenario(session, "A"), B: new SideScenario(session, "B") };
    this.#end = session.follow();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#end === undefined) this.#end = this.#session?.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
    this.#end = undefined;
  }

  override render(): TemplateResult | typeof nothing {
    const [session, sides] = [this.#session, this.#sides];
    if (session === undefined || sides === undefined) return nothing;
    const { explorer } = session;
    const { compare } = explorer.state;
    if (compare === null) return nothing;
    const isApart = compare.mode === "difference" && !isSpaceShared(explorer.state);
    return html`
      <tau-compare-bar .explorer=${explorer}></tau-compare-bar>
      ${isApart ? html`<p class="apart">${msg("There is no picture of the difference: the two spaces have other axes.")}</p>` : html`<div class="frame">
        <tau-scene-tools .eye=${this.#eye}></tau-scene-tools>
        ${compare.mode === "beside" ? this.renderBeside(sides) : this.renderDifference(session)}
        <p class="small muted hint">${msg("Drag or arrow keys turn, a click or Enter sets the point, + and − zoom; ? lists all keys.")}</p>
      </div>`}
      <tau-compare-facts .session=${session}></tau-compare-facts>`;
  }

  private renderBeside(sides: Sides): TemplateResult {
    const isOne = hasOneLegend(sides);
    return html`<div class="scenes beside">${SIDES.map((side) => this.renderSide(side, sides, isOne))}</div>
      ${isOne ? html`<tau-scene-legend .explorer=${sides.A} .range=${rangeWith(this.extents.A, this.extents.B)}></tau-scene-legend>` : nothing}`;
  }

  private renderSide(side: Side, sides: Sides, isOne: boolean): TemplateResult {
    const { state: whole } = sides[side].session.explorer;
    return html`<section class=${whole.compare?.edited === side ? "edited" : ""} aria-label=${msg(str`Scenario ${side}`)}>
      <h2><span class="letter">${side}</span> ${sideText(whole, side, this.language)}</h2>
      <tau-region-view .explorer=${sides[side]} .theme=${this.theme} .parts=${isOne ? "scene" : "legend"}
        .also=${isSameColour(sides) ? this.extents[otherSide(side)] : null}
        @extent-change=${({ detail }: CustomEvent<ColourExtent | null>) => { this.extents = { ...this.extents, [side]: detail }; }}></tau-region-view>
    </section>`;
  }

  private renderDifference(session: CompareSession): TemplateResult {
    const { explorer } = session;
    return html`<div class="scenes difference">
      <section aria-label=${msg("Where the sign differs")}>
        <tau-region-view .explorer=${explorer} .theme=${this.theme} parts="scene" .difference=${this.pictureOf(session)}></tau-region-view>
        <ul class="key">${differenceKeys(explorer.state).map(({ swatch, text }) => html`<li><span class="swatch ${swatch}"></span>${text}</li>`)}</ul>
        <p class="small muted hint">${fourthAxisText(explorer.state)}</p>
      </section></div>`;
  }

  /** Made once for each state and its boundaries. */
  private pictureOf({ explorer: { state }, surfaces: { result } }: CompareSession): DifferencePicture | null {
    if (result?.mode !== "difference") return null;
    const surfaces = result.boundaries;
    if (this.#difference?.of !== state || this.#difference.surfaces !== surfaces) this.#difference = { of: state, surfaces, picture: differencePicture(state, surfaces) };
    return this.#difference.picture;
  }
}

/** A quantity that the other's prices do not have keeps its own scale. */
function isSameColour({ A, B }: Sides): boolean {
  return A.state.colour === B.state.colour;
}

function hasOneLegend(sides: Sides): boolean {
  return isSameColour(sides) && sides.A.state.prices === sides.B.state.prices;
}
