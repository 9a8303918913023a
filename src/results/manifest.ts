import * as v from "valibot";
import { formatCount } from "../model/index.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import { describeProblem } from "../sweep/problems.ts";
import { schemaProblems } from "../sweep/schema-problems.ts";
import { hashSpec } from "../sweep/spec-hash.ts";
import { PRECISIONS, type SweepSpec } from "../sweep/spec.ts";
import type { ResultFileSystem } from "./file-system.ts";
import { readManifestText, writeManifestText, type ListName } from "./manifest-text.ts";
import { refused } from "./problems.ts";
import { count, engineSchema, fieldNameSchema, machineSchema, partSchema, rangeSchema, shardSchema, tileSchema } from "./records.ts";

export const MANIFEST_SCHEMA = "tauscape/manifest@1";

const checksums = v.record(fieldNameSchema, v.nullable(v.string()));
const engineRun = { engine: engineSchema, threads: count };

const manifestSchema = v.strictObject({
  schema: v.literal(MANIFEST_SCHEMA),
  state: v.literal("done"),
  spec: v.unknown(),
  specHash: v.string(),
  version: v.string(),
  format: v.string(),
  precision: v.picklist(PRECISIONS),
  ...engineRun,
  method: v.literal("cells"),
  /** The part of a whole that this is; null for a whole. */
  shard: v.nullable(shardSchema),
  /** Cells [from, to) of the sweep that are here. */
  range: rangeSchema,
  /** The shards that were joined, in order; none where one run made it. */
  shards: v.array(v.strictObject({ ...shardSchema.entries, range: rangeSchema, ...engineRun, machine: machineSchema })),
  /** Names without folders; the first is the result itself, all others stand beside it. */
  files: v.pipe(v.array(v.strictObject({ name: v.string(), bytes: count, checksum: v.nullable(v.string()) })), v.minLength(1)),
  /** Of each field's bytes over `range`; null where the engine gives none. */
  checksums,
  times: v.strictObject({ started: v.string(), finished: v.string(), computingSeconds: v.number() }),
  machine: machineSchema,
});

/** A tile, and the engine that computed it. */
const chunkSchema = v.strictObject({ ...tileSchema.entries, engine: engineSchema, state: v.literal("done"), checksums });
/** Bytes of the result: what was written where, and for which cells; none for what frames them. */
const placedPartSchema = v.strictObject({ ...partSchema.entries, cells: v.nullable(rangeSchema) });

/** What stands beside a result: what it is, how it was made, and the means to check it. Its long lists, chunks and parts, are read on their own. */
export type Manifest = Omit<v.InferOutput<typeof manifestSchema>, "spec"> & { readonly spec: SweepSpec };
export type ManifestChunk = v.InferOutput<typeof chunkSchema>;
export type ManifestPart = v.InferOutput<typeof placedPartSchema>;

/** The long lists: of every tile, and of every byte. Each is asked for once. */
export interface ManifestLists {
  readonly chunks: () => AsyncIterable<ManifestChunk>;
  readonly parts: () => AsyncIterable<ManifestPart>;
}

export function writeManifest(files: ResultFileSystem, path: string, manifest: Manifest, lists: ManifestLists): Promise<void> {
  return writeManifestText(files, path, manifest, lists);
}

/** Reads the manifest at `path` and makes sure that all of it is as it was written; null where there is none. @throws ResultError where it cannot be one */
export async function readManifest(files: ResultFileSystem, path: string): Promise<Manifest | null> {
  if (await files.kind(path) !== "file") return null;
  const file = await files.open(path, "read");
  let head = "";
  try {
    const lines = readManifestText(file);
    let next = await lines.next();
    for (; next.done !== true; next = await lines.next()) if (next.value.place === "head") head += `${next.value.text}\n`;
    if (!next.value) throw unusable(path, "it was cut off or changed after it was written.", "它在写成之后被截断或改动过。");
  } finally {
    await file.close();
  }
  const parsed = v.safeParse(manifestSchema, JSON.parse(head.replace(/,\n$/, "\n}")));
  if (!parsed.success) {
    const [problem] = schemaProblems(parsed.issues, MANIFEST_SCHEMA);
    throw unusable(path, describeProblem(problem, "en"), describeProblem(problem, "zh"));
  }
  const spec = parseSpec(parsed.output.spec);
  if (!spec.ok) throw unusable(path, describeProblem(spec.problems[0], "en"), describeProblem(spec.problems[0], "zh"));
  if (hashSpec(spec.spec) !== parsed.output.specHash) {
    throw unusable(path, "specHash is not the hash of its spec.", "specHash 与其中的 spec 不符。");
  }
  return { ...parsed.output, spec: spec.spec };
}

/** The tiles of a result in order, from the manifest at `path`. @throws ResultError where one is not of the spec */
export async function* readChunks(files: ResultFileSystem, path: string, spec: SweepSpec): AsyncGenerator<ManifestChunk, void> {
  for await (const chunk of readList(files, path, "chunks", chunkSchema)) {
    if ([chunk.digests, chunk.totals.fields].some(({ length }) => length !== spec.fields.length)) {
      throw unusable(path, `the chunk at cell ${formatCount(chunk.start)} is not of the spec's fields.`, `第 ${formatCount(chunk.start)} 个格点处的块与 spec 的字段不符。`);
    }
    yield chunk;
  }
}

/** All bytes of a result in the order in which they were written, from the manifest at `path`. */
export function readParts(files: ResultFileSystem, path: string): AsyncGenerator<ManifestPart, void> {
  return readList(files, path, "parts", placedPartSchema);
}

async function* readList<Schema extends v.GenericSchema>(files: ResultFileSystem, path: string, list: ListName, schema: Schema): AsyncGenerator<v.InferOutput<Schema>, void> {
  const file = await files.open(path, "read");
  try {
    for await (const { place, text } of readManifestText(file)) {
      if (place !== list) continue;
      const parsed = v.safeParse(schema, JSON.parse(text));
      if (!parsed.success) {
        const [problem] = schemaProblems(parsed.issues, MANIFEST_SCHEMA);
        throw unusable(path, describeProblem(problem, "en"), describeProblem(problem, "zh"));
      }
      yield parsed.output;
    }
  } finally {
    await file.close();
  }
}

function unusable(path: string, en: string, zh: string) {
  return refused(`${path} is no manifest that can be used: ${en}`, `${path} 不是可用的清单：${zh}`);
}
