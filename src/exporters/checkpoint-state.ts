import * as v from "valibot";
import type { Checkpoint } from "./exporter.ts";

/** A position in a file, or a number of bytes. */
export const byteCount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A CRC-32, or another unsigned number of 32 bits. */
export const uint32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));

/** The state of a checkpoint, which comes from a file. @throws RangeError when it is not of this shape */
export function readState<Schema extends v.GenericSchema>(schema: Schema, { from, state }: Checkpoint): v.InferOutput<Schema> {
  return readJson(schema, from, state);
}

/** All records of a checkpoint, each of this shape, one after the other: there is one a tile. @throws RangeError when one is not */
export function* readRecords<Schema extends v.GenericSchema>(schema: Schema, { from, records = [] }: Checkpoint): Generator<v.InferOutput<Schema>, void> {
  for (const record of records) yield readJson(schema, from, record);
}

function readJson<Schema extends v.GenericSchema>(schema: Schema, from: number, value: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new RangeError(`The checkpoint at cell ${from} cannot be read: ${path === null ? "" : `${path}: `}${issue.message}`);
}
