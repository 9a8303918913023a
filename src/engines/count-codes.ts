import { BIT_SAVING, BIT_TRANSVERSALITY, CODE_BOUNDARY, CODE_INFEASIBLE, CODE_NEGATIVE, CODE_POSITIVE } from "../../assembly/layout.ts";
import type { TileTotals } from "../sweep/totals.ts";

type CodeCounts = Pick<TileTotals, "infeasible" | "positive" | "negative" | "boundary" | "saving" | "transversality">;

/** Counts classes, and flags where there are statuses, byte by byte. */
export function countCodes(classes: Uint8Array<ArrayBufferLike> | undefined, statuses: Uint8Array<ArrayBufferLike> | undefined): CodeCounts {
  const ofClass = countBytes(classes);
  const ofStatus = countBytes(statuses);
  const withBit = (bit: number) => ofStatus.reduce((sum, count, status) => ((status & bit) === 0 ? sum : sum + count), 0);
  return {
    infeasible: ofClass[CODE_INFEASIBLE & 0xff],
    positive: ofClass[CODE_POSITIVE],
    negative: ofClass[CODE_NEGATIVE & 0xff],
    boundary: ofClass[CODE_BOUNDARY],
    saving: withBit(BIT_SAVING),
    transversality: withBit(BIT_TRANSVERSALITY),
  };
}

function countBytes(bytes: Uint8Array<ArrayBufferLike> = new Uint8Array(0)): Uint32Array {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte]++;
  return counts;
}
