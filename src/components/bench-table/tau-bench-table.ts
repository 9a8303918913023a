import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { BenchTable } from "../../benchmark/bench-tables.ts";
import { sharedStyles } from "../internal/styles.ts";

/** One table of a benchmark under its title. A large one scrolls in its own frame, by keyboard too. */
@customElement("tau-bench-table")
export class BenchTableElement extends LitElement {
  static override styles = [sharedStyles, css`
    h3 { margin-bottom: 6px; }
    .frame { overflow: auto; max-height: 34rem; border: 1px solid var(--tau-line); border-radius: 8px; background: var(--tau-panel); }
    table { border-collapse: collapse; width: 100%; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
    th, td { padding: 6px 10px; text-align: left; vertical-align: baseline; }
    th { font-weight: 600; color: var(--tau-muted); }
    thead th { position: sticky; top: 0; white-space: nowrap; background: var(--tau-panel); box-shadow: inset 0 -1px var(--tau-line); }
    td, tbody th { border-top: 1px solid var(--tau-line); }
    tbody tr:first-child > * { border-top: 0; }
    table.grid td, table.list th { white-space: nowrap; }
    table.list th { width: 1%; }
    table.list td { overflow-wrap: anywhere; }
    .right { text-align: right; }
  `];

  @property({ attribute: false }) table: BenchTable | undefined;
  /** Texts of cells that call for attention, such as "INVALID". */
  @property({ attribute: false }) alarms: readonly string[] = [];

  override render(): TemplateResult | typeof nothing {
    if (this.table === undefined) return nothing;
    const { title, header, alignments, rows } = this.table;
    const isList = header.length === 0;
    return html`
      <h3 id="title">${title}</h3>
      <div class="frame" tabindex="0" role="region" aria-labelledby="title">
        <table class=${isList ? "list" : "grid"} aria-labelledby="title">
          ${isList ? nothing : html`<thead><tr>${header.map((word, k) => html`<th scope="col" class=${alignments[k]}>${word}</th>`)}</tr></thead>`}
          <tbody>${rows.map((row) => html`<tr>${row.map((text, k) => (isList && k === 0
            ? html`<th scope="row">${text}</th>`
            : html`<td class="${alignments[k]}${this.alarms.includes(text) ? " error" : ""}">${text}</td>`))}</tr>`)}</tbody>
        </table>
      </div>`;
  }
}
