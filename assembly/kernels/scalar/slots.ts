import { AT_SLOT, SLOT_LENGTH } from "../../layout";

/** Index of a slot's entry for inner point `i` of the present row. */
export function slotIndex(program: StaticArray<i32>, slot: i32, i: i32): i32 {
  const at: i32 = AT_SLOT + slot * SLOT_LENGTH;
  return program[at] + i * program[at + 1];
}

/** A slot's value at inner point `i` of the present row. */
export function slotValue(program: StaticArray<i32>, tables: StaticArray<f64>, slot: i32, i: i32): f64 {
  return tables[slotIndex(program, slot, i)];
}

/** Step of a slot along the inner axis: 1 where it varies, else 0. */
export function slotStep(program: StaticArray<i32>, slot: i32): i32 {
  return program[AT_SLOT + slot * SLOT_LENGTH + 1];
}
