import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { formatCount } from "../../model/index.ts";
import { BENCH_LABELS } from "../../benchmark/bench-labels.ts";
import { comparisonMarkdown } from "../../benchmark/bench-markdown.ts";
import { comparisonTables } from "../../benchmark/comparison-tables.ts";
import type { ShownResult } from "../../state/benchmark/bench-view.ts";
import "../bench-charts/tau-ratio-chart.ts";
import "../bench-table/tau-bench-table.ts";
import { BenchElement } from "../internal/bench-element.ts";
import { Copying } from "../internal/copy-text.ts";
import { sharedStyles } from "../internal/styles.ts";

/** Two results side by side: what else differs, the times of each pair, and which pairs clearly changed. */
@customElement("tau-bench-comparison")
export class BenchComparisonElement extends BenchElement {
  static override styles = [sharedStyles, css`
    section { display: grid; gap: 16px; padding: 20px; border: 1px solid var(--tau-line); border-radius: 8px; min-width: 0; }
    .bar { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; }
    h2 { font-size: 1.0625rem; color: var(--tau-text); letter-spacing: 0; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
    .buttons button { font-size: 0.8125rem; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 10px; font-size: 0.875rem; }
    dt { font-weight: 600; }
    tau-bench-table { min-width: 0; }
    @media (max-width: 599px) { section { padding: 14px; } }
  `];

  private readonly copying = new Copying(this);

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    const { shown = null, earlier = null, comparison = null } = session?.view ?? {};
    if (session === undefined || shown === null || earlier === null || comparison === null) return nothing;
    const changed = comparison.pairs.filter(({ verdict }) => verdict !== "unclear");
    const countOf = (verdict: string): string => formatCount(comparison.pairs.filter((pair) => pair.verdict === verdict).length);
    return html`<section aria-labelledby="comparison">
      <div class="bar">
        <h2 id="comparison">${msg("Two results compared")}</h2>
        <div class="buttons">
          <button @click=${() => this.copying.copy(comparisonMarkdown(comparison, this.language))}>${this.copying.outcome === "copied" ? msg("Copied") : msg("Copy the comparison")}</button>
          <button @click=${() => session.swap()}>${msg("Swap A and B")}</button>
          <button @click=${() => session.endComparison()}>${msg("End the comparison")}</button>
        </div>
      </div>
      <dl><dt>A</dt><dd>${this.nameOf(earlier)}</dd><dt>B</dt><dd>${this.nameOf(shown)}</dd></dl>
      ${comparison.pairs.length === 0 ? html`<p>${this.text(BENCH_LABELS.noPairs)}</p>` : html`
        <p>${msg(str`Of ${formatCount(comparison.pairs.length)} pairs, B is clearly faster in ${countOf("faster")} and clearly slower in ${countOf("slower")}; clearly means by more than 2 %, with a certainty of 95 %.`)}</p>
        ${changed.length === 0 ? nothing : html`<tau-ratio-chart .pairs=${changed}></tau-ratio-chart>`}`}
      ${comparisonTables(comparison, this.language).map((table) => html`<tau-bench-table .table=${table}></tau-bench-table>`)}
      <div role="status" class="small">${this.copying.outcome === "refused" ? msg("The browser does not allow copying here.") : nothing}</div>
    </section>`;
  }

  private nameOf({ result, file }: ShownResult): string {
    const source = file ?? msg("measured here");
    return `${source}, ${result.runtime.name} ${result.runtime.version}, ${result.created.slice(0, 16).replace("T", " ")} UTC`;
  }
}
