import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { PARAMETERS } from "../../model/index.ts";
import { differingSettings, type Differing } from "../../state/compare/agreement.ts";
import type { CompareSession } from "../../state/compare/compare-session.ts";
import { isSpaceShared, withCommonAxes } from "../../state/compare/compare-state.ts";
import type { Difference } from "../../state/compare/difference.ts";
import { formatNumber } from "../../state/format.ts";
import { Follow } from "../internal/follow.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { agreementText, differenceFacts, differenceHeadline, differenceSentence } from "./difference-texts.ts";

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
        <strong role="status">${differenceHeadline(result, this.language)}</strong>
        <p>${[agreementText(explorer.state, result, this.language), differenceSentence(result)].join(" ").trim()}</p>`}</div>
      ${result === null ? nothing : this.renderCounts(result, isOld)}
      <div class="state">${this.renderState(session)}</div>`;
  }

  private renderCounts(difference: Difference, isOld: boolean): TemplateResult {
    return html`<dl class=${isOld ? "old" : ""}>${differenceFacts(difference, this.language).map(({ id, label, value }) => html`<div><dt>${
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

  private renderTable({ explorer: { state } }: CompareSession): TemplateResult {
    const settings = differingSettings(state);
    if (settings.length === 0) return html`<p class="small muted">${msg("A and B are equal as yet: change one of them with the controls, or open a saved scenario as A or B.")}</p>`;
    return html`<table><caption>${msg("What differs")}</caption>
      <thead><tr><th scope="col">${msg("Setting")}</th><th scope="col">A</th><th scope="col">B</th></tr></thead>
      <tbody>${settings.map((one) => this.renderRow(one))}</tbody></table>`;
  }

  private renderRow(one: Differing): TemplateResult {
    if (one.kind !== "parameter") {
      return html`<tr><th scope="row">${one.kind === "prices" ? msg("Rental prices") : msg("Who weighs returns")}</th><td>${this.text(one.a)}</td><td>${this.text(one.b)}</td></tr>`;
    }
    const { symbol, label } = PARAMETERS[one.name];
    return html`<tr><th scope="row"><span class="variable">${symbol}</span> ${this.text(label)}
        ${one.isAxis ? html`<span class="note">${msg("An axis of the grid: it moves the point, not the region.")}</span>` : nothing}</th>
      <td>${formatNumber(one.a)}</td><td>${formatNumber(one.b)}</td></tr>`;
  }
}
