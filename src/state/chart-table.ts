import { csvFormatRows } from "d3-dsv";

/** What a chart draws, as numbers: one row a point, headings with their units. */
export interface ChartTable {
  readonly headings: readonly string[];
  /** As many cells as there are headings; NaN where there is no value. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** CSV (RFC 4180): every number is the shortest that reads back as the same float64; what is not a number is empty. */
export function chartCsv({ headings, rows }: ChartTable): string {
  return `${csvFormatRows([headings, ...rows.map((row) => row.map((cell) => (Number.isNaN(cell) ? "" : String(cell))))].map((row) => [...row]))}\n`;
}
