import { msg, str } from "@lit/localize";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Theme } from "../../design/tokens.ts";
import { PARAMETERS, PRICE_MODE_INFO, RULE_INFO } from "../../model/index.ts";
import { fourthAxis } from "../../state/axes.ts";
import { CompareSession } from "../../state/compare/compare-session.ts";
import { isSpaceShared, scenarioOfSide } from "../../state/compare/compare-state.ts";
import { differingParameters } from "../../state/compare/scenario.ts";
import { SIDES, type Side } from "../../state/compare/comparison.ts";
import { SideScenario } from "../../state/compare/side-scenario.ts";
import type { Explorer } from "../../state/explorer.ts";
import { formatNumber } from "../../state/format.ts";
import { Follow } from "../internal/follow.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import "../region-view/tau-region-view.ts";
import "./tau-compare-bar.ts";
import "./tau-compare-facts.ts";

/** Two scenarios: their scenes side by side, or one scene of what differs, and what that comes to. */
@customElement("tau-compare")
export class CompareElement extends LocalizedElement {
  static override styles = [sharedStyles, css`
    .scenes { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
    h2 { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; margin-bottom: 8px; letter-spacing: 0; font-variant-numeric: tabular-nums; }
    .letter { display: inline-grid; place-items: center; width: 24px; height: 24px; border-radius: 6px; border: 1px solid var(--tau-muted); color: var(--tau-text); }
    .edited .letter { background: var(--tau-accent); border-color: var(--tau-accent); color: var(--tau-accent-text); }
    tau-region-view { height: clamp(440px, 66vh, 640px); min-height: min-content; }
    tau-region-view[missing], .difference tau-region-view[missing] { height: auto; }
    .difference tau-region-view { height: clamp(460px, 74vh, 900px); }
    .key { display: flex; flex-wrap: wrap; gap: 6px 20px; margin: 8px 0 0; padding: 0; list-style: none; font-size: 0.8125rem; }
    .key li { display: flex; gap: 8px; align-items: center; }
    .swatch { flex: none; width: 16px; height: 12px; border-radius: 2px; border: 1px solid var(--tau-line); }
    .gained { background: var(--tau-raises); }
    .lost { background: var(--tau-lowers); }
    .solid { background: linear-gradient(to right, var(--tau-raises) 50%, var(--tau-lowers) 50%); }
    .veil { background: linear-gradient(to right, var(--tau-raises) 50%, var(--tau-lowers) 50%); opacity: 0.45; }
    .apart { padding: 20px; border: 1px dashed var(--tau-muted); border-radius: 8px; font-size: 0.875rem; }
    @media (min-width: 700px) { .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
  `];

  @property({ attribute: false }) explorer: Explorer | undefined;
  @property() theme: Theme = "light";
  #session: CompareSession | undefined;
  #sides: Readonly<Record<Side, SideScenario>> | undefined;
  #end: (() => void) | undefined;
  protected readonly follow = new Follow(this, () => this.#session);

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
    return html`
      <tau-compare-bar .explorer=${explorer}></tau-compare-bar>
      ${compare.mode === "beside" ? html`<div class="scenes beside">${SIDES.map((side) => this.renderSide(side, sides))}</div>` : this.renderDifference(session)}
      <tau-compare-facts .session=${session}></tau-compare-facts>`;
  }

  private renderSide(side: Side, sides: Readonly<Record<Side, SideScenario>>): TemplateResult {
    const isEdited = this.explorer?.state.compare?.edited === side;
    const { prices, rule, parameters } = sides[side].state;
    const also = sides[side === "A" ? "B" : "A"];
    const differing = differingParameters(sides.A.state, sides.B.state).map((name) => `${PARAMETERS[name].symbol} = ${formatNumber(parameters[name])}`);
    // One scale for both scenes; a quantity that the other's prices do not have keeps its own.
    const isSameColour = also.state.colour === sides[side].state.colour;
    return html`<section class=${isEdited ? "edited" : ""} aria-label=${msg(str`Scenario ${side}`)}>
      <h2><span class="letter">${side}</span> ${[this.text(RULE_INFO[rule].label), this.text(PRICE_MODE_INFO[prices].label), ...differing].join(" · ")}</h2>
      <tau-region-view .explorer=${sides[side]} .theme=${this.theme} .alsoRange=${isSameColour ? also.surface.result?.region.colourRange ?? null : null}></tau-region-view>
    </section>`;
  }

  private renderDifference(session: CompareSession): TemplateResult {
    const { explorer, surfaces: { result } } = session;
    if (!isSpaceShared(explorer.state)) return html`<p class="apart">${msg("There is no picture of the difference: the two spaces have other axes.")}</p>`;
    return html`<div class="scenes difference">
      <section aria-label=${msg("Where the sign differs")}>
        <tau-region-view .explorer=${explorer} .theme=${this.theme} .difference=${result?.mode === "difference" ? result.boundaries : null}></tau-region-view>
        <ul class="key">
          <li><span class="swatch gained"></span>${msg("Gained: more compute raises growth in B, not in A")}</li>
          <li><span class="swatch lost"></span>${msg("Lost: it does in A, not in B")}</li>
          <li><span class="swatch solid"></span>${msg("Solid surface: boundary of B")}</li>
          <li><span class="swatch veil"></span>${msg("Veil: boundary of A")}</li>
        </ul>
        ${this.renderFourth(explorer)}
      </section></div>`;
  }

  /** The picture stands at one value of the fourth axis for each, the counts run over all of it. */
  private renderFourth({ state }: Explorer): TemplateResult {
    const name = fourthAxis(state);
    const [a, b] = SIDES.map((side) => formatNumber(scenarioOfSide(state, side).parameters[name]));
    const { symbol } = PARAMETERS[name];
    return html`<p class="small muted">${a === b ? msg(str`The picture stands at ${symbol} = ${a}; the counts run over the whole of ${symbol}.`)
      : msg(str`The picture stands at ${symbol} = ${a} for A and ${b} for B; the counts run over the whole of ${symbol}.`)}</p>`;
  }
}
