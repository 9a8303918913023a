import { gzipSync } from "fflate";
import type { SweepSpec } from "../../sweep/spec.ts";
import { NO_RANGE, type CellBlock, type EncodeBlock } from "../blocks/encoders.ts";
import { elementsOf, fieldType } from "../field-type.ts";
import { bytesOf } from "../tile-order.ts";
import { AxisTexts, csvNumber, MOST_NUMBER_BYTES } from "./axis-texts.ts";

/** Rows that are turned into bytes at a time: of one row the call costs more than the bytes, of many the joining of long texts. */
const ROWS_A_CALL = 16;
/** Of 1 to 9: further levels take twice the time for a hundredth of the bytes. */
const GZIP_LEVEL = 6;

/** Encodes cells as rows of text. */
export function rowEncoder(spec: SweepSpec): EncodeBlock {
  const rows = new Rows(spec);
  return (block) => {
    const bytes = rows.text(block);
    return { bytes, plainBytes: bytes.length, range: NO_RANGE };
  };
}

/** The same in gzip: every block is a member of its own (RFC 1952 lets members follow each other), so that one can go on after any. */
export function gzipRowEncoder(spec: SweepSpec): EncodeBlock {
  const rows = new Rows(spec);
  return (block) => {
    const text = rows.text(block);
    return { bytes: gzipMember(text), plainBytes: text.length, range: NO_RANGE };
  };
}

/** A gzip member, whatever the clock says. */
export function gzipMember(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return gzipSync(bytes, { level: GZIP_LEVEL, mtime: 0 });
}

class Rows {
  private readonly axes: AxisTexts;
  private readonly encoder = new TextEncoder();
  private buffer = new Uint8Array(0);

  constructor(private readonly spec: SweepSpec) {
    this.axes = new AxisTexts(spec);
  }

  text(block: CellBlock): Uint8Array<ArrayBuffer> {
    const { fields, precision } = this.spec;
    const { axes, encoder } = this;
    const columns = fields.map((field): ArrayLike<number> => elementsOf(bytesOf(block, field), fieldType(field, precision)));
    const buffer = this.room(block);
    let length = 0;
    let last = block.start % axes.lastCount;
    let outer = axes.outer(block.start);
    for (let row = 0; row < block.count;) {
      let text = "";
      for (const end = Math.min(block.count, row + ROWS_A_CALL); row < end; row++) {
        text += outer + axes.last(last);
        for (const column of columns) text += `,${csvNumber(column[row])}`;
        text += "\n";
        if (++last < axes.lastCount) continue;
        last = 0;
        outer = axes.outer(block.start + row + 1);
      }
      length += encoder.encodeInto(text, buffer.subarray(length)).written;
    }
    return buffer.subarray(0, length);
  }

  /** Enough for the longest texts. */
  private room({ count }: CellBlock): Uint8Array<ArrayBuffer> {
    const { axes, fields } = this.spec;
    const most = count * (axes.length + fields.length) * MOST_NUMBER_BYTES;
    if (this.buffer.length < most) this.buffer = new Uint8Array(most);
    return this.buffer;
  }
}
