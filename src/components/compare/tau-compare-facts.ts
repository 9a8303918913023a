import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { PARAMETERS, PRICE_MODE_INFO, RULE_INFO } from "../../model/index.ts";
import type { CompareSession } from "../../state/compare/compare-session.ts";
import { isAxis, isSpaceShared, scenarioOfSide, withCommonAxes } from "../../state/compare/compare-state.ts";
import type { Scenario } from "../../state/compare/comparison.ts";
import type { Difference } from "../../state/compare/difference.ts";
import { differingParameters } from "../../state/compare/scenario.ts";
import { formatCount, formatNumber, formatPercent } from "../../state/format.ts";
import { Follow } from "../internal/follow.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** What differs between A and B, and what follows from it: in words, in cells, in a table. */
@customElement("tau-compare-facts")
export class CompareFactsElement extends LocalizedElement {
  static override styles = [sharedStyles, css`
    .verdict { padding: 12px 16px; border-radius: 8px; border-left: 4px solid var(--tau-boundary); background: var(--tau-panel); margin: 12px 0; }
    .verdict strong { display: block; font-size: 1.0625rem; line-height: 1.35; }
    .verdict p { margin-top: 6px; font-size: 0.875rem; }
    .verdict button { margin-top: 10px; }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 10px 16px; }
    dl.old { opacity: 0.6; }
    dt { font-size: 0.75rem; color: var(--tau-muted); }
    dd { font-size: 1rem; font-variant-numeric: tabular-nums; }
    .swatch { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-right: 6px; }
    .gained { background: var(--tau-raises); }
    .lost { background: var(--tau-lowers); }
    .state { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; min-height: 34px; font-size: 0.8125rem; color: var(--tau-muted); }
    progress { flex: 1; min-width: 120px; height: 8px; accent-color: var(--tau-accent); }
    table { width: 100%; border-collapse: collapse; font-size: 0.875rem; margin: 4px 0 16px; }
    caption { text-align: left; font-size: 0.8125rem; font-weight: 600; color: var(--tau-muted); padding-bottom: 4px; }
    th, td { text-align: left; padding: 6px 8px 6px 0; border-top: 1px solid var(--tau-line); font-weight: 400; vertical-align: top; }
    thead th { font-weight: 600; }
    td { font-variant-numeric: tabular-nums; }
    .note { display: block; font-size: 0.75rem; color: var(--tau-muted); }
  `];

