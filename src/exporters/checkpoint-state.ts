import canonicalize from "canonicalize";
import * as v from "valibot";
import { CheckpointError } from "./checkpoint-error.ts";
import type { Checkpoint } from "./exporter.ts";

/** A position in a file, or a number of bytes. */
export const byteCount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A CRC-32, or another unsigned number of 32 bits. */
export const uint32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));

/** The state of a checkpoint, which comes from a file. @throws CheckpointError when it is not of this shape */
export function readState<Schema extends v.GenericSchema>(schema: Schema, { from, state }: Checkpoint): v.InferOutput<Schema> {
  return readJson(schema, from, state);
}

/**
 * The cell where a writer starts whose checkpoints say no more than how its file is laid out: plain JSON; 0 for a new file.
 * @throws CheckpointError when the file was laid out otherwise
 */
export function startLaidOutAs(layout: object, checkpoint: Checkpoint | null): number {
  if (checkpoint === null) return 0;
  refuseOtherLayout(layout, checkpoint.state, checkpoint.from);
  return checkpoint.from;
}

/** @param was the layout that a checkpoint tells @throws CheckpointError when it is not this one */
export function refuseOtherLayout(layout: object, was: unknown, from: number): void {
  const [told, wanted] = [was, layout].map((one) => canonicalize(one));
  if (told !== wanted) throw new CheckpointError(`The checkpoint at cell ${from} is of a file laid out as ${told ?? "nothing"}, this one as ${wanted ?? "nothing"}`);
}

/** All records of a checkpoint, each of this shape, one after the other: there is one a tile. @throws CheckpointError when one is not */
export function* readRecords<Schema extends v.GenericSchema>(schema: Schema, { from, records = [] }: Checkpoint): Generator<v.InferOutput<Schema>, void> {
  for (const record of records) yield readJson(schema, from, record);
}

function readJson<Schema extends v.GenericSchema>(schema: Schema, from: number, value: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new CheckpointError(`The checkpoint at cell ${from} cannot be read: ${path === null ? "" : `${path}: `}${issue.message}`);
}
