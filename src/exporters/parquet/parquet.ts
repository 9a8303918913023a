import { compress, init } from "@bokuweb/zstd-wasm";
import * as v from "valibot";
import { cellCount } from "../../sweep/spec.ts";
import type { FilledTile } from "../../sweep/tile.ts";
import { byteCount, readRecords, readState } from "../checkpoint-state.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "../exporter.ts";
import { TileOrder } from "../tile-order.ts";
import { tableColumns, type TableColumn } from "./columns.ts";
import { footer, MAGIC, type GroupRecord } from "./footer.ts";
import { encodeChunk } from "./pages.ts";

/** Further levels take several times as long for a few hundredths of the bytes. */
const ZSTD_LEVEL = 1;

/** Started a second time, the library would take one memory for another. */
let starting: Promise<void> | undefined;

/**
 * Parquet: a long table, a column an axis and a field, a row group a tile. Values are split into streams of bytes, axes and codes are
 * numbered, all is compressed by zstd. NaN stays NaN; nothing is null.
 */
export async function loadParquet(): Promise<ExportFormat> {
  await (starting ??= init());
  return { plannedBytes: () => null, open: openTable, sidecars: () => [] };
}

const chunkRecord = v.tuple([byteCount, byteCount, byteCount, v.nullable(v.tuple([v.number(), v.number()]))]);
/** What a checkpoint keeps: the length of the file so far, and in its records everything that the footer says of each row group. */
const tableState = v.object({ position: byteCount });
const groupRecord = v.tuple([byteCount, v.array(chunkRecord)]);

async function openTable(source: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null): Promise<ExportWriter> {
  const sink = await target.file("");
  const columns = tableColumns(source.spec);
  if (checkpoint === null) await sink.write(MAGIC, 0);
  const groups = checkpoint === null ? [] : readRecords(groupRecord, checkpoint);
  const from = checkpoint?.from ?? 0;
  const rows = groups.reduce((sum, [count]) => sum + count, 0);
  if (rows !== from || groups.some(([, chunks]) => chunks.length !== columns.length)) {
    throw new RangeError(`The checkpoint at cell ${from} has ${rows} rows, or other columns than this sweep`);
  }
  const position = groups.reduce((sum, [, chunks]) => chunks.reduce((bytes, [, length]) => bytes + length, sum), MAGIC.length);
  if (checkpoint !== null && readState(tableState, checkpoint).position !== position) {
    throw new RangeError(`The checkpoint's row groups end at byte ${position}, not where it says`);
  }
  return new ParquetWriter(source, sink, columns, groups, from, position);
}

class ParquetWriter implements ExportWriter {
  private readonly order: TileOrder;
  private readonly groups: GroupRecord[];
  /** Groups that the last checkpoint knows. */
  private told: number;

  constructor(
    private readonly source: ExportSource, private readonly sink: ByteSink, private readonly columns: readonly TableColumn[],
    groups: readonly GroupRecord[], from: number, private position: number,
  ) {
    this.order = new TileOrder(cellCount(source.spec), from);
    this.groups = [...groups];
    this.told = groups.length;
  }

  async writeTile(tile: FilledTile): Promise<void> {
    this.order.accept(tile);
    const chunks: GroupRecord[1][number][] = [];
    for (const column of this.columns) {
      const { bytes, dictionaryBytes, plainBytes, range } = encodeChunk(column.part(tile), (page) => compress(page, ZSTD_LEVEL));
      await this.sink.write(bytes, this.position);
      this.position += bytes.length;
      chunks.push([dictionaryBytes, bytes.length, plainBytes, range]);
    }
    this.groups.push([tile.count, chunks]);
  }

  checkpoint(): Checkpoint {
    const records = this.groups.slice(this.told);
    this.told = this.groups.length;
    return { from: this.order.due, state: { position: this.position } satisfies v.InferOutput<typeof tableState>, records };
  }

  async finish(): Promise<number> {
    this.order.complete();
    const end = footer(this.source, this.columns, this.groups);
    await this.sink.write(end, this.position);
    return this.position + end.length;
  }
}
