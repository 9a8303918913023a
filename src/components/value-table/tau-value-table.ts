import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { CLASS_INFEASIBLE, CLASS_INFO, CLASS_NEGATIVE, CLASS_POSITIVE, FIELDS, PARAMETERS, STATUS_BITS, type ParameterName, type SignClass } from "../../model/index.ts";
import { axesOf } from "../../state/axes.ts";
import { chartCsv } from "../../state/chart-table.ts";
import { colourFields, withParameters } from "../../state/explorer-state.ts";
import { formatInColumn, formatNumber, quantityInput, quantityUnit } from "../../state/format.ts";
import { AXIS_PLACES, TABLE_COUNTS, withTableAxis, type TableView } from "../../state/table-view.ts";
import { gridTable, steppedValue, valueTable, type ValueTable } from "../../state/value-table.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { saveText } from "../internal/save-text.ts";
import { sharedStyles } from "../internal/styles.ts";
import { cellAfterKey, type CellPlace } from "./grid-keys.ts";
import { gridStyles } from "./grid-styles.ts";

const DIGITS = 3;
const GLYPHS: Readonly<Record<number, string>> = { [CLASS_POSITIVE]: "▲", [CLASS_NEGATIVE]: "▼", 0: "●" };
const TONES: Readonly<Record<number, string>> = { [CLASS_POSITIVE]: "is-raising", [CLASS_NEGATIVE]: "is-lowering", [CLASS_INFEASIBLE]: "is-infeasible" };

/**
 * The grid as a table that can be walked cell by cell: two axes as rows and columns, the others by steppers, a quantity and its sign in each cell.
 * Enter, or a click, sets the present point to the cell.
 */
@customElement("tau-value-table")
export class ValueTableElement extends ExplorerElement {
  protected static override pace = "idle" as const;
  static override styles = [sharedStyles, gridStyles];

