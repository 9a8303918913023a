import * as v from "valibot";
import { cellCount } from "../../sweep/spec.ts";
import type { FilledTile } from "../../sweep/tile.ts";
import { cutIntoBlocks } from "../blocks/cut-into-blocks.ts";
import { encodeInOrder } from "../blocks/encode-in-order.ts";
import type { BlockTable, CellBlock, Encoders } from "../blocks/encoders.ts";
import { CheckpointError } from "../checkpoint-error.ts";
import { byteCount, readRecords, readState } from "../checkpoint-state.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "../exporter.ts";
import { TileOrder } from "../tile-order.ts";
import { ChunkBytes } from "./chunk-bytes.ts";
import { tableColumns, type TableColumn } from "./columns.ts";
import { footer, MAGIC } from "./footer.ts";
import { dictionaryPage, loadZstd, PAGE_CELLS, type Page } from "./pages.ts";
import { RowGroups, type ChunkRecord, type GroupRecord } from "./row-groups.ts";

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
  const groups = new RowGroups(columns, MAGIC.length);
  if (checkpoint !== null) goOn(groups, columns, checkpoint);
  return new ParquetWriter(source, sink, columns, encoders, groups);
}

/** @throws CheckpointError where the checkpoint is of another table */
function goOn(groups: RowGroups, columns: readonly TableColumn[], checkpoint: Checkpoint): void {
  let rows = 0;
  let hasColumns = true;
  for (const record of readRecords(groupRecord, checkpoint)) {
    const [count, chunks] = record;
    rows += count;
    hasColumns &&= chunks.length === columns.length;
    if (hasColumns) groups.add(record);
  }
  if (rows !== checkpoint.from || !hasColumns) {
    throw new CheckpointError(`The checkpoint at cell ${checkpoint.from} has ${rows} rows, or other columns than this sweep`);
  }
  if (readState(tableState, checkpoint).position !== groups.position) {
    throw new CheckpointError(`The checkpoint's row groups end at byte ${groups.position}, not where it says`);
  }
}

class ParquetWriter implements ExportWriter {
  private readonly order: TileOrder;
  private readonly table: BlockTable;
  /** They stand in every row group alike. */
  private readonly dictionaries: readonly (Page | null)[];
  private readonly chunk = new ChunkBytes();
  /** Groups since the last checkpoint. */
  private untold: GroupRecord[] = [];
  private position: number;

  constructor(
    private readonly source: ExportSource, private readonly sink: ByteSink, private readonly columns: readonly TableColumn[],
    private readonly encoders: Encoders, private readonly groups: RowGroups,
  ) {
    this.order = new TileOrder(cellCount(source.spec), groups.rows);
    this.position = groups.position;
    this.table = { format: "parquet", spec: source.spec };
    this.dictionaries = columns.map(({ part: { dictionary } }) => (dictionary === null ? null : dictionaryPage(dictionary)));
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
    const group: GroupRecord = [tile.count, chunks];
    this.groups.add(group);
    this.untold.push(group);
  }

  /** The columns one after the other. */
  private *blocksOf(tile: FilledTile): Generator<CellBlock, void> {
    for (const { description: { name } } of this.columns) yield* cutIntoBlocks(this.source.spec, tile, [name], PAGE_CELLS);
  }

  checkpoint(): Checkpoint {
    const records = this.untold;
    this.untold = [];
    return { from: this.order.due, state: { position: this.position } satisfies v.InferOutput<typeof tableState>, records };
  }

  async finish(): Promise<number> {
    this.order.complete();
    let end = this.position;
    for (const part of footer(this.source, this.columns, this.groups)) {
      await this.sink.write(part, end);
      end += part.length;
    }
    return end;
  }
}
