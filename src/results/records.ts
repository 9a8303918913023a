import * as v from "valibot";
import { FIELD_NAMES } from "../model/index.ts";
import { ENGINE_IDS } from "../engines/engine.ts";

/** JSON has no infinities, and an empty tile's extremes are some. */
const real = v.union([v.number(), v.pipe(v.picklist(["Infinity", "-Infinity", "NaN", "-0"]), v.transform(Number))]);
/** A number of cells, bytes or the like. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const digest = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{32})*$/, "hexadecimal digests of 128 bits"));

const fieldTotals = v.strictObject({ min: real, max: real, sum: real, compensation: real });

/** What a tile contributes to the summary and to the checksums. */
export const tileSchema = v.strictObject({
  start: count,
  count,
  totals: v.strictObject({
    cells: count, infeasible: count, positive: count, negative: count, boundary: count, saving: count, transversality: count,
    fields: v.array(v.nullable(fieldTotals)),
  }),
  /** The digests of each field's 1 MiB pieces, joined, in hexadecimal; null where the engine gives none. */
  digests: v.array(v.nullable(digest)),
  /** Of computing: the tile's share of the run's. */
  seconds: v.number(),
});

/** A run of bytes that was written. */
export const partSchema = v.strictObject({
  /** Within the result: empty for the result itself, else a path in its folder. */
  path: v.string(),
  position: count,
  length: count,
  /** XXH128 of the joined digests of its 1 MiB pieces, as in CONTRACT.md. */
  digest: v.pipe(v.string(), v.regex(/^xxh128t-[0-9a-f]{32}$/)),
});

/** A writer's checkpoint; `records` are those since the one before. */
export const checkpointSchema = v.strictObject({ from: count, state: v.unknown(), records: v.exactOptional(v.pipe(v.array(v.unknown()), v.readonly())) });

export const shardSchema = v.strictObject({ index: count, count: v.pipe(count, v.minValue(1)) });
export const rangeSchema = v.strictObject({ from: count, to: count });

export const machineSchema = v.strictObject({
  platform: v.string(), architecture: v.string(), processor: v.string(), threads: count, memoryBytes: count, runtime: v.string(),
});

export const engineSchema = v.picklist(ENGINE_IDS);
export const fieldNameSchema = v.picklist(FIELD_NAMES);

export type TileRecord = v.InferOutput<typeof tileSchema>;
export type Part = v.InferOutput<typeof partSchema>;
export type Shard = v.InferOutput<typeof shardSchema>;
export type Machine = v.InferOutput<typeof machineSchema>;

/** JSON text of records, infinities and −0 as words. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === "number" && (!Number.isFinite(item) || Object.is(item, -0)) ? wordOf(item) : item), indent);
}

function wordOf(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

