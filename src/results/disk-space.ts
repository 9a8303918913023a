import type { ResultFileSystem } from "./file-system.ts";
import { splitPath } from "./names.ts";
import { refused } from "./problems.ts";

/** Beside the result stand its journal, then its manifest: some hundred bytes a tile, in practice less than this share. */
const BESIDE_SHARE = 0.001;
const BESIDE_LEAST = 1e6;

/** Room that a result needs beside what of it has been written already. */
export function neededBytes(bytes: number, written = 0): number {
  return Math.max(0, bytes + Math.max(BESIDE_LEAST, bytes * BESIDE_SHARE) - written);
}

/** Length of a result in bytes; `exact`, or projected from a sample. */
export interface ResultSize {
  readonly bytes: number;
  readonly exact: boolean;
}

/** @throws ResultError where a result of this size does not fit behind what of it has been written */
export async function refuseFullDisk(path: string, { bytes, exact }: ResultSize, files: ResultFileSystem, written: number): Promise<void> {
  const free = await files.freeBytes(splitPath(path).folder);
  const needed = neededBytes(bytes, written);
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
