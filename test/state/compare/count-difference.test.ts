import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluatePoint, type Parameters } from "../../../src/model/index.ts";
import { countPairs } from "../../../src/state/compare/count-difference.ts";
import { differenceOf } from "../../../src/state/compare/difference.ts";
import { stateOfSide, withSide } from "../../../src/state/compare/compare-state.ts";
import { specOf, sweepSpecOf } from "../../../src/state/derived-specs.ts";
import { DEFAULT_STATE, withParameters, withPrices, type ExplorerState } from "../../../src/state/explorer-state.ts";
import { axisPoints } from "../../../src/sweep/axes.ts";
import { cellCount, type SweepSpec } from "../../../src/sweep/spec.ts";
import { createNodeSweepClient } from "../../../src/workers/node-client.ts";
import type { SweepClient } from "../../../src/workers/sweep-client.ts";

const COARSE: ExplorerState = { ...DEFAULT_STATE, resolution: 32 };
const EQUILIBRIUM = withPrices(COARSE, "equilibrium");

/** Pairs that gain, that lose, that do both, that differ in nothing counted, and of which one alone is feasible. */
const PAIRS: readonly (readonly [name: string, a: ExplorerState, b: ExplorerState])[] = [
  ["report and planner", COARSE, { ...COARSE, rule: "planner" }],
  ["household and report", { ...COARSE, rule: "household" }, COARSE],
  ["two prices of capital", COARSE, withParameters(COARSE, { r: 0.2 })],
  ["two elasticities that are no axes", withParameters({ ...COARSE, axes: ["beta", "wr", "tau", "sigma"] }, { alpha: 0.3 }), withParameters({ ...COARSE, axes: ["beta", "wr", "tau", "sigma"] }, { alpha: 0.7 })],
  ["given prices and equilibrium", { ...COARSE, axes: ["alpha", "beta", "tau", "sigma"] }, { ...EQUILIBRIUM, axes: ["alpha", "beta", "tau", "sigma"] }],
];

let client: SweepClient;
beforeAll(async () => { client = await createNodeSweepClient({ threads: 2 }); });
afterAll(() => client.dispose());

/** A whole sweep's classes, as the command writes them. */
async function classesOf(spec: SweepSpec): Promise<Int8Array> {
  const classes = new Uint8Array(cellCount(spec));
  await client.sweep({ ...spec, fields: ["class"] }, { onTile: ({ start, fields }) => classes.set(fields.class ?? [], start) });
  return new Int8Array(classes.buffer);
}

describe("cells that turn between two scenarios", () => {
  it.each(PAIRS)("are what two sweeps give cell by cell: %s", async (_, a, b) => {
    const state = withSide(withSide(a, "A", a), "B", b);
    const specs = [sweepSpecOf(stateOfSide(state, "A")), sweepSpecOf(stateOfSide(state, "B"))] as const;
    const counts = differenceOf(await countPairs(client, ...specs));
    const [classesA, classesB] = [await classesOf(specs[0]), await classesOf(specs[1])];
    const cells = (holds: (a: number, b: number) => boolean) => classesA.reduce((sum, one, at) => sum + Number(holds(one, classesB[at])), 0);
    const bothFeasible = cells((one, other) => one > -128 && other > -128);
    const turned = cells((one, other) => one > -128 && other > -128 && one !== other);
    expect(counts).toEqual({
      points: classesA.length, positiveA: cells((one) => one === 1), positiveB: cells((_one, other) => other === 1),
      gained: cells((one, other) => one !== 1 && other === 1), lost: cells((one, other) => one === 1 && other !== 1),
      bothFeasible, turned, feasibleInOne: cells((one, other) => (one > -128) !== (other > -128)), share: turned / bothFeasible,
    });
    expect(counts.positiveB - counts.positiveA).toBe(counts.gained - counts.lost);
    const [summaryA, summaryB] = [await client.sweep(specs[0]), await client.sweep(specs[1])];
    expect([counts.positiveA, counts.positiveB]).toEqual([summaryA.positive, summaryB.positive]);
  });

  it("are what the model itself says", async () => {
    const axes = ["beta", "wr", "alpha"] as const;
    const [a, b] = [COARSE, { ...COARSE, rule: "planner" } as const].map((state) => specOf(state, axes, ["class"]));
    const counts = differenceOf(await countPairs(client, a, b));
    let [gained, lost] = [0, 0];
    const points: Record<string, Float64Array> = Object.fromEntries(a.axes.map((axis) => [axis.name, axisPoints(axis)]));
    for (const beta of points.beta) for (const wr of points.wr) for (const alpha of points.alpha) {
      const parameters: Parameters = { ...COARSE.parameters, alpha, beta, wr };
      const [one, other] = (["report", "planner"] as const).map((rule) => evaluatePoint(parameters, rule, "given").class);
      gained += Number(one !== 1 && other === 1);
      lost += Number(one === 1 && other !== 1);
    }
    expect(gained).toBeGreaterThan(1000);
    expect(lost).toBeGreaterThan(10);
    expect([counts.gained, counts.lost]).toEqual([gained, lost]);
  });

  it("are counted with progress that ends at both sweeps' cells, and stop on a signal", async () => {
    const spec = sweepSpecOf(COARSE);
    const done: number[] = [];
    await countPairs(client, spec, spec, { onProgress: (progress) => done.push(progress.done / progress.total) });
    expect(done.at(-1)).toBe(1);
    expect([...done].sort((one, other) => one - other)).toEqual(done);
    const stop = new AbortController();
    const counting = countPairs(client, spec, spec, { signal: stop.signal, onProgress: () => stop.abort(new Error("enough")) });
    await expect(counting).rejects.toThrow("enough");
  });

  it("are not counted over two different grids", async () => {
    await expect(countPairs(client, sweepSpecOf(COARSE), sweepSpecOf(DEFAULT_STATE))).rejects.toThrow("same axes");
  });
});
