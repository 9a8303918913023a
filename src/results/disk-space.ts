import { TILE_CELLS } from "../sweep/plan.ts";
import type { ResultFileSystem } from "./file-system.ts";
import { splitPath } from "./names.ts";
import { refused } from "./problems.ts";

/** Beside the result stand its journal and, at the end, its manifest, each of about a kilobyte a tile and some hundred bytes a part: the parts of text are a MB, less under gzip. */
const BESIDE_TILE_BYTES = 4096;
const BESIDE_SHARE = 0.002;
const BESIDE_LEAST = 1e6;

/** Room that a result of so many cells needs beside what of it has been written already. */
export function neededBytes(bytes: number, cells: number, written = 0): number {
  return Math.max(0, bytes + Math.max(BESIDE_LEAST, bytes * BESIDE_SHARE + Math.ceil(cells / TILE_CELLS) * BESIDE_TILE_BYTES) - written);
}

/** Length of a result in bytes; `exact`, or projected from a sample. */
export interface ResultSize {
  readonly bytes: number;
  readonly cells: number;
  readonly exact: boolean;
}

/** @throws ResultError where a result of this size does not fit behind what of it has been written */
export async function refuseFullDisk(path: string, { bytes, cells, exact }: ResultSize, files: ResultFileSystem, written: number): Promise<void> {
  const free = await files.freeBytes(splitPath(path).folder);
  const needed = neededBytes(bytes, cells, written);
  if (free === null || needed <= free) return;
  throw refused(
    `${path} needs ${exact ? "" : "about "}${bytesInWords(needed)}, and ${bytesInWords(free)} are free. Make room, write elsewhere, or ask for fewer points or fields.`,
    `${path} 需要${exact ? " " : "约 "}${bytesInWords(needed)}，可用 ${bytesInWords(free)}。请腾出空间、写到别处，或减少点数或字段。`,
  );
}

const DIGITS = 3;
const UNITS = ["B", "kB", "MB", "GB", "TB", "PB", "EB"] as const;

/** Bytes to three digits in the unit that suits them, decimal as on disks; the same in both languages. */
export function bytesInWords(bytes: number): string {
  // By the rounded number: 999,999 bytes are 1.00 MB, not 1000 kB.
  const rounded = Number(bytes.toPrecision(DIGITS));
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, rounded)) / 3)));
  const size = bytes / 1000 ** power;
  return `${Number.isInteger(size) ? size : (rounded / 1000 ** power).toPrecision(DIGITS)} ${UNITS[power]}`;
}
