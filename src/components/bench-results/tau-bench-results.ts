import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { BENCH_LABELS } from "../../benchmark/bench-labels.ts";
import type { ParityResult } from "../../benchmark/bench-result.ts";
import { parityTable, resultTables } from "../../benchmark/bench-tables.ts";
import { describeStopReason } from "../../benchmark/stop-reasons.ts";
import { LIST_COMMA } from "../../model/index.ts";
import type { ShownResult } from "../../state/benchmark/bench-view.ts";
import "../bench-charts/tau-bench-charts.ts";
import "../bench-table/tau-bench-table.ts";
import { BenchElement } from "../internal/bench-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import "./tau-bench-comparison.ts";
import "./tau-bench-files.ts";

/** The result that was measured or opened: what it says, its charts, its tables. */
@customElement("tau-bench-results")
export class BenchResultsElement extends BenchElement {
  static override styles = [sharedStyles, css`
    :host { display: grid; gap: 24px; align-content: start; min-width: 0; }
    .tables { display: grid; gap: 20px; min-width: 0; }
    tau-bench-table { min-width: 0; }
    .empty { padding: 28px; border: 1px dashed var(--tau-line); border-radius: 8px; display: grid; gap: 8px; max-width: 60em; }
    .note { padding: 10px 14px; border: 1px solid var(--tau-error); border-radius: 8px; font-size: 0.875rem; }
  `];

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === undefined) return nothing;
    const { shown, parity } = session.view;
    return html`
      <tau-bench-files .session=${session}></tau-bench-files>
      ${parity === null ? nothing : this.renderParity(parity)}
      ${shown !== null ? this.renderResult(shown, parity) : parity === null ? this.renderEmpty() : nothing}
    `;
  }

  private renderEmpty(): TemplateResult {
    return html`<div class="empty">
      <h2>${msg("Nothing measured yet")}</h2>
      <p>${msg("A benchmark times every engine that works here at every job, in turn, and sets it beside what the memory of this machine can do. The result is a file that says how it was made, so that others can check it and compare theirs.")}</p>
      <p class="muted">${msg("Run it, or open the result of another machine.")}</p>
    </div>`;
  }

  private renderParity(parity: ParityResult): TemplateResult {
    const wrong = parity.engines.filter(({ classDifferences }) => classDifferences > 0).map(({ id }) => id);
    const others = parity.engines.filter(({ differentBytes }) => differentBytes > 0).map(({ id }) => id);
    return html`<div class="tables">
      <p role="status">${wrong.length > 0
        ? msg(str`${wrong.join(this.text(LIST_COMMA))} put cells into another class than the model: do not trust it here.`)
        : others.length === 0
          ? msg("Every engine here gives the model's numbers, bit for bit.")
          : msg(str`Every engine here puts every cell into the model's class. All but ${others.join(this.text(LIST_COMMA))} give its numbers bit for bit.`)}</p>
      <tau-bench-table .table=${parityTable(parity, this.language)}></tau-bench-table>
    </div>`;
  }

  /** @param parityAbove shown already */
  private renderResult({ result }: ShownResult, parityAbove: ParityResult | null): TemplateResult {
    const tabled = result.parity === parityAbove ? { ...result, parity: null } : result;
    const invalid = result.measurements.filter(({ validity }) => validity === "invalid").length;
    return html`
      ${result.stopReason === null ? nothing : html`<p class="note" role="status">${msg(str`It stopped early (${this.text(describeStopReason(result.stopReason))}); what was measured before is below.`)}</p>`}
      ${invalid === 0 ? nothing : html`<p class="note" role="alert">${msg(str`${invalid} measurements are invalid: they computed something else than the other engines. See Remarks.`)}</p>`}
      <tau-bench-comparison .session=${this.session}></tau-bench-comparison>
      <tau-bench-charts .result=${result}></tau-bench-charts>
      <div class="tables">${resultTables(tabled, this.language).map((table) => html`<tau-bench-table .table=${table} .alarms=${[BENCH_LABELS.invalid[this.language]]}></tau-bench-table>`)}</div>
    `;
  }
}
