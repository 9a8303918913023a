import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SlotCache } from "../../src/engines/slot-cache.ts";
import {
  decideByModel, GpuLostError, openWebGpu, WebGpuSweeper, type UndecidedCells, type WebGpuDevice,
} from "../../src/engines/webgpu/webgpu-sweeper.ts";
import {
  DEFAULT_PARAMETERS, eulerWeights, evaluatePoint, FIELD_NAMES, FIELDS, isCodeField, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, quantitiesOf, RULES, technologyAt,
  type FieldName, type Parameters, type PointEvaluation,
} from "../../src/model/index.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { TILE_CELLS } from "../../src/sweep/plan.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { arbitrarySpec } from "../support/arbitrary-spec.ts";
import { isWithinFloat32Error } from "../support/float32-error.ts";
import { evaluateCells, parametersOf } from "../support/reference-sweep.ts";

let device: WebGpuDevice;
beforeAll(async () => {
  device = await openWebGpu({ allowSoftware: true });
});
afterAll(() => {
  device.destroy();
});

function specOf(input: object): SweepSpec {
  const parsed = parseSpec({ schema: "tauscape/sweep@1", precision: "f32", ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
}

interface Swept {
  readonly value: (field: FieldName, place: number) => number;
  readonly bits: (field: FieldName, place: number) => number;
  /** The cells that were left to float64. */
  readonly undecided: readonly number[];
}

async function sweep(spec: SweepSpec, start = 0, count = cellCount(spec), on = device): Promise<Swept> {
  const undecided: number[] = [];
  const judge = decideByModel(spec);
  const decide: UndecidedCells = (cells) => {
    undecided.push(...cells);
    return judge(cells);
  };
  const sweeper = new WebGpuSweeper(on, new SlotCache(), spec, decide);
  try {
    await sweeper.sweep({ start, count });
    const views = new Map(Object.entries(sweeper.bytes(count)).map(([field, bytes]) => [field, new DataView(bytes.slice().buffer)]));
    const view = (field: FieldName) => views.get(field) ?? new DataView(new ArrayBuffer(0));
    return {
      undecided,
      bits: (field, place) => view(field).getUint32(4 * place, true),
      value: (field, place) => (field === "class" ? view(field).getInt8(place)
        : field === "status" ? view(field).getUint8(place) : view(field).getFloat32(4 * place, true)),
    };
  } finally {
    sweeper.close();
  }
}

/** The first cell and field that is not as it must be, in words; or nothing. */
function firstFault(spec: SweepSpec, swept: Swept, cells: readonly PointEvaluation[], start = 0): string | undefined {
  const at = parametersOf(spec);
  for (const [place, cell] of cells.entries()) {
    for (const field of spec.fields) {
      const found = swept.value(field, place);
      const words = (wanted: number) => `${field} of cell ${start + place}: ${found}, not ${wanted}; ${JSON.stringify(spec)}`;
      if (isCodeField(field)) {
        if (found !== cell[field]) return words(cell[field]);
        continue;
      }
      const value = cell.fields[field] ?? NaN;
      if (Number.isNaN(value)) {
        if (swept.bits(field, place) !== 0x7fc00000) return words(NaN);
        continue;
      }
      if (!isWithinFloat32Error(spec, at(start + place), field, found, value)) return words(value);
    }
  }
  return undefined;
}

const inF32 = arbitrarySpec.map((spec): SweepSpec => ({ ...spec, precision: "f32" }));

/** Where a quantity that is linear in a parameter takes a value. */
function solveLinear(value: (x: number) => number | undefined, wanted: number): number {
  const [at0, at1] = [value(0.25) ?? NaN, value(0.5) ?? NaN];
  return 0.25 + (0.25 * (wanted - at0)) / (at1 - at0);
}

/** Axes of cells so close to p = q, to a saving rate of 0 or 1 or to a gap of 0 that float32 sees little or no difference. */
const nearChange: fc.Arbitrary<SweepSpec> = fc.record({
  prices: fc.constantFrom(...PRICE_MODES), rule: fc.constantFrom(...RULES), target: fc.constantFrom("class", "saving0", "saving1", "gap"),
  alpha: fc.double({ min: 0.1, max: 0.6, noNaN: true }), beta: fc.double({ min: 0.05, max: 0.35, noNaN: true }), tau: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  wr: fc.double({ min: 0.1, max: 10, noNaN: true }), r: fc.double({ min: 0.01, max: 0.4, noNaN: true }), sigma: fc.double({ min: 0.2, max: 5, noNaN: true }),
  delta: fc.double({ min: 0, max: 0.3, noNaN: true }), width: fc.constantFrom(2 ** -18, 2 ** -21, 2 ** -23, 2 ** -40),
}).map(({ prices, rule, target, width, ...chosen }) => {
  const at: Parameters = { ...DEFAULT_PARAMETERS, ...chosen };
  const values = (change: Partial<Parameters>) => evaluatePoint({ ...at, ...change }, rule, prices).fields;
  const saving = (delta: number) => values({ delta }).impliedSavingRate;
  const [name, point] = target === "gap" ? ["rho", solveLinear((rho) => values({ rho }).discountGap, 0)] as const
    : target !== "class" ? ["delta", solveLinear(saving, target === "saving0" ? 0 : 1)] as const
    : prices === "given" ? ["wr", values({}).threshold ?? NaN] as const : ["tau", 1 - at.alpha] as const;
  const names = PARAMETER_NAMES.filter((other) => other !== name && PARAMETERS[other].modes.includes(prices));
  return parseSpec({
    schema: "tauscape/sweep@1", precision: "f32", prices, rule, fields: target === "class" ? ["class"] : ["status"],
    fixed: Object.fromEntries(names.map((other) => [other, at[other]])),
    axes: [{ name, min: point * (1 - width), max: point * (1 + width), count: 300 }],
  });
}).filter((parsed) => parsed.ok).map((parsed) => parsed.spec);

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("webgpu", () => {
  it("fills every field within float32's error, and codes exactly, for any axes, any order and any part of the grid", async () => {
    await fc.assert(fc.asyncProperty(inF32, share, share, async (spec, a, b) => {
      const cells = cellCount(spec);
      const start = Math.min(cells - 1, Math.floor(Math.min(a, b) * cells));
      const count = Math.min(cells - start, 1 + Math.floor(Math.abs(a - b) * cells), 400);
      expect(firstFault(spec, await sweep(spec, start, count), evaluateCells(spec, start, count), start)).toBeUndefined();
    }), { numRuns: 150 });
  });

  it.each(PRICE_MODES.flatMap((prices) => RULES.map((rule) => [prices, rule] as const)))("fills all fields at once: %s, %s", async (prices, rule) => {
    const spec = specOf({
      prices, rule, fields: FIELD_NAMES.filter((field) => FIELDS[field].modes.includes(prices)),
      axes: [
        { name: "sigma", values: [0.5, 1, 1 + 2 ** -52, 4] }, { name: "alpha", min: 0, max: 1, count: 11 },
        { name: "tau", min: 0, max: 1, count: 6 }, { name: "beta", min: 0.1, max: 1, count: 10 },
        prices === "given" ? { name: "wr", min: 0.1, max: 10, count: 7, spacing: "log" } : { name: "A", min: 0.1, max: 3, count: 7 },
      ],
    });
    const [start, count] = [1001, 9000];
    const cells = evaluateCells(spec, start, count);
    const swept = await sweep(spec, start, count);
    expect(firstFault(spec, swept, cells, start)).toBeUndefined();
    const infeasible = cells.findIndex((cell) => cell.class === -128);
    expect(quantitiesOf(prices).map((field) => swept.bits(field, infeasible))).toEqual(quantitiesOf(prices).map(() => 0x7fc00000));
    expect([swept.value("class", infeasible), swept.value("status", infeasible)]).toEqual([-128, 1]);
  });

  it("calls the ties of a round grid boundaries, and leaves few other cells to float64", async () => {
    const spec = specOf({
      fields: ["class", "growth", "growthSlope", "status"],
      axes: [{ name: "alpha", min: 0.25, max: 0.5, count: 2 }, { name: "beta", min: 0.05, max: 0.45, count: 9 }, { name: "wr", min: 0.02, max: 4, count: 200 }],
    });
    const cells = evaluateCells(spec);
    const swept = await sweep(spec);
    const ties = cells.flatMap((cell, place) => (cell.class === 0 ? [place] : []));
    expect(firstFault(spec, swept, cells)).toBeUndefined();
    expect(ties.length).toBeGreaterThan(5);
    expect(swept.undecided).toEqual(expect.arrayContaining(ties));
    expect(swept.undecided.length).toBeLessThan(0.01 * cells.length);
  });

  it("leaves to float64 what plain float32 decides wrongly", async () => {
    const spec = specOf({
      fields: ["class"], rule: "report", fixed: { alpha: 0.35, beta: 0.25, r: 0.11 },
      axes: [{ name: "wr", min: 1.17142850, max: 1.17142864, count: 4001 }],
    });
    const cells = evaluateCells(spec);
    const f = Math.fround;
    const at = parametersOf(spec);
    const { onCapital, onCompute } = eulerWeights("report", 0.35, technologyAt(0.35, 0.25).computeShare);
    const isWrong = cells.flatMap((cell, place) => {
      const wr = f(at(place).wr);
      const difference = f(f(f(wr * f(0.11)) * f(onCompute)) - f(f(0.11) * f(onCapital)));
      return Math.sign(difference) === cell.class ? [] : [place];
    });
    const swept = await sweep(spec);
    expect(new Set(cells.map((cell) => cell.class)).size).toBeGreaterThan(1);
    expect(isWrong.length).toBeGreaterThan(10);
    expect(swept.undecided).toEqual(expect.arrayContaining(isWrong));
    expect(firstFault(spec, swept, cells)).toBeUndefined();
  });

  it("decides every cell within float32's error of a change of class or status", async () => {
    let [changes, left, visited] = [0, 0, 0];
    await fc.assert(fc.asyncProperty(nearChange, async (spec) => {
      const cells = evaluateCells(spec);
      const swept = await sweep(spec);
      expect(firstFault(spec, swept, cells)).toBeUndefined();
      if (new Set(cells.map((cell) => `${cell.class} ${cell.status}`)).size > 1) changes++;
      left += swept.undecided.length;
      visited += cells.length;
    }), { numRuns: 150 });
    expect(changes).toBeGreaterThan(75);
    expect(left).toBeGreaterThan(0.01 * visited);
    expect(left).toBeLessThan(visited);
  });

  it("leaves saving rates near 0 and 1 and gaps near 0 to float64", async () => {
    const spec = specOf({
      fields: ["status"], fixed: { sigma: 0.5 }, axes: [{ name: "delta", min: 0.05, max: 0.9, count: 40 }, { name: "wr", min: 0.1, max: 10, count: 50_000 }],
    });
    const [start, count] = [50_000 * 7 + 11, 200_000];
    const cells = evaluateCells(spec, start, count);
    const swept = await sweep(spec, start, count);
    expect(firstFault(spec, swept, cells, start)).toBeUndefined();
    expect(swept.undecided.length).toBeGreaterThan(0);
    expect(swept.undecided.length).toBeLessThan(0.001 * count);
  });

  it("computes by the model where float32 would leave its range", async () => {
    const spec = specOf({
      fields: ["growth", "growthSlope", "impliedSavingRate", "discountGap", "servicePrice", "class", "status"],
      axes: [{ name: "r", min: 2 ** -64, max: 2 ** 64, count: 33, spacing: "log" }, { name: "wr", min: 2 ** -64, max: 2 ** 64, count: 33, spacing: "log" }],
    });
    expect(firstFault(spec, await sweep(spec), evaluateCells(spec))).toBeUndefined();
  });

  it("joins boxes from the model and boxes from the GPU in one tile", async () => {
    const spec = specOf({
      fields: ["status", "growth", "class", "impliedSavingRate"],
      axes: [{ name: "r", values: [2 ** -40, 0.1, 0.2] }, { name: "wr", min: 0.1, max: 10, count: 33 }],
    });
    for (const [start, count] of [[10, 80], [10, 30], [1, 98], [32, 3]]) {
      const cells = evaluateCells(spec, start, count);
      const swept = await sweep(spec, start, count);
      expect(firstFault(spec, swept, cells, start)).toBeUndefined();
      const isRounded = cells.map((cell, place) => swept.value("impliedSavingRate", place) === Math.fround(cell.fields.impliedSavingRate ?? NaN));
      expect(isRounded.slice(0, 33 - start).every(Boolean)).toBe(true);
      if (count > 3) expect(isRounded).toContain(false);
    }
  });

  it("sweeps tile after tile, of whole size and less, with tables too large to hand over at once", async () => {
    const spec = specOf({
      fields: ["growth", "class"],
      axes: [{ name: "alpha", min: 0.1, max: 0.6, count: 1100 }, { name: "beta", min: 0.05, max: 0.6, count: 1000 }],
    });
    const judge = decideByModel(spec);
    const sweeper = new WebGpuSweeper(device, new SlotCache(), spec, judge);
    try {
      for (const [start, count] of [[0, TILE_CELLS], [TILE_CELLS, cellCount(spec) - TILE_CELLS], [777, 3]]) {
        await sweeper.sweep({ start, count });
        const bytes = sweeper.bytes(count);
        expect([bytes.growth?.length, bytes.class?.length]).toEqual([4 * count, count]);
        const growth = new Float32Array((bytes.growth ?? new Uint8Array()).slice().buffer);
        for (let place = 0; place < count; place += 997) {
          const [cell] = evaluateCells(spec, start + place, 1);
          if (cell.class === -128) expect(growth[place]).toBeNaN();
          else expect(Math.abs(growth[place] - (cell.fields.growth ?? NaN))).toBeLessThan(2e-5);
          expect(bytes.class?.[place]).toBe(cell.class & 0xff);
        }
      }
    } finally {
      sweeper.close();
    }
  });

  it("rejects, and does not hang, when the GPU is lost before, during and after a sweep", async () => {
    const own = await openWebGpu({ allowSoftware: true });
    const spec = specOf({ fields: ["growth", "status"], axes: [{ name: "tau", min: 0.1, max: 0.9, count: 500 }, { name: "wr", min: 0.1, max: 10, count: 500 }] });
    const sweeper = new WebGpuSweeper(own, new SlotCache(), spec, decideByModel(spec));
    await sweeper.sweep({ start: 0, count: 1000 });
    const underWay = sweeper.sweep({ start: 0, count: 250_000 });
    await Promise.resolve();
    own.destroy();
    await expect(underWay).rejects.toBeInstanceOf(GpuLostError);
    await expect(sweeper.sweep({ start: 0, count: 10 })).rejects.toMatchObject({ kind: "gpu-lost" });
    await expect(own.lost).resolves.toMatch(/closed/);
    sweeper.close();
  });

  it("rejects when the GPU refuses the work", async () => {
    const unknownUsage = 2 ** 31;
    await expect(device.attempt(async () => device.gpu.createBuffer({ size: 4, usage: unknownUsage }))).rejects.toBeInstanceOf(GpuLostError);
    await expect(device.attempt(() => Promise.reject(new Error("no")))).rejects.toThrow("The GPU gave up: no.");
  });
});
