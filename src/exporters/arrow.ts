import { Field, Float32, Float64, Int8, makeData, RecordBatch, RecordBatchFileWriter, Schema, Struct, Uint8, type Data, type DataType } from "apache-arrow";
import { FileBlock } from "apache-arrow/ipc/metadata/file";
import * as v from "valibot";
import { joinBytes } from "../sweep/join-bytes.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import { AlternatingColumns } from "./alternating-columns.ts";
import { AxisColumns } from "./axis-columns.ts";
import { CheckpointError } from "./checkpoint-error.ts";
import { byteCount, readRecords, readState } from "./checkpoint-state.ts";
import { describeAxes, describeFields, describeSweep, type ColumnDescription } from "./describe-sweep.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "./exporter.ts";
import { elementsOf, fieldType, type Elements, type FieldType } from "./field-type.ts";
import { bytesOf, piecesOf, TileOrder } from "./tile-order.ts";
import { WritesUnderWay } from "./writes-under-way.ts";

/** Arrow's name of a key that holds JSON of ours. */
const METADATA_KEY = "tauscape";

const ARROW_TYPES: Readonly<Record<FieldType, () => DataType>> = {
  float64: () => new Float64(), float32: () => new Float32(), int8: () => new Int8(), uint8: () => new Uint8(),
};

/**
 * Arrow's IPC file, also called Feather 2: a long table, a column an axis and a field, uncompressed so that it can be mapped into memory;
 * a record batch a tile. NaN stays NaN; nothing is null.
 */
export const arrowFormat: ExportFormat = { plannedBytes: () => null, open: openTable, sidecars: () => [] };

/** What a checkpoint keeps: the length of the file so far, and in its records each record batch's bytes (metadata, body), one behind the other. */
const arrowState = v.object({ position: byteCount });
const batchRecord = v.tuple([byteCount, byteCount]);

async function openTable(source: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null): Promise<ExportWriter> {
  const sink = await target.file("");
  const parts = new IpcParts(schemaOf(source));
  if (checkpoint === null) {
    await sink.write(joinBytes(parts.start()), 0);
    return new ArrowWriter(source.spec, sink, parts, 0);
  }
  parts.goOn(readState(arrowState, checkpoint).position, readRecords(batchRecord, checkpoint));
  return new ArrowWriter(source.spec, sink, parts, checkpoint.from);
}

function schemaOf(source: ExportSource): Schema {
  const { spec } = source;
  const axes = describeAxes(spec).map((axis) => column(axis, "float64"));
  const fields = describeFields(spec).map((field, i) => column(field, fieldType(spec.fields[i], spec.precision)));
  return new Schema([...axes, ...fields], new Map([[METADATA_KEY, JSON.stringify(describeSweep(source))]]));
}

function column({ name, symbol, unit, equation, label, meaning }: ColumnDescription, type: FieldType): Field {
  return new Field(name, ARROW_TYPES[type](), false, new Map(Object.entries({
    symbol, unit, equation, label: label.en, "label:zh": label.zh, description: meaning.en, "description:zh": meaning.zh,
  })));
}

/** apache-arrow's writer, whose parts are taken at once instead of queued, and which can go on behind batches of another process. */
class IpcParts extends RecordBatchFileWriter {
  private parts: Uint8Array<ArrayBufferLike>[] = [];
  /** Batches that the last checkpoint knows. */
  private told = 0;

  constructor(private readonly table: Schema) {
    super({ autoDestroy: false });
  }

  /** The file's beginning. */
  start(): Uint8Array<ArrayBufferLike>[] {
    this.reset(this._sink, this.table);
    return this.take();
  }

  goOn(position: number, batches: Iterable<v.InferOutput<typeof batchRecord>>): void {
    const [first] = [this.start()];
    let offset = lengthOf(first);
    this._recordBatchBlocks = [];
    for (const [metadata, body] of batches) {
      this._recordBatchBlocks.push(new FileBlock(metadata, body, offset));
      offset += metadata + body;
    }
    if (offset !== position) throw new CheckpointError(`The checkpoint's batches end at byte ${offset}, not at byte ${position}`);
    this._position = position;
    this.told = this._recordBatchBlocks.length;
  }

  /** A batch's description, and its columns one after the other with what fills them up to whole words. */
  batch(count: number, columns: readonly Data[]): { readonly head: Uint8Array<ArrayBuffer>; readonly body: readonly Uint8Array<ArrayBufferLike>[] } {
    const struct = makeData({ type: new Struct(this.table.fields), length: count, nullCount: 0, children: [...columns] });
    this.write(new RecordBatch(this.table, struct));
    const parts = this.take();
    const first = parts.findIndex((part) => isSameMemory(part, columns[0].values as ArrayBufferView));
    return { head: joinBytes(parts.slice(0, first)), body: parts.slice(first) };
  }

