import type { FieldName } from "../model/index.ts";
import type { FilledTile } from "../sweep/tile.ts";

/** Guards what every writer relies on: tiles follow each other from the first due cell to the last without a gap. */
export class TileOrder {
  /** @param next the cell that is due first. @throws RangeError when there is no such cell */
  constructor(private readonly cells: number, private next: number) {
    if (!Number.isSafeInteger(next) || next < 0 || next > cells) throw new RangeError(`No sweep of ${cells} cells can go on at cell ${next}`);
  }

  /** The cell that is due. */
  get due(): number {
    return this.next;
  }

  /** @throws RangeError when `tile` is not the one that comes next */
  accept(tile: FilledTile): void {
    if (tile.start !== this.next) throw new RangeError(`The tile at cell ${tile.start} came where cell ${this.next} was due`);
    this.next += tile.count;
  }

  /** @throws RangeError when cells are missing */
  complete(): void {
    if (this.next !== this.cells) throw new RangeError(`The file has ${this.next} of ${this.cells} cells`);
  }
}

/** Digests of a field's pieces, where whoever computed them made them. @param k the field's place in the spec */
export function piecesOf({ digests }: FilledTile, k: number): Uint8Array | undefined {
  return digests?.[k] ?? undefined;
}

/** Bytes of a field that the spec asks for. @throws RangeError when the tile lacks it */
export function bytesOf(tile: Pick<FilledTile, "start" | "fields">, field: FieldName): Uint8Array<ArrayBufferLike> {
  const bytes = tile.fields[field];
  if (bytes === undefined) throw new RangeError(`The tile at cell ${tile.start} lacks the field ${field}`);
  return bytes;
}
