/** A cell by row and column, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key takes the focus in a square grid of `count` rows (the pattern "grid" of the ARIA practices); `null` for a key that does not move it. */
export function cellAfterKey({ row, column }: CellPlace, { key, ctrlKey }: Pick<KeyboardEvent, "key" | "ctrlKey">, count: number): CellPlace | null {
  const last = count - 1;
  const within = (at: number) => Math.min(last, Math.max(0, at));
  switch (key) {
    case "ArrowLeft": return { row, column: within(column - 1) };
    case "ArrowRight": return { row, column: within(column + 1) };
    case "ArrowUp": return { row: within(row - 1), column };
    case "ArrowDown": return { row: within(row + 1), column };
    case "Home": return { row: ctrlKey ? 0 : row, column: 0 };
    case "End": return { row: ctrlKey ? last : row, column: last };
    default: return null;
  }
}
