import type { FieldName } from "../../model/index.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import type { FilledTile } from "../../sweep/tile.ts";
import { fieldBytes } from "../field-type.ts";
import { bytesOf } from "../tile-order.ts";
import type { CellBlock } from "./encoders.ts";

/** Cuts some columns of a tile into blocks of `cells` cells, the last one shorter. The blocks' bytes are views of the tile's. */
export function* cutIntoBlocks(spec: SweepSpec, tile: FilledTile, columns: readonly string[], cells: number): Generator<CellBlock, void> {
  const wanted = spec.fields.filter((field) => columns.includes(field));
  for (let from = 0; from < tile.count; from += cells) {
    const count = Math.min(cells, tile.count - from);
    const part = (field: FieldName) => bytesOf(tile, field).subarray(fieldBytes(spec, field, from), fieldBytes(spec, field, from + count));
    yield { start: tile.start + from, count, columns, fields: Object.fromEntries(wanted.map((field) => [field, part(field)])) };
  }
}