  /** The file's end. */
  end(): Uint8Array<ArrayBufferLike>[] {
    this._writeFooter(this.table);
    return this.take();
  }

  get length(): number {
    return this._position;
  }

  /** The batches since the last call. */
  takeRecords(): v.InferOutput<typeof batchRecord>[] {
    const records = this._recordBatchBlocks.slice(this.told).map(({ metaDataLength, bodyLength }): [number, number] => [metaDataLength, bodyLength]);
    this.told = this._recordBatchBlocks.length;
    return records;
  }

  protected override _write(chunk: ArrayBufferView): this {
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this._started && bytes.length > 0) {
      this.parts.push(bytes);
      this._position += bytes.length;
    }
    return this;
  }

  private take(): Uint8Array<ArrayBufferLike>[] {
    const taken = this.parts;
    this.parts = [];
    return taken;
  }
}

class ArrowWriter implements ExportWriter {
  private readonly order: TileOrder;
  private readonly axes: AxisColumns;
  private readonly memory = new AlternatingColumns();

  constructor(private readonly spec: SweepSpec, private readonly sink: ByteSink, private readonly parts: IpcParts, from: number) {
    this.order = new TileOrder(cellCount(spec), from);
    this.axes = new AxisColumns(spec);
  }

  /** Everything is written at once: the system takes one column while the next is made, or hashed. */
  async writeTile(tile: FilledTile): Promise<void> {
    this.order.accept(tile);
    const position = this.parts.length;
    const columns = this.columnsOf(tile);
    const { head, body } = this.parts.batch(tile.count, columns.map(({ type, values }) => dataOf(type, values)));
    const writes = new WritesUnderWay();
    const write: WritePart = (bytes, at, pieces) => writes.begin(() => this.sink.write(bytes, at, pieces));
    void write(head, position);
    let at = position + head.length;
    let due = 0;
    for (const part of body) {
      const isPadding = due === columns.length || !isSameMemory(part, columns[due].values);
      if (isPadding) void write(part, at);
      else await writes.begin(() => columns[due++].write(write, at));
      if (writes.hasFailed) break;
      at += part.length;
    }
    await writes.end();
  }

  private columnsOf(tile: FilledTile): readonly BatchColumn[] {
    const { spec, memory } = this;
    const { start, count } = tile;
    // The batch's description asks for lengths alone, so an axis's column is made when it is written.
    const unmade = memory.unmade(count);
    const axes = spec.axes.map((_, axis): BatchColumn => ({
      type: "float64", values: unmade,
      write: (write, at) => memory.next(count, (column) => { this.axes.fillValues(axis, start, column); }, (bytes) => write(bytes, at)),
    }));
    const fields = spec.fields.map((field, k): BatchColumn => {
      const bytes = bytesOf(tile, field);
      const type = fieldType(field, spec.precision);
      return { type, values: elementsOf(bytes, type), write: async (write, at) => { void write(bytes, at, piecesOf(tile, k)); } };
    });
    return [...axes, ...fields];
  }

  checkpoint(): Checkpoint {
    return { from: this.order.due, state: { position: this.parts.length } satisfies v.InferOutput<typeof arrowState>, records: this.parts.takeRecords() };
  }

  async finish(): Promise<number> {
    this.order.complete();
    const position = this.parts.length;
    await this.sink.write(joinBytes(this.parts.end()), position);
    return this.parts.length;
  }
}

/** A column of a record batch. */
interface BatchColumn {
  readonly type: FieldType;
  /** Values of the column's length; what they are does not matter before `write`. */
  readonly values: Elements;
  /** Begins to write it; settles when that has begun, where there had to be room for the column first. */
  write(write: WritePart, at: number): Promise<void>;
}

/** Begins to write a part of the file, unless one could not be written; settles, and never rejects, when that has ended. */
type WritePart = (bytes: Uint8Array<ArrayBufferLike>, position: number, pieces?: Uint8Array) => Promise<void>;

function dataOf(type: FieldType, values: ArrayLike<number>): Data {
  return makeData({ type: ARROW_TYPES[type](), length: values.length, nullCount: 0, data: values } as Parameters<typeof makeData>[0]);
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function isSameMemory(a: ArrayBufferView, b: ArrayBufferView): boolean {
  return a.buffer === b.buffer && a.byteOffset === b.byteOffset && a.byteLength === b.byteLength;
}
