import { displayWidth } from "./display-width.ts";

export type Alignment = "left" | "right";

const GAP = "  ";

/**
 * Rows of text in columns that line up in a terminal, also with Chinese in them. Rows may be shorter than others; no line
 * ends in spaces.
 */
export function renderTable(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string {
  const widths = alignments.map((_, k) => Math.max(0, ...rows.map((row) => displayWidth(row[k] ?? ""))));
  return rows.map((row) => `${row.map((cell, k) => pad(cell, widths[k], alignments[k])).join(GAP).trimEnd()}\n`).join("");
}

function pad(cell: string, width: number, alignment: Alignment): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(cell)));
  return alignment === "left" ? cell + space : space + cell;
}
