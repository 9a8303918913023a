import * as v from "valibot";
import { parseSpec } from "../sweep/parse-spec.ts";
import { describeProblem } from "../sweep/problems.ts";
import { schemaProblems } from "../sweep/schema-problems.ts";
import { hashSpec } from "../sweep/spec-hash.ts";
import { PRECISIONS, type SweepSpec } from "../sweep/spec.ts";
import { readText, type ResultFileSystem } from "./file-system.ts";
import { refused } from "./problems.ts";
import { engineSchema, fieldNameSchema, machineSchema, partSchema, rangeSchema, shardSchema, tileSchema, toJson } from "./records.ts";

export const MANIFEST_SCHEMA = "tauscape/manifest@1";

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
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
  chunks: v.array(v.strictObject({ ...tileSchema.entries, state: v.literal("done"), checksums })),
  /** Every byte of the result: what was written where, and for which cells; none for what frames them. */
  parts: v.array(v.strictObject({ ...partSchema.entries, cells: v.nullable(rangeSchema) })),
  times: v.strictObject({ started: v.string(), finished: v.string(), computingSeconds: v.number() }),
  machine: machineSchema,
});

/** What stands beside a result: what it is, how it was made, and the means to check it. */
export type Manifest = Omit<v.InferOutput<typeof manifestSchema>, "spec"> & { readonly spec: SweepSpec };
export type ManifestChunk = Manifest["chunks"][number];
export type ManifestPart = Manifest["parts"][number];

export function renderManifest(manifest: Manifest): string {
  const { chunks, parts, ...rest } = manifest;
  const lists = { chunks: chunks.map((chunk) => toJson(chunk)), parts: parts.map((part) => toJson(part)) };
  const open = toJson(rest, 2).slice(0, -2);
  const list = (name: keyof typeof lists) => `,\n  "${name}": [${lists[name].length === 0 ? "" : `\n    ${lists[name].join(",\n    ")}\n  `}]`;
  return `${open}${list("chunks")}${list("parts")}\n}\n`;
}

/** Reads the manifest at `path`; null where there is none. @throws ResultError where it cannot be one */
export async function readManifest(files: ResultFileSystem, path: string): Promise<Manifest | null> {
  const text = await readText(files, path);
  if (text === null) return null;
  const parsed = v.safeParse(manifestSchema, parseJson(path, text));
  if (!parsed.success) {
    const [problem] = schemaProblems(parsed.issues, MANIFEST_SCHEMA);
    throw unusable(path, describeProblem(problem, "en"), describeProblem(problem, "zh"));
  }
  const spec = parseSpec(parsed.output.spec);
  if (!spec.ok) throw unusable(path, describeProblem(spec.problems[0], "en"), describeProblem(spec.problems[0], "zh"));
  if (hashSpec(spec.spec) !== parsed.output.specHash) {
    throw unusable(path, "specHash is not the hash of its spec.", "specHash 与其中的 spec 不符。");
  }
  const odd = parsed.output.chunks.find(({ digests, totals }) => [digests, totals.fields].some(({ length }) => length !== spec.spec.fields.length));
  if (odd !== undefined) throw unusable(path, `the chunk at cell ${odd.start} is not of the spec's fields.`, `第 ${odd.start} 个格点处的块与 spec 的字段不符。`);
  return { ...parsed.output, spec: spec.spec };
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unusable(path, "it is not JSON.", "不是 JSON。");
  }
}

function unusable(path: string, en: string, zh: string) {
  return refused(`${path} is no manifest that can be used: ${en}`, `${path} 不是可用的清单：${zh}`);
}
