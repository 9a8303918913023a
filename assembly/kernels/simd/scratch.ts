import { CHUNK_CELLS, SLOT_COUNT } from "../../layout";

/** Bytes of one f64x2. */
export const LANE_BYTES: usize = 16;

const SPLATS_BYTES: usize = <usize>SLOT_COUNT * LANE_BYTES;
const ROW_BYTES: usize = <usize>CHUNK_CELLS * 8;

let scratchPtr: usize = 0;

/** Bytes that the kernels need for themselves. */
export function scratchBytes(): usize {
  return SPLATS_BYTES + ROW_BYTES;
}

/** Gives the kernels of this instance their scratch: instances that share a memory must not share it. */
export function useScratch(ptr: usize): void {
  scratchPtr = ptr;
}

/** One pair of equal lanes a slot, for slots that do not vary along the inner axis. */
export function splatPtr(slot: i32): usize {
  return scratchPtr + <usize>slot * LANE_BYTES;
}

/** A chunk of f64. */
export function rowPtr(): usize {
  return scratchPtr + SPLATS_BYTES;
}
