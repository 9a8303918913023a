import { quantitiesOf, type PriceMode, type QuantityName } from "../model/index.ts";

/** The places of the four axes, as the link names them. */
export const AXIS_PLACES = ["x", "y", "up", "fourth"] as const;
export type AxisPlace = (typeof AXIS_PLACES)[number];

/** Points an axis of the table: few enough to be walked. */
export const TABLE_COUNTS = [9, 13, 17] as const;
export type TableCount = (typeof TABLE_COUNTS)[number];

/** What the table shows: two different axes, and a quantity at their points; the other axes as they are set. */
export interface TableView {
  readonly rows: AxisPlace;
  readonly columns: AxisPlace;
  readonly quantity: QuantityName;
  readonly count: TableCount;
}

export const USUAL_TABLE: TableView = { rows: "y", columns: "x", quantity: "growth", count: 9 };

/** Puts an axis on the rows or the columns; where the other has it, they change places. */
export function withTableAxis(view: TableView, side: "rows" | "columns", axis: AxisPlace): TableView {
  const other = side === "rows" ? "columns" : "rows";
  return { ...view, [side]: axis, [other]: view[other] === axis ? view[side] : view[other] };
}

/** A quantity that the prices do not have gives way to growth. */
export function tableAt(view: TableView, prices: PriceMode): TableView {
  return quantitiesOf(prices).includes(view.quantity) ? view : { ...view, quantity: "growth" };
}

export function tableText({ rows, columns, quantity, count }: TableView): string {
  return [rows, columns, quantity, count].join(",");
}

/** @returns `null` where the text is none of `tableText` at these prices */
export function readTable(text: string, prices: PriceMode): TableView | null {
  const [first, second, third, fourth, ...rest] = text.split(",");
  const rows = AXIS_PLACES.find((place) => place === first);
  const columns = AXIS_PLACES.find((place) => place === second);
  const quantity = quantitiesOf(prices).find((name) => name === third);
  const count = TABLE_COUNTS.find((one) => String(one) === fourth);
  if (rows === undefined || columns === undefined || rows === columns || quantity === undefined || count === undefined || rest.length > 0) return null;
  return { rows, columns, quantity, count };
}