  /** The cell that has the focus, or had it last; the present point's before any had. */
  @state() private active: CellPlace | null = null;
  @state() private said = "";

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const table = valueTable(this.explorer.state);
    return html`
      <h2>${msg("The grid as a table")}</h2>
      ${this.renderChoices(this.explorer.state.table)}
      <div class="steppers">${table.others.map((name) => this.renderStepper(name))}</div>
      <div class="scroll"><table role="grid" @keydown=${(event: KeyboardEvent) => this.onKey(event, table)}>
        <caption><span>${this.caption(table)}</span></caption>
        <thead><tr>
          <th scope="col" class="corner"><span class="variable">${PARAMETERS[table.rows].symbol}</span> ↓ <span class="variable">${PARAMETERS[table.columns].symbol}</span> →</th>
          ${[...table.columnPoints].map((point) => html`<th scope="col">${formatNumber(point, DIGITS)}</th>`)}
        </tr></thead>
        <tbody>${[...table.rowPoints].map((point, row) => html`<tr>
          <th scope="row">${formatNumber(point, DIGITS)}</th>${[...table.columnPoints].map((_, column) => this.renderCell(table, { row, column }))}
        </tr>`)}</tbody>
      </table></div>
      <p class="key muted">${msg("▲ more compute raises growth, ▼ lowers it, ● boundary; hatched: infeasible; in brackets: feasible, but impossible in the model. Arrow keys walk, Home and End go to the ends, page keys step the first axis above, Enter sets the point.")}</p>
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  private renderChoices(view: TableView): TemplateResult {
    const axes = this.explorer === undefined ? [] : axesOf(this.explorer.state);
    const side = (name: "rows" | "columns", label: string) => html`<label>${label}<select name=${name}
      @change=${(event: Event) => this.choose((present) => withTableAxis(present, name, AXIS_PLACES[(event.target as HTMLSelectElement).selectedIndex]))}>
      ${AXIS_PLACES.map((place, k) => html`<option .selected=${place === view[name]}>${PARAMETERS[axes[k]].symbol} · ${this.text(PARAMETERS[axes[k]].label)}</option>`)}</select></label>`;
    const quantities = colourFields(this.explorer?.state.prices ?? "given");
    return html`<div class="choices">
      ${side("rows", msg("Rows"))}${side("columns", msg("Columns"))}
      <label>${msg("Quantity")}<select @change=${(event: Event) => this.choose((present) => ({ ...present, quantity: quantities[(event.target as HTMLSelectElement).selectedIndex] }))}>
        ${quantities.map((name) => html`<option .selected=${name === view.quantity}>${this.text(FIELDS[name].label)}</option>`)}</select></label>
      <label>${msg("Points an axis")}<select @change=${(event: Event) => this.choose((present) => ({ ...present, count: TABLE_COUNTS[(event.target as HTMLSelectElement).selectedIndex] }))}>
        ${TABLE_COUNTS.map((count) => html`<option .selected=${count === view.count}>${count}</option>`)}</select></label>
      <button @click=${this.save}>${msg("Save as CSV")}</button>
    </div>`;
  }

  private renderStepper(name: ParameterName): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { symbol, label } = PARAMETERS[name];
    const step = (direction: 1 | -1, sign: string, text: string) => html`<button aria-label=${text} ?disabled=${steppedValue(explorer.state, name, direction) === null}
      @click=${() => this.step(name, direction)}>${sign}</button>`;
    return html`<div class="stepper" role="group" aria-label=${this.text(label)}>
      <span><span class="variable">${symbol}</span> = <span class="number">${formatNumber(explorer.state.parameters[name])}</span></span>
      ${step(-1, "−", msg(str`Lower ${symbol} by a step`))}${step(1, "+", msg(str`Raise ${symbol} by a step`))}
    </div>`;
  }

  private renderCell(table: ValueTable, place: CellPlace): TemplateResult {
    const { grid: { count, values, classes, status }, present } = table;
    const at = place.row * count + place.column;
    const isPresent = present !== null && isSame(place, present);
    const isImpossible = (status[at] & (STATUS_BITS.saving | STATUS_BITS.transversality)) !== 0;
    const number = this.numberAt(values[at]);
    return html`<td data-at=${at} class=${[TONES[classes[at]] ?? "", isPresent ? "is-present" : ""].join(" ")} aria-current=${isPresent ? "true" : nothing}
      tabindex=${isSame(place, this.focusable(table)) ? 0 : -1} @focus=${() => { this.active = place; }} @click=${() => this.set(table, place)}>
      ${classes[at] === CLASS_INFEASIBLE ? html`<span class="visually-hidden">${this.text(CLASS_INFO[CLASS_INFEASIBLE].label)}</span><span aria-hidden="true">–</span>`
        : html`<span class="glyph" aria-hidden="true">${GLYPHS[classes[at]]}</span>${isImpossible ? `(${number})` : number}<span class="visually-hidden">,
          ${this.text(CLASS_INFO[classes[at] as SignClass].label)}${isImpossible ? msg(", impossible in the model") : ""}</span>`}
      ${isPresent ? html`<span class="visually-hidden">${msg(", the present point")}</span>` : nothing}</td>`;
  }

  private numberAt(value: number): string {
    return formatInColumn(value * quantityInput(this.explorer?.state.table.quantity ?? "growth").factor, DIGITS);
  }

  private caption({ rows, columns, others }: ValueTable): string {
    if (this.explorer === undefined) return "";
    const { table: { quantity }, parameters } = this.explorer.state;
    const unit = quantityUnit(quantity, this.language);
    const what = unit === "" ? this.text(FIELDS[quantity].label) : msg(str`${this.text(FIELDS[quantity].label)}, ${unit}`);
    const [first, second] = others.map((name) => `${PARAMETERS[name].symbol} = ${formatNumber(parameters[name])}`);
    return msg(str`${what}: by ${PARAMETERS[rows].symbol} (rows) and ${PARAMETERS[columns].symbol} (columns), at ${first} and ${second}`);
  }

  /** The one cell that Tab goes to. */
  private focusable({ present, grid: { count } }: ValueTable): CellPlace {
    const { row, column } = this.active ?? present ?? { row: 0, column: 0 };
    return { row: Math.min(row, count - 1), column: Math.min(column, count - 1) };
  }

  private onKey(event: KeyboardEvent, table: ValueTable): void {
    const place = this.focusable(table);
    const next = cellAfterKey(place, event, table.grid.count);
    if (next !== null) this.renderRoot.querySelector<HTMLElement>(`[data-at="${next.row * table.grid.count + next.column}"]`)?.focus();
    else if (event.key === "PageUp") this.step(table.others[0], 1);
    else if (event.key === "PageDown") this.step(table.others[0], -1);
    else if (event.key === "Enter" || event.key === " ") this.set(table, place);
    else return;
    event.preventDefault();
  }

  private set({ rows, columns, rowPoints, columnPoints, grid }: ValueTable, { row, column }: CellPlace): void {
    if (grid.classes[row * grid.count + column] === CLASS_INFEASIBLE) {
      this.said = msg("This cell is infeasible; the present point stays.");
      return;
    }
    this.said = "";
    this.explorer?.update((present) => withParameters(present, { [rows]: rowPoints[row], [columns]: columnPoints[column] }));
  }

  private step(name: ParameterName, direction: 1 | -1): void {
    const value = this.explorer === undefined ? null : steppedValue(this.explorer.state, name, direction);
    if (value === null) return;
    this.explorer?.update((present) => withParameters(present, { [name]: value }));
    this.said = `${PARAMETERS[name].symbol} = ${formatNumber(value)}`;
  }

  private choose(change: (view: TableView) => TableView): void {
    this.active = null;
    this.explorer?.update((present) => ({ ...present, table: change(present.table) }));
  }

  private readonly save = (): void => {
    if (this.explorer === undefined) return;
    const { state: shown } = this.explorer;
    saveText(`tauscape-table-${shown.table.quantity}.csv`, "text/csv", chartCsv(gridTable(shown)));
  };
}

function isSame(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.column === other.column;
}
