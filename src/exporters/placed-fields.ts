import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import { startLaidOutAs } from "./checkpoint-state.ts";
import type { ByteSink, Checkpoint, ExportWriter } from "./exporter.ts";
import { fieldBytes } from "./field-type.ts";
import { bytesOf, piecesOf, TileOrder } from "./tile-order.ts";

/** Where a file's fields stand: each a grid in C order without gaps, at a place that is known beforehand. */
export interface FieldPlaces {
  /** In the order of the spec's fields. */
  readonly offsets: readonly number[];
  readonly totalBytes: number;
}

/** Writes each tile's bytes straight to their places; everything else in the file was written when it was opened. */
export class PlacedFieldsWriter implements ExportWriter {
  private readonly order: TileOrder;

  /** @throws CheckpointError when the checkpoint is not of a file with these places */
  constructor(private readonly spec: SweepSpec, private readonly sink: ByteSink, private readonly places: FieldPlaces, checkpoint: Checkpoint | null) {
    this.order = new TileOrder(cellCount(spec), startLaidOutAs(places, checkpoint));
  }

  async writeTile(tile: FilledTile): Promise<void> {
    this.order.accept(tile);
    const { spec, sink, places } = this;
    // A system does no two writes at once in a file, and one that waits for another keeps a processor busy.
    for (const [i, field] of spec.fields.entries()) {
      await sink.write(bytesOf(tile, field), places.offsets[i] + fieldBytes(spec, field, tile.start), piecesOf(tile, i));
    }
  }

  checkpoint(): Checkpoint {
    return { from: this.order.due, state: this.places };
  }

  finish(): Promise<number> {
    this.order.complete();
    return Promise.resolve(this.places.totalBytes);
  }
}
