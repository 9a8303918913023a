import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINES } from "../../src/engines/engine-table.ts";
import type { EngineId } from "../../src/engines/engine.ts";
import { DEFAULT_PARAMETERS, FIELD_NAMES, FIELDS, isCodeField, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES } from "../../src/model/index.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import type { FilledTile } from "../../src/sweep/tile.ts";
import type { ClientOptions } from "../../src/workers/create-client.ts";
import type { SweepClient } from "../../src/workers/sweep-client.ts";
import { arbitrarySpec } from "../support/arbitrary-spec.ts";
import { isWithinFloat32Error } from "../support/float32-error.ts";
import { evaluateCells, expectedBytes, parametersOf } from "../support/reference-sweep.ts";

/** Each engine, and on how many threads: the one suite that all of them must pass, wherever they run. */
interface Runner {
  readonly engine: EngineId;
  readonly threads: number;
  readonly numRuns: number;
}

const NUM_RUNS: Readonly<Record<EngineId, number>> = { "wasm-threads": 60, "wasm-simd": 60, "wasm-scalar": 60, js: 40, webgpu: 15 };

/** Every field of every rule and price mode at the default parameters, where the vectors are. */
const VECTORS: readonly SweepSpec[] = PRICE_MODES.flatMap((prices) => RULES.map((rule) => {
  const [name] = PARAMETER_NAMES.filter((parameter) => PARAMETERS[parameter].modes.includes(prices));
  const fields = FIELD_NAMES.filter((field) => FIELDS[field].modes.includes(prices));
  const parsed = parseSpec({ schema: "tauscape/sweep@1", prices, rule, fields, axes: [{ name, values: [DEFAULT_PARAMETERS[name]] }] });
  if (!parsed.ok) throw new Error("the spec is valid");
  return parsed.spec;
}));

/** Runs the suite for every engine but those that cannot be here, which are refused as such. */
export function describeEngines(createClient: (options: ClientOptions) => Promise<SweepClient>, absent: readonly EngineId[], threads: readonly number[]): void {
  const runners = ENGINES.filter(({ id }) => !absent.includes(id)).flatMap(({ id, isParallel }): Runner[] =>
    (isParallel ? threads : [1]).map((count) => ({ engine: id, threads: count, numRuns: NUM_RUNS[id] })));

  describe.each(runners)("$engine on $threads", ({ engine, threads: count, numRuns }) => {
    let client: SweepClient;
    beforeAll(async () => {
      client = await createClient({ engine, threads: count, fallback: false });
    });
    afterAll(() => client.dispose());

    it("has the model's bits in every field, and its counts", async () => {
      await fc.assert(fc.asyncProperty(arbitrarySpec.filter((spec) => cellCount(spec) <= 3000), (spec) => compare(client, onEngine(engine, spec))), { numRuns });
    });

    it.each(VECTORS)("has the model's values at the defaults: $prices prices, rule $rule", (spec) => compare(client, onEngine(engine, spec)));
  });

  it.each(absent)("%s is refused here, with the list of those that work", async (engine) => {
    await expect(createClient({ engine })).rejects.toMatchObject({
      kind: "engine-unavailable", requested: engine, available: ENGINES.map(({ id }) => id).filter((id) => !absent.includes(id)),
    });
  });
}

function onEngine(engine: EngineId, spec: SweepSpec): SweepSpec {
  return engine === "webgpu" ? { ...spec, precision: "f32" } : spec;
}

/** Compares every byte, count and checksum of a sweep with the model; on webgpu, float32 values within their error. */
async function compare(client: SweepClient, spec: SweepSpec): Promise<void> {
  const cells = evaluateCells(spec);
  const isGpu = client.engine.id === "webgpu";
  const faults: string[] = [];
  const onTile = (tile: FilledTile) => void faults.push(...faultsOf(spec, tile, cells, isGpu));
  const summary = await client.sweep(spec, { onTile, checksum: true });
  const reduced = await client.sweep(spec, { checksum: true });
  const classes = [1, -1, 0, -128].map((code) => cells.filter((cell) => cell.class === code).length);
  expect(faults, JSON.stringify(spec)).toEqual([]);
  expect([summary.positive, summary.negative, summary.boundary, summary.infeasible]).toEqual(classes);
  expect({ ...summary, seconds: 0 }).toEqual({ ...reduced, seconds: 0 });
  for (const field of spec.fields) {
    const hasChecksum = !isGpu || isCodeField(field);
    expect(summary.fields[field]?.checksum ?? null, field).toEqual(hasChecksum ? expect.stringMatching(/^xxh128t-/) : null);
  }
}

function faultsOf(spec: SweepSpec, { start, fields }: FilledTile, cells: ReturnType<typeof evaluateCells>, isGpu: boolean): string[] {
  const at = parametersOf(spec);
  return spec.fields.flatMap((field) => {
    const found = fields[field] ?? new Uint8Array();
    const tile = cells.slice(start, start + found.length);
    const expected = expectedBytes(spec, field, tile);
    if (!isGpu || isCodeField(field)) {
      const place = expected.findIndex((byte, k) => byte !== found[k]);
      return place < 0 && found.length === expected.length ? [] : [`${field}, byte ${place} of ${found.length}`];
    }
    const view = new DataView(found.buffer, found.byteOffset, found.byteLength);
    return tile.flatMap((cell, place) => {
      const value = cell.fields[field] ?? NaN;
      const float = view.getFloat32(4 * place, true);
      const isRight = Number.isNaN(value) ? view.getUint32(4 * place, true) === 0x7fc00000 : isWithinFloat32Error(spec, at(start + place), field, float, value);
      return isRight ? [] : [`${field} of cell ${start + place}: ${float}, not ${value}`];
    });
  });
}
