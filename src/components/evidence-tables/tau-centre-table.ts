import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import {
  CENTRE_COLUMNS, CENTRES, filterCentres, nextOrder, NO_FILTER, sortCentres, type CentreColumn, type CentreFilter, type CentreOrder, type CentreRow,
} from "../../state/evidence/centre-table.ts";
import { CENTRE_STATUSES, REGIONS, type CentreStatus, type Region } from "../../state/evidence/evidence-schema.ts";
import { REGION_TEXTS, STATUS_TEXTS } from "../../state/evidence/evidence-texts.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { tableFrame } from "../internal/table-frame.ts";
import { tableStyles } from "../internal/table-styles.ts";

/** The report's list of computing centres: sorted by its headings, filtered by words, region and status. */
@customElement("tau-centre-table")
export class CentreTableElement extends LocalizedElement {
  static override styles = [sharedStyles, tableStyles, css`
    .filters { display: flex; flex-wrap: wrap; gap: 10px 16px; align-items: end; margin-bottom: 10px; }
    .filters label { display: grid; gap: 4px; font-size: 0.8125rem; color: var(--tau-muted); }
    .filters :is(input, select) { color: var(--tau-text); font-size: 0.875rem; }
    input { min-height: 32px; padding: 4px 10px; border: 1px solid var(--tau-line); border-radius: 6px; background: var(--tau-panel); width: 16rem; max-width: 100%; }
    .count { font-size: 0.875rem; min-height: 32px; display: flex; align-items: center; }
    thead th { padding: 2px 4px; }
    thead button { border-color: transparent; background: none; font-weight: 600; white-space: nowrap; padding-inline: 8px; }
    .arrow { display: inline-block; width: 1em; }
    .empty { padding: 20px 12px; display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }
    td:last-child { white-space: nowrap; }
    tbody th { min-width: 14em; }
    @media (max-width: 599px) { tbody th { min-width: 11em; } }
  `];

  @state() private filter: CentreFilter = NO_FILTER;
  @state() private order: CentreOrder | null = null;

  override render(): TemplateResult {
    const rows = sortCentres(filterCentres(CENTRES, this.filter), this.order, this.language);
    return html`
      <div class="filters" role="search" aria-label=${msg("Filter the centres")}>
        <label>${msg("Words")}<input type="search" autocomplete="off" spellcheck="false" .value=${live(this.filter.text)} @input=${this.onText} /></label>
        ${this.renderSelect(msg("Region"), REGIONS, this.filter.region, REGION_TEXTS, (region) => { this.filter = { ...this.filter, region }; })}
        ${this.renderSelect(msg("Status"), CENTRE_STATUSES, this.filter.status, STATUS_TEXTS, (status) => { this.filter = { ...this.filter, status }; })}
        <span class="count" role="status">${msg(str`${rows.length} of ${CENTRES.length} centres`)}</span>
      </div>
      ${tableFrame(msg("Computing centres"), html`
        <thead><tr>${CENTRE_COLUMNS.map((column) => this.renderHeading(column))}</tr></thead>
        <tbody>${rows.map((row) => this.renderRow(row))}</tbody>`,
      rows.length > 0 ? nothing : html`<div class="empty"><span>${msg("No centre of the list matches all of this.")}</span>
        <button @click=${() => { this.filter = NO_FILTER; }}>${msg("Clear the filters")}</button></div>`)}`;
  }

  private renderSelect<T extends Region | CentreStatus>(
    title: string, options: readonly T[], chosen: T | null, texts: Readonly<Record<T, { readonly en: string; readonly zh: string }>>, choose: (id: T | null) => void,
  ): TemplateResult {
    return html`<label>${title}<select @change=${(event: Event) => choose(options.find((id) => id === (event.target as HTMLSelectElement).value) ?? null)}>
      <option value="" .selected=${chosen === null}>${msg("all")}</option>
      ${options.map((id) => html`<option value=${id} .selected=${id === chosen}>${this.text(texts[id])}</option>`)}
    </select></label>`;
  }

  private renderHeading(column: CentreColumn): TemplateResult {
    const isSorted = this.order?.column === column;
    const direction = this.order?.isDescending === true ? "descending" : "ascending";
    const arrow = isSorted ? (direction === "descending" ? "↓" : "↑") : "";
    return html`<th scope="col" aria-sort=${isSorted ? direction : nothing}>
      <button @click=${() => { this.order = nextOrder(this.order, column); }}>${this.columnText(column)} <span class="arrow" aria-hidden="true">${arrow}</span></button>
    </th>`;
  }

  private renderRow({ cells }: CentreRow): TemplateResult {
    const { name } = cells;
    return html`<tr>
      <th scope="row">${this.text(name)}${this.language === "en" ? html`<br /><span class="muted small" lang="zh-Hans">${name.zh}</span>` : nothing}</th>
      ${CENTRE_COLUMNS.filter((column) => column !== "name").map((column) => html`<td>${this.text(cells[column])}</td>`)}
    </tr>`;
  }

  private columnText(column: CentreColumn): string {
    const words: Readonly<Record<CentreColumn, string>> = {
      name: msg("Name"), province: msg("Province"), city: msg("City or district"), region: msg("Region"), status: msg("Status"), date: msg("Month"),
    };
    return words[column];
  }

  private onText(event: Event): void {
    this.filter = { ...this.filter, text: (event.target as HTMLInputElement).value };
  }
}
