import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KernelHost } from "../../../src/engines/kernel-host.ts";
import { SlotCache } from "../../../src/engines/slot-cache.ts";
import { TileSweeper } from "../../../src/engines/tile-sweeper.ts";
import { DEFAULT_PARAMETERS, evaluatePoint, FIELD_NAMES, FIELDS, PRICE_MODES, RULES } from "../../../src/model/index.ts";
import { parseSpec } from "../../../src/sweep/parse-spec.ts";
import { cellCount, type SweepSpec } from "../../../src/sweep/spec.ts";
import { runRows } from "../../../src/sweep/rows/run-rows.ts";
import { planRows, type RowsPass } from "../../../src/sweep/rows/rows-plan.ts";
import { arbitrarySpec } from "../../support/arbitrary-spec.ts";
import { KERNEL_HOSTS } from "../../support/kernel-hosts.ts";
import { evaluateCells } from "../../support/reference-sweep.ts";

const cache = new SlotCache();

/** Sweeps a pass in pieces of `piece` cells: what is counted must not depend on where a row is cut. */
function sweeping(host: KernelHost, piece: number) {
  return ({ spec, follow }: RowsPass) => {
    const sweeper = new TileSweeper(host, cache, spec, { cells: 0, slots: 0 }, follow ? "followBox" : "sweepBox");
    try {
      return Promise.resolve(sweeper.sweepBlocks({ start: 0, count: cellCount(spec) }, piece, true, 0, () => undefined));
    } finally {
      sweeper.close();
    }
  };
}

/** Compares rows with the model at every cell: counts and extremes exactly, means within tolerance. */
async function compare(host: KernelHost, spec: SweepSpec, piece: number): Promise<void> {
  const found = await runRows(spec, sweeping(host, piece));
  const cells = evaluateCells(spec);
  const feasible = cells.filter((cell) => cell.class !== -128);
  const words = JSON.stringify(spec);
  const counts = [1, -1, 0].map((code) => feasible.filter((cell) => cell.class === code).length);
  expect([found.cells, found.infeasible, found.positive, found.negative, found.boundary], words).toEqual([cells.length, cells.length - feasible.length, ...counts]);
  if (spec.fields.includes("status")) {
    expect([found.saving, found.transversality], words).toEqual([2, 4].map((bit) => feasible.filter((cell) => (cell.status & bit) !== 0).length));
  }
  spec.fields.forEach((field, k) => {
    const totals = found.fields[k];
    if (totals === null || field === "class" || field === "status" || feasible.length === 0) return;
    const values = feasible.map((cell) => cell.fields[field] ?? NaN);
    expect([totals.min, totals.max], `${field} of ${words}`).toEqual([Math.min(...values), Math.max(...values)]);
    const size = values.reduce((sum, value) => sum + Math.abs(value), 0);
    expect(Math.abs(totals.sum + totals.compensation - exactSum(values)), `${field} of ${words}`).toBeLessThanOrEqual(1e-12 * size);
  });
}

/** Neumaier's sum. */
function exactSum(values: readonly number[]): number {
  let [sum, lost] = [0, 0];
  for (const value of values) {
    const after = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - after + value : value - after + sum;
    sum = after;
  }
  return sum + lost;
}

describe.each(KERNEL_HOSTS)("rows on $id", ({ create }) => {
  const host = create();

  it("find what a visit of every cell finds, for any spec", async () => {
    await fc.assert(fc.asyncProperty(arbitrarySpec.filter((spec) => cellCount(spec) <= 3000), fc.integer({ min: 1, max: 4000 }),
      (spec, piece) => compare(host, spec, piece)), { numRuns: 150 });
  });

  it.each(PRICE_MODES.flatMap((prices) => RULES.map((rule) => ({ prices, rule }))))("follow long rows of every field: $prices prices, rule $rule", async ({ prices, rule }) => {
    const parsed = parseSpec({
      schema: "tauscape/sweep@1", prices, rule, fields: FIELD_NAMES.filter((field) => FIELDS[field].modes.includes(prices)),
      axes: [
        prices === "given" ? { name: "wr", min: 0.05, max: 8, count: 40, spacing: "log" } : { name: "A", min: 0.02, max: 3, count: 40 },
        { name: "alpha", min: 0.1, max: 1, count: 6 }, { name: "tau", min: 0, max: 1, count: 33 }, { name: "beta", min: 0.1, max: 0.8, count: 6 },
      ],
      fixed: { sigma: 0.6, delta: 0.04 },
    });
    if (!parsed.ok) throw new Error("the spec is valid");
    await compare(host, parsed.spec, 997);
  });
});

it("visits the cells where terms cancel so much that a mean could not be vouched for", async () => {
  const { threshold } = evaluatePoint({ ...DEFAULT_PARAMETERS, alpha: 0.37, beta: 0.21 }, "report", "given").fields;
  for (const width of [1e-3, 1e-6, 1e-9]) {
    const parsed = parseSpec({
      schema: "tauscape/sweep@1", fields: ["growthSlope", "margin", "growth"], fixed: { alpha: 0.37, beta: 0.21 },
      axes: [{ name: "wr", min: (threshold ?? NaN) * (1 - width), max: (threshold ?? NaN) * (1 + 1.1 * width), count: 301 }, { name: "tau", min: 0.1, max: 0.9, count: 5 }],
    });
    if (!parsed.ok) throw new Error("the spec is valid");
    await compare(KERNEL_HOSTS[0].create(), parsed.spec, 5000);
  }
});

describe("a plan", () => {
  const planOf = (input: object) => {
    const parsed = parseSpec({ schema: "tauscape/sweep@1", ...input });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return planRows(parsed.spec);
  };
  const axes = ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.1, max: 0.9, count: 1000 }));

  it("takes whole planes over τ and ω, wherever they stand in the order", () => {
    for (const order of [axes, axes.toReversed(), [axes[2], axes[0], axes[3], axes[1]]]) {
      const plan = planOf({ axes: order, fields: ["growth", "growthSlope"] });
      expect(plan.groups).toHaveLength(1);
      expect(plan.cost).toBeLessThan(1e8);
    }
  });

  it("calls the ties of a round grid boundaries", async () => {
    const parsed = parseSpec({
      schema: "tauscape/sweep@1", fields: ["class"],
      axes: [{ name: "alpha", values: [0.25, 1 / 3, 0.5] }, { name: "beta", values: [0.25, 1 / 3, 0.375] }, { name: "wr", min: 1 / 3, max: 8, count: 24 }, { name: "tau", min: 0.1, max: 0.9, count: 9 }],
    });
    if (!parsed.ok) throw new Error("the spec is valid");
    const found = await runRows(parsed.spec, sweeping(KERNEL_HOSTS[0].create(), 100));
    expect(found.boundary).toBeGreaterThan(8);
    expect(found.boundary).toBe(evaluateCells(parsed.spec).filter((cell) => cell.class === 0).length);
  });
});
