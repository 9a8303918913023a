import { csvFormatRow } from "d3-dsv";
import type { FieldName } from "../model/index.ts";
import { axisPoint } from "../sweep/axes.ts";
import { axisCount, cellCount, type Precision, type SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import { csvMetadata } from "./csv-metadata.ts";
import type { ByteSink, Exporter, ExportSource, ExportWriter } from "./exporter.ts";
import { elementsOf, fieldType } from "./field-type.ts";
import { bytesOf, TileOrder } from "./tile-order.ts";

/** Characters of text that are gathered before they are written. */
const BLOCK_CHARACTERS = 2 ** 20;
/** Where CSV on the Web looks for a table's metadata. */
const METADATA_SUFFIX = "-metadata.json";
/** Texts kept for each axis. */
const MAX_KNOWN_TEXTS = 2 ** 16;

/** A long table: a column an axis and a field, the last axis fastest, its metadata (CSV on the Web) beside it. */
export const csvExporter: Exporter = {
  id: "csv",
  label: { en: "CSV table", zh: "CSV 表格" },
  meaning: {
    en: "A row a point: a column for every axis and every field; metadata beside it (CSVW).",
    zh: "每点一行，每个轴和字段各一列；元数据另存（CSVW）。",
  },
  extension: ".csv",
  mediaType: "text/csv",
  holdsSeveralFields: true,
  plannedBytes: () => null,
  open: async ({ spec }, sink) => CsvWriter.open(spec, sink),
  sidecarSuffixes: [METADATA_SUFFIX],
  sidecars: (source: ExportSource) => [{ suffix: METADATA_SUFFIX, text: csvMetadata(source) }],
};

/** The shortest text that reads back as exactly this number (also as a double, where it is a float32); empty for NaN. */
export function csvNumber(value: number): string {
  if (Number.isNaN(value)) return "";
  return Object.is(value, -0) ? "-0" : String(value);
}

class CsvWriter implements ExportWriter {
  private readonly order: TileOrder;
  private readonly axes: AxisColumns;
  private readonly encoder = new TextEncoder();
  private position = 0;

  private constructor(private readonly spec: SweepSpec, private readonly sink: ByteSink) {
    this.order = new TileOrder(cellCount(spec));
    this.axes = new AxisColumns(spec);
  }

  static async open(spec: SweepSpec, sink: ByteSink): Promise<CsvWriter> {
    const writer = new CsvWriter(spec, sink);
    await writer.append(`${csvFormatRow([...spec.axes.map((axis) => axis.name), ...spec.fields])}\n`);
    return writer;
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
    await this.append(block);
  }

  async finish(): Promise<number> {
    this.order.complete();
    return this.position;
  }

  private async append(text: string): Promise<void> {
    const bytes = this.encoder.encode(text);
    await this.sink.write(bytes, this.position);
    this.position += bytes.length;
  }
}

function columnOf(tile: FilledTile, field: FieldName, precision: Precision): ArrayLike<number> {
  return elementsOf(bytesOf(tile, field), fieldType(field, precision));
}

/** The axes' part of the rows, one after the other; numbers need no quotes. */
class AxisColumns {
  private readonly counts: readonly number[];
  private readonly indices: number[];
  private readonly texts: string[];
  private readonly known: readonly string[][];
  private outer: string;

  constructor(private readonly spec: SweepSpec) {
    this.counts = spec.axes.map(axisCount);
    this.indices = this.counts.map(() => 0);
    this.known = spec.axes.map(() => []);
    this.texts = spec.axes.map((_, axis) => this.textOf(axis, 0));
    this.outer = this.outerText();
  }

  /** The text of the present row; moves on to the next. */
  next(): string {
    const last = this.counts.length - 1;
    const text = this.outer + this.texts[last];
    let axis = last;
    while (axis >= 0 && !this.step(axis)) axis--;
    if (axis < last) this.outer = this.outerText();
    return text;
  }

  /** Moves one axis by a point; false where it starts again. */
  private step(axis: number): boolean {
    const index = this.indices[axis] + 1;
    const wraps = index === this.counts[axis];
    this.indices[axis] = wraps ? 0 : index;
    this.texts[axis] = this.textOf(axis, this.indices[axis]);
    return !wraps;
  }

  /** Most axes are short and come round again and again, so their texts are kept. */
  private textOf(axis: number, index: number): string {
    const { [axis]: known } = this.known;
    const text = known[index] ?? csvNumber(axisPoint(this.spec.axes[axis], index));
    if (index < MAX_KNOWN_TEXTS) known[index] = text;
    return text;
  }

  private outerText(): string {
    return this.texts.slice(0, -1).map((text) => `${text},`).join("");
  }
}
