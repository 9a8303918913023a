import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { isFeasible } from "../../model/index.ts";
import type { ConclusionView } from "../../state/conclusions/conclusion.ts";
import { CONCLUSION_INFO } from "../../state/conclusions/index.ts";
import { CONCLUSIONS, type Conclusion } from "../../state/conclusions/names.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import { infeasibilitySentences } from "../../state/flag-sentences.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { withIndices } from "../internal/with-indices.ts";
import { CONCLUSION_CHARTS } from "./conclusion-charts.ts";
import "./tau-conclusion-chart.ts";
import "./tau-region-shares.ts";

/** The report's conclusions, one at a time: what it says, where that holds, where it turns and by how much. */
@customElement("tau-conclusions")
export class ConclusionsElement extends ExplorerElement {
  protected static override pace = "idle" as const;
  static override styles = [sharedStyles, css`
    nav { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 16px; }
    nav button { font-size: 0.8125rem; }
    nav button[aria-current="true"] { border-color: var(--tau-accent); color: var(--tau-accent); font-weight: 600; }
    h2 { font-size: 1rem; color: var(--tau-text); }
    blockquote { margin: 6px 0 4px; padding-left: 12px; border-left: 3px solid var(--tau-line); }
    .limits { font-size: 0.875rem; margin: 8px 0 0; }
    .parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 20px 32px; margin-top: 16px; align-items: start; }
    .answers { display: grid; gap: 14px; }
    .answers p { font-size: 0.875rem; margin-top: 2px; }
    .answer { font-weight: 600; }
    table { border-collapse: collapse; width: 100%; font-size: 0.8125rem; margin-top: 4px; }
    th, td { padding: 4px 0; border-top: 1px solid var(--tau-line); vertical-align: top; }
    th { text-align: left; font-weight: 400; color: var(--tau-muted); padding-right: 12px; }
    td { text-align: right; font-variant-numeric: tabular-nums; text-wrap: balance; }
    sub, sup { line-height: 0; font-size: 0.75em; }
    .shown { font-size: 0.875rem; margin-top: 6px; }
    tau-region-shares { margin-bottom: 12px; }
  `];

  /** What the scene was set to show, as long as it does. */
  @state() private view: (ConclusionView & { readonly of: Conclusion }) | null = null;

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { state: shown } = this.explorer;
    const { label, statement, source, limits, isReports } = CONCLUSION_INFO[shown.conclusion];
    return html`
      <nav aria-label=${msg("Conclusions of the report")}>${CONCLUSIONS.map((name, k) => html`
        <button aria-current=${name === shown.conclusion ? "true" : "false"} @click=${() => this.choose(name)}>${k + 1}. ${this.text(CONCLUSION_INFO[name].label)}</button>`)}</nav>
      <h2>${this.text(label)}</h2>
      <blockquote>${this.text(statement)} <span class="muted small">${msg(str`Report, ${source}.`)}</span></blockquote>
      <p class="limits"><span class="added">${msg("beyond the report")}</span> ${withIndices(this.text(limits))}</p>
      ${isReports(shown) ? nothing : html`<p class="limits"><span class="added">${msg("beyond the report")}</span> ${msg("Below, the rule or the prices are the product's own: the report draws this conclusion under its own rule at given prices.")}</p>`}
      ${isFeasible(shown.parameters) ? this.renderParts(shown) : html`<p class="limits">${msg("This point is not feasible, so nothing holds or fails here.")} ${infeasibilitySentences(shown.parameters).map((sentence) => this.text(sentence)).join(" ")}</p>`}`;
  }

  private renderParts(shown: ExplorerState): TemplateResult {
    const { account } = CONCLUSION_INFO[shown.conclusion];
    const { holds, here, turn, effects } = account(shown);
    return html`<div class="parts">
      <div class="answers">
        ${shown.conclusion === "pull-ahead" ? html`<tau-region-shares .explorer=${this.explorer}></tau-region-shares>` : nothing}
        <section><h3>${this.question(shown.conclusion)}</h3>
          <p><span class="answer">${holds ? msg("Yes.") : msg("No.")}</span> ${withIndices(this.text(here))}</p></section>
        <section><h3>${msg("Where does it turn?")}</h3><p>${withIndices(this.text(turn))}</p></section>
        <section><h3 id="effects">${msg("By how much?")}</h3>
          <table aria-labelledby="effects"><tbody>${effects.map((effect) => html`<tr><th scope="row">${withIndices(this.text(effect.label))}</th><td>${withIndices(this.text(effect.value))}</td></tr>`)}</tbody></table></section>
        <section><h3>${msg("Where over the region?")}</h3>
          <p><button @click=${this.showInScene}>${msg("Show it in the scene")}</button></p>
          <p class="shown" role="status">${this.isViewShown(shown) && this.view !== null ? this.text(this.view.sentence) : nothing}</p></section>
      </div>
      <tau-conclusion-chart file="conclusion-${shown.conclusion}" .chart=${CONCLUSION_CHARTS[shown.conclusion](shown)}></tau-conclusion-chart>
    </div>`;
  }

  private question(conclusion: Conclusion): string {
    return conclusion === "two-industries" ? msg("Do services take the larger part here?") : msg("Does it hold at the present point?");
  }

  /** The scene still is what the sentence tells of. */
  private isViewShown(shown: ExplorerState): boolean {
    const { view } = this;
    return view !== null && view.of === shown.conclusion && view.state.scene === shown.scene && view.state.axes === shown.axes && view.state.colour === shown.colour;
  }

  private choose(conclusion: Conclusion): void {
    this.explorer?.update((shown) => ({ ...shown, conclusion }));
  }

  private showInScene(): void {
    const { explorer } = this;
    if (explorer === undefined) return;
    const { conclusion } = explorer.state;
    const view = CONCLUSION_INFO[conclusion].view(explorer.state);
    this.view = { ...view, of: conclusion };
    explorer.update(() => view.state);
  }
}
