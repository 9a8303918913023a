import { joinBytes } from "../sweep/join-bytes.ts";
import type { ResultFile } from "./file-system.ts";

const BLOCK_BYTES = 2 ** 18;
const END_OF_LINE = 10;

/** A line of a text in UTF-8, without its end. */
export interface Line {
  readonly text: string;
  /** The place behind the line and its end, counted in bytes from the start of the file. */
  readonly end: number;
  /** False of what follows the last end of line, where something does. */
  readonly isWhole: boolean;
}

/** The lines of a file, read block by block: no more is held than a block and the longest line. */
export async function* readLines(file: Pick<ResultFile, "read">): AsyncGenerator<Line, void> {
  const block = new Uint8Array(BLOCK_BYTES);
  const decoder = new TextDecoder();
  let begun: Uint8Array[] = [];
  for (let position = 0; ;) {
    const length = await file.read(block, position);
    let from = 0;
    for (let to = block.indexOf(END_OF_LINE); to >= 0 && to < length; to = block.indexOf(END_OF_LINE, from)) {
      yield { text: decoder.decode(joinBytes([...begun, block.subarray(from, to)])), end: position + to + 1, isWhole: true };
      begun = [];
      from = to + 1;
    }
    if (from < length) begun.push(block.slice(from, length));
    position += length;
    if (length < BLOCK_BYTES) {
      if (begun.length > 0) yield { text: decoder.decode(joinBytes(begun)), end: position, isWhole: false };
      return;
    }
  }
}
