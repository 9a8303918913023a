import * as v from "valibot";
import { expect, it } from "vitest";
import { CheckpointError } from "../../src/exporters/checkpoint-error.ts";
import { byteCount, readRecords } from "../../src/exporters/checkpoint-state.ts";

it("records are read one after the other, as they are asked for: there are as many as tiles", () => {
  let given = 0;
  const records = { *[Symbol.iterator]() { for (const record of [7, 8, "nine"]) { given++; yield record; } } };
  const read = readRecords(byteCount, { from: 3, state: null, records });
  expect([read.next().value, given]).toEqual([7, 1]);
  expect([read.next().value, given]).toEqual([8, 2]);
  expect(() => read.next()).toThrow(new CheckpointError('The checkpoint at cell 3 cannot be read: Invalid type: Expected number but received "nine"'));
  expect([...readRecords(v.number(), { from: 0, state: null })]).toEqual([]);
});
