import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { formatCount } from "../../model/index.ts";
import { sweepSpecOf } from "../../state/derived-specs.ts";
import { RESOLUTIONS, type ExplorerState, type Resolution } from "../../state/explorer-state.ts";
import { formatNumber, formatPercent } from "../../state/format.ts";
import type { SweepSummary } from "../../sweep/summary.ts";
import { Copying } from "../internal/copy-text.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** What the sweep of the whole grid found, and how it was run. */
@customElement("tau-sweep-facts")
export class SweepFactsElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .options { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; font-size: 0.875rem; padding: 12px 0; border-top: 1px solid var(--tau-line); }
    .options label { display: flex; gap: 8px; align-items: center; }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 10px 16px; margin: 8px 0; }
    dt { font-size: 0.75rem; color: var(--tau-muted); }
    dd { font-size: 1rem; font-variant-numeric: tabular-nums; min-height: 1.45em; }
    .state { display: flex; gap: 12px; align-items: center; min-height: 34px; font-size: 0.8125rem; color: var(--tau-muted); flex-wrap: wrap; }
    progress { flex: 1; min-width: 120px; height: 8px; accent-color: var(--tau-accent); }
    pre { overflow: auto; max-height: 16em; padding: 12px; border: 1px solid var(--tau-line); border-radius: 6px; font: 0.75rem/1.5 var(--tau-font-mono); white-space: pre-wrap; }
    details { margin-top: 8px; font-size: 0.875rem; }
  `];

  private readonly copying = new Copying(this);

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { state: shown, sweep } = explorer;
    return html`
      <h2>${this.titleText(shown)}</h2>
      ${this.renderFacts(sweep.summary)}
      <div class="state">${this.renderState()}</div>
      <div class="options">
        <label>${msg("Points an axis")}
          <select @change=${this.onResolution}>
            ${RESOLUTIONS.map((count) => html`<option value=${count} .selected=${count === shown.resolution}>${count} (${formatCount(count ** 4)})</option>`)}
          </select></label>
      </div>
      ${this.renderSpec()}
    `;
  }

  /** Of two scenarios the one that the controls change is swept here; the comparison counts both. */
  private titleText({ compare }: ExplorerState): string {
    return compare === null ? msg("The sweep of the whole grid") : msg(str`The sweep of the whole grid: ${compare.edited}, which the controls change`);
  }

  private renderFacts(summary: SweepSummary | null): TemplateResult {
    const facts: readonly (readonly [id: string, label: string, value: string])[] = [
      ["points", msg("Points"), summary === null ? "–" : formatCount(summary.points)],
      ["feasible", msg("Feasible"), summary === null ? "–" : formatCount(summary.feasible)],
      ["positive", msg("More compute raises"), summary === null ? "–" : formatCount(summary.positive)],
      ["negative", msg("More compute lowers"), summary === null ? "–" : formatCount(summary.negative)],
      ["boundary", msg("On the boundary"), summary === null ? "–" : formatCount(summary.boundary)],
      ["share", msg("Share of the region"), summary?.share == null ? "–" : formatPercent(summary.share, 4, this.language)],
      ["time", msg("Time"), summary === null ? "–" : `${formatNumber(summary.seconds * 1000, 3)} ms`],
      ["rate", msg("Rate"), summary === null ? "–" : msg(str`${formatNumber(summary.points / summary.seconds / 1e9, 3)} Gpoint/s`)],
    ];
    return html`<dl>${facts.map(([id, label, value]) => html`<div><dt>${label}</dt><dd data-fact=${id}>${value}</dd></div>`)}</dl>`;
  }

  private renderState(): TemplateResult {
    const { explorer } = this;
    if (explorer === undefined) return html``;
    const { sweep, surface, client, clientError } = explorer;
    const error = sweep.error ?? surface.error;
    if (sweep.isPending) {
      const { done = 0, total = 1 } = sweep.progress ?? {};
      return html`<progress max=${total} value=${done} aria-label=${msg("Progress of the sweep")}></progress>
        <button @click=${() => explorer.cancel()}>${msg("Cancel")}</button>`;
    }
    if (error !== null) return html`<span class="error" role="alert">${error.message}</span><button @click=${() => explorer.resume()}>${msg("Try again")}</button>`;
    if (sweep.isCancelled) return html`<span>${msg("Cancelled; the counts above are from the last complete sweep.")}</span><button @click=${() => explorer.resume()}>${msg("Sweep")}</button>`;
    if (clientError !== null) return html``;
    if (client === null) return html`<span>${msg("The engine is starting.")}</span>`;
    return html`<span>${this.engineText()}</span>`;
  }

  private engineText(): string {
    const { client } = this.explorer ?? {};
    if (client == null) return "";
    const { id, skipped } = client.engine;
    const threads = client.threads === 1 ? msg("one worker") : msg(str`${client.threads} workers`);
    if (skipped.length === 0) return msg(str`Engine ${id} on ${threads}: the fastest that works here.`);
    return msg(str`Engine ${id} on ${threads}, because ${skipped[0].id} does not work here: ${skipped[0].reason}.`);
  }

  private renderSpec(): TemplateResult {
    const spec = this.explorer === undefined ? "" : JSON.stringify(sweepSpecOf(this.explorer.state), null, 2);
    return html`<details>
      <summary>${msg("The sweep as a spec, for the command tauscape sweep")}</summary>
      <pre tabindex="0" aria-label=${msg("Spec of the sweep")}>${spec}</pre>
      <button @click=${() => this.copying.copy(spec)}>${this.copying.outcome === "copied" ? msg("Copied") : msg("Copy the spec")}</button>
      <span role="status" class="small">${this.copying.outcome === "refused" ? msg("The browser does not allow copying here; select the text above and copy it.") : nothing}</span>
    </details>`;
  }

  private onResolution(event: Event): void {
    const count = Number((event.target as HTMLSelectElement).value) as Resolution;
    this.explorer?.update((shown) => ({ ...shown, resolution: count }));
  }
}
