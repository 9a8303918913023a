import { csvFormatRow } from "d3-dsv";
import * as v from "valibot";
import { cellCount, type SweepSpec } from "../../sweep/spec.ts";
import type { FilledTile } from "../../sweep/tile.ts";
import { cutIntoBlocks } from "../blocks/cut-into-blocks.ts";
import { encodeInOrder } from "../blocks/encode-in-order.ts";
import type { BlockTable, Encoders } from "../blocks/encoders.ts";
import { byteCount, readState } from "../checkpoint-state.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportWriter } from "../exporter.ts";
import { TileOrder } from "../tile-order.ts";
import { csvMetadata } from "./csv-metadata.ts";
import { gzipMember } from "./encode-rows.ts";

/** Cells of a block: a megabyte or two of text, and many blocks in a tile. */
const BLOCK_CELLS = 2 ** 14;
/** Where CSV on the Web looks for a table's metadata. */
export const METADATA_SUFFIX = "-metadata.json";

/** A long table: a column an axis and a field, the last axis fastest, its metadata (CSV on the Web) beside it. */
export function csvFormat(encoders: Encoders): ExportFormat {
  return tableFormat("csv", encoders, (header) => header);
}

/** The same table in gzip. */
export function csvGzipFormat(encoders: Encoders): ExportFormat {
  return tableFormat("csv.gz", encoders, gzipMember);
}

type Pack = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

function tableFormat(format: "csv" | "csv.gz", encoders: Encoders, pack: Pack): ExportFormat {
  return {
    plannedBytes: () => null,
    async open({ spec }, target, checkpoint) {
      const sink = await target.file("");
      const table = { format, spec };
      if (checkpoint !== null) return new CsvWriter(table, encoders, sink, checkpoint.from, readState(tableState, checkpoint).position);
      const header = pack(new TextEncoder().encode(headerText(spec)));
      await sink.write(header, 0);
      return new CsvWriter(table, encoders, sink, 0, header.length);
    },
    sidecars: (source) => [{ suffix: METADATA_SUFFIX, text: csvMetadata(source) }],
  };
}

/** What a checkpoint keeps: the length of the file so far. */
const tableState = v.object({ position: byteCount });

function headerText({ axes, fields }: SweepSpec): string {
  return `${csvFormatRow([...axes.map(({ name }) => name), ...fields])}\n`;
}

class CsvWriter implements ExportWriter {
  private readonly order: TileOrder;

  constructor(
    private readonly table: BlockTable, private readonly encoders: Encoders, private readonly sink: ByteSink, from: number, private position: number,
  ) {
    this.order = new TileOrder(cellCount(table.spec), from);
  }

  async writeTile(tile: FilledTile): Promise<void> {
    this.order.accept(tile);
    const { spec } = this.table;
    const columns = [...spec.axes.map(({ name }) => name), ...spec.fields];
    for await (const { bytes } of encodeInOrder(this.encoders, this.table, cutIntoBlocks(spec, tile, columns, BLOCK_CELLS))) {
      await this.sink.write(bytes, this.position);
      this.position += bytes.length;
    }
  }

  checkpoint(): Checkpoint {
    return { from: this.order.due, state: { position: this.position } satisfies v.InferOutput<typeof tableState> };
  }

  async finish(): Promise<number> {
    this.order.complete();
    return this.position;
  }
}
