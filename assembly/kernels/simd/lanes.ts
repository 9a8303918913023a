import { slotIndex, slotStep } from "../scalar/slots";
import { splatPtr } from "./scratch";

export { LANE_BYTES } from "./scratch";

/** Where a slot's lanes for inner points `from`, `from`+1, … begin: in its table, or at its splat. */
export function lanesPtr(program: StaticArray<i32>, tables: StaticArray<f64>, slot: i32, from: i32): usize {
  const tablePtr = changetype<usize>(tables) + ((<usize>slotIndex(program, slot, from)) << 3);
  if (slotStep(program, slot) != 0) return tablePtr;
  const ptr = splatPtr(slot);
  v128.store(ptr, f64x2.splat(load<f64>(tablePtr)));
  return ptr;
}

/** Bytes from one pair of a slot's lanes to the next: 16 where it varies along the inner axis, else 0. */
export function lanesStep(program: StaticArray<i32>, slot: i32): usize {
  return <usize>slotStep(program, slot) << 4;
}
