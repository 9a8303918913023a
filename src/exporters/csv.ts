import { csvFormatRow } from "d3-dsv";
import { gzipSync } from "fflate";
import * as v from "valibot";
import type { FieldName } from "../model/index.ts";
import { cellCount, type Precision, type SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import { AxisTexts, csvNumber } from "./axis-texts.ts";
import { byteCount, readState } from "./checkpoint-state.ts";
import { csvMetadata } from "./csv-metadata.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "./exporter.ts";
import { elementsOf, fieldType } from "./field-type.ts";
import { bytesOf, TileOrder } from "./tile-order.ts";

/** Characters of text that are gathered before they are written. */
const BLOCK_CHARACTERS = 2 ** 20;
/** Of 1 to 9: further levels take twice the time for a hundredth of the bytes. */
const GZIP_LEVEL = 6;
/** Where CSV on the Web looks for a table's metadata. */
export const METADATA_SUFFIX = "-metadata.json";

/** A long table: a column an axis and a field, the last axis fastest, its metadata (CSV on the Web) beside it. */
export const csvFormat: ExportFormat = tableFormat((bytes) => bytes);

/** The same table in gzip: every block is a member of its own (RFC 1952 lets members follow each other), so that one can go on after any. */
export const csvGzipFormat: ExportFormat = tableFormat((bytes) => gzipSync(bytes, { level: GZIP_LEVEL, mtime: 0 }));

type Pack = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

function tableFormat(pack: Pack): ExportFormat {
  return {
    plannedBytes: () => null,
    open: (source, target, checkpoint) => openTable(source, target, checkpoint, pack),
    sidecars: (source) => [{ suffix: METADATA_SUFFIX, text: csvMetadata(source) }],
  };
}

/** What a checkpoint keeps: the length of the file so far. */
const tableState = v.object({ position: byteCount });

async function openTable({ spec }: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null, pack: Pack): Promise<ExportWriter> {
  const sink = await target.file("");
  if (checkpoint !== null) return new CsvWriter(spec, sink, pack, checkpoint.from, readState(tableState, checkpoint).position);
  const header = pack(new TextEncoder().encode(`${csvFormatRow([...spec.axes.map((axis) => axis.name), ...spec.fields])}\n`));
  await sink.write(header, 0);
  return new CsvWriter(spec, sink, pack, 0, header.length);
}

class CsvWriter implements ExportWriter {
  private readonly order: TileOrder;
  private readonly axes: AxisTexts;
  private readonly encoder = new TextEncoder();

  constructor(
    private readonly spec: SweepSpec, private readonly sink: ByteSink, private readonly pack: Pack, from: number, private position: number,
  ) {
    this.order = new TileOrder(cellCount(spec), from);
    this.axes = new AxisTexts(spec, from);
  }

  async writeTile(tile: FilledTile): Promise<void> {
    this.order.accept(tile);
    const columns = this.spec.fields.map((field) => columnOf(tile, field, this.spec.precision));
    let block = "";
    for (let i = 0; i < tile.count; i++) {
      block += this.axes.next();
      for (const column of columns) block += `,${csvNumber(column[i])}`;
      block += "\n";
      if (block.length >= BLOCK_CHARACTERS) {
        await this.append(block);
        block = "";
      }
    }
    if (block !== "") await this.append(block);
  }

  checkpoint(): Checkpoint {
    return { from: this.order.due, state: { position: this.position } satisfies v.InferOutput<typeof tableState> };
  }

  async finish(): Promise<number> {
    this.order.complete();
    return this.position;
  }

  private async append(text: string): Promise<void> {
    const bytes = this.pack(this.encoder.encode(text));
    await this.sink.write(bytes, this.position);
    this.position += bytes.length;
  }
}

function columnOf(tile: FilledTile, field: FieldName, precision: Precision): ArrayLike<number> {
  return elementsOf(bytesOf(tile, field), fieldType(field, precision));
}