  @property({ attribute: false }) session: CompareSession | undefined;
  protected readonly follow = new Follow(this, () => this.session);

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === undefined || session.explorer.state.compare === null) return nothing;
    return html`${this.renderVerdict(session)}${this.renderTable(session)}`;
  }

  private renderVerdict(session: CompareSession): TemplateResult | typeof nothing {
    const { explorer, difference } = session;
    if (!isSpaceShared(explorer.state)) {
      return html`<div class="verdict"><strong>${msg("A and B span different spaces, so nothing is subtracted.")}</strong>
        <p>${msg("With prices given, the relative price ω is an axis; in equilibrium it is an outcome of τ and the technology. A place in one scene is then no place in the other. Over axes that both have, every point is the same economy.")}</p>
        <button @click=${() => explorer.update(withCommonAxes)}>${msg("Compare over α, β, τ and σ")}</button></div>`;
    }
    const { result } = difference;
    // The page says above that there is no engine.
    if (result === null && explorer.clientError !== null) return nothing;
    const isOld = difference.isPending || difference.isCancelled || difference.error !== null;
    return html`
      <div class="verdict" aria-busy=${difference.isPending ? "true" : "false"}>${result === null || difference.isPending ? html`<strong>${msg("Every point of the grid is being compared.")}</strong>` : html`
        <strong role="status">${this.headline(result)}</strong><p>${this.sentence(result)}</p>`}</div>
      ${result === null ? nothing : this.renderCounts(result, isOld)}
      <div class="state">${this.renderState(session)}</div>`;
  }

  private headline({ share, turned, gained, lost, feasibleInOne }: Difference): string {
    if (share === null) return msg("No point of the grid is feasible in both A and B.");
    if (gained === 0 && lost === 0 && turned === 0) {
      return feasibleInOne === 0 ? msg("A and B agree: more compute raises growth at the same points.") : msg("Where both are feasible, A and B agree.");
    }
    return msg(str`The sign differs at ${formatPercent(share, 3, this.language)} of the points that are feasible in both.`);
  }

  private sentence({ gained, lost, points }: Difference): string {
    const [gainedText, lostText, pointsText] = [gained, lost, points].map(formatCount);
    if (gained === 0 && lost === 0) return msg(str`All ${pointsText} points of the grid were compared, one by one.`);
    if (lost === 0) return msg(str`In B more compute raises growth at ${gainedText} points where it does not in A, and nowhere the other way round.`);
    if (gained === 0) return msg(str`In B more compute no longer raises growth at ${lostText} points where it does in A, and nowhere the other way round.`);
    return msg(str`In B more compute raises growth at ${gainedText} points where it does not in A, and no longer at ${lostText} points where it does in A.`);
  }

  private renderCounts({ gained, lost, positiveA, positiveB, share, feasibleInOne }: Difference, isOld: boolean): TemplateResult {
    const facts: readonly (readonly [id: string, label: string, value: string])[] = [
      ["gained", msg("Gained: in B, not in A"), formatCount(gained)],
      ["lost", msg("Lost: in A, not in B"), formatCount(lost)],
      ["share", msg("Sign differs"), share === null ? "–" : formatPercent(share, 4, this.language)],
      ["positive-a", msg("Raises growth in A"), formatCount(positiveA)],
      ["positive-b", msg("Raises growth in B"), formatCount(positiveB)],
      ...(feasibleInOne === 0 ? [] : [["one", msg("Feasible in one alone"), formatCount(feasibleInOne)] as const]),
    ];
    return html`<dl class=${isOld ? "old" : ""}>${facts.map(([id, label, value]) => html`<div><dt>${
      id === "gained" || id === "lost" ? html`<span class="swatch ${id}"></span>` : nothing}${label}</dt><dd data-fact=${id}>${value}</dd></div>`)}</dl>`;
  }

  private renderState(session: CompareSession): TemplateResult | typeof nothing {
    const { isPending, isCancelled, progress, error } = session.difference;
    const drawing = session.surfaces.error;
    if (isPending) {
      return html`<progress max=${progress?.total ?? 1} value=${progress?.done ?? 0} aria-label=${msg("Progress of the comparison")}></progress>
        <button @click=${() => session.cancel()}>${msg("Cancel")}</button>`;
    }
    if (error !== null || drawing !== null) return html`<span class="error" role="alert">${(error ?? drawing)?.message}</span><button @click=${() => session.resume()}>${msg("Try again")}</button>`;
    if (isCancelled) return html`<span>${msg("Cancelled; counts above are of the last complete comparison.")}</span><button @click=${() => session.resume()}>${msg("Compare")}</button>`;
    return nothing;
  }

  private renderTable(session: CompareSession): TemplateResult {
    const { state } = session.explorer;
    const [a, b] = [scenarioOfSide(state, "A"), scenarioOfSide(state, "B")];
    const rows: readonly TemplateResult[] = [
      ...this.choiceRow(msg("Rental prices"), a, b, ({ prices }) => this.text(PRICE_MODE_INFO[prices].label)),
      ...this.choiceRow(msg("Who weighs returns"), a, b, ({ rule }) => this.text(RULE_INFO[rule].label)),
      ...differingParameters(a, b).map((name) => html`<tr>
        <th scope="row"><span class="variable">${PARAMETERS[name].symbol}</span> ${this.text(PARAMETERS[name].label)}
          ${isAxis(state, name) ? html`<span class="note">${msg("An axis of the grid: it moves the point, not the region.")}</span>` : nothing}</th>
        <td>${formatNumber(a.parameters[name])}</td><td>${formatNumber(b.parameters[name])}</td></tr>`),
    ];
    if (rows.length === 0) return html`<p class="small muted">${msg("A and B are equal as yet: change one of them with the controls, or open a saved scenario as A or B.")}</p>`;
    return html`<table><caption>${msg("What differs")}</caption>
      <thead><tr><th scope="col">${msg("Setting")}</th><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>${rows}</tbody></table>`;
  }

  private choiceRow(title: string, a: Scenario, b: Scenario, textOf: (scenario: Scenario) => string): readonly TemplateResult[] {
    const [textA, textB] = [textOf(a), textOf(b)];
    return textA === textB ? [] : [html`<tr><th scope="row">${title}</th><td>${textA}</td><td>${textB}</td></tr>`];
  }
}
