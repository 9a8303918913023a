import * as v from "valibot";
import { cellCount } from "../../sweep/spec.ts";
import type { FilledTile } from "../../sweep/tile.ts";
import { cutIntoBlocks } from "../blocks/cut-into-blocks.ts";
import { encodeInOrder } from "../blocks/encode-in-order.ts";
import type { BlockTable, CellBlock, Encoders } from "../blocks/encoders.ts";
import { byteCount, readRecords, readState } from "../checkpoint-state.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "../exporter.ts";
import { TileOrder } from "../tile-order.ts";
import { ChunkBytes } from "./chunk-bytes.ts";
import { tableColumns, type TableColumn } from "./columns.ts";
import { footer, MAGIC, type ChunkRecord, type GroupRecord } from "./footer.ts";
import { dictionaryPage, loadZstd, PAGE_CELLS, type Page } from "./pages.ts";

/**
 * Parquet: a long table, a column an axis and a field, a row group a tile. Values are split into streams of bytes, axes and codes are
 * numbered, all is compressed by zstd. NaN stays NaN; nothing is null.
 */
export async function loadParquet(encoders: Encoders): Promise<ExportFormat> {
  await loadZstd();
  return { plannedBytes: () => null, open: (source, target, checkpoint) => openTable(source, target, checkpoint, encoders), sidecars: () => [] };
}

const chunkRecord = v.tuple([byteCount, byteCount, byteCount, v.nullable(v.tuple([v.number(), v.number()]))]);
/** What a checkpoint keeps: the length of the file so far, and in its records everything that the footer says of each row group. */
const tableState = v.object({ position: byteCount });
const groupRecord = v.tuple([byteCount, v.array(chunkRecord)]);

async function openTable(source: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null, encoders: Encoders): Promise<ExportWriter> {
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
  return new ParquetWriter(source, sink, columns, encoders, groups, from, position);
}

class ParquetWriter implements ExportWriter {
  private readonly order: TileOrder;
  private readonly groups: GroupRecord[];
  private readonly table: BlockTable;
  /** They stand in every row group alike. */
  private readonly dictionaries: readonly (Page | null)[];
  private readonly chunk = new ChunkBytes();
  /** Groups that the last checkpoint knows. */
  private told: number;

  constructor(
    private readonly source: ExportSource, private readonly sink: ByteSink, private readonly columns: readonly TableColumn[],
    private readonly encoders: Encoders, groups: readonly GroupRecord[], from: number, private position: number,
  ) {
    this.order = new TileOrder(cellCount(source.spec), from);
    this.table = { format: "parquet", spec: source.spec };
    this.dictionaries = columns.map(({ part: { dictionary } }) => (dictionary === null ? null : dictionaryPage(dictionary)));
    this.groups = [...groups];
    this.told = groups.length;
  }

  async writeTile(tile: FilledTile): Promise<void> {
    this.order.accept(tile);
    const pagesAColumn = Math.ceil(tile.count / PAGE_CELLS);
    const chunks: ChunkRecord[] = [];
    let pages = 0;
    for await (const page of encodeInOrder(this.encoders, this.table, this.blocksOf(tile))) {
      if (pages === 0) this.chunk.begin(this.dictionaries[chunks.length]);
      this.chunk.add(page);
      if (++pages < pagesAColumn) continue;
      pages = 0;
      chunks.push(this.chunk.record);
      await this.sink.write(this.chunk.bytes, this.position);
      this.position += this.chunk.bytes.length;
    }
    this.groups.push([tile.count, chunks]);
  }

  /** The columns one after the other. */
  private *blocksOf(tile: FilledTile): Generator<CellBlock, void> {
    for (const { description: { name } } of this.columns) yield* cutIntoBlocks(this.source.spec, tile, [name], PAGE_CELLS);
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
