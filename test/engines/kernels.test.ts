import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELD_NAMES } from "../../src/model/index.ts";
import * as layout from "../../assembly/layout.ts";
import { SlotCache } from "../../src/engines/slot-cache.ts";
import { TileSweeper } from "../../src/engines/tile-sweeper.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { cellCount } from "../../src/sweep/spec.ts";
import { arbitrarySpec } from "../support/arbitrary-spec.ts";
import { KERNEL_HOSTS } from "../support/kernel-hosts.ts";
import { evaluateCells, expectedBytes } from "../support/reference-sweep.ts";

describe("layout", () => {
  it("numbers the fields as the model does", () => {
    expect(layout.FIELD_COUNT).toBe(FIELD_NAMES.length);
    expect(FIELD_NAMES[layout.FIELD_GROWTH_SLOPE]).toBe("growthSlope");
    expect(FIELD_NAMES[layout.FIELD_GROWTH_MAXIMISING_TAU]).toBe("growthMaximisingTau");
    expect(FIELD_NAMES[layout.FIELD_STATUS]).toBe("status");
  });
});

describe.each(KERNEL_HOSTS)("kernels of $id", ({ create }) => {
  const host = create();
  const cache = new SlotCache();

  it("fill every field with the model's bits, for any axes, any order and any part of the grid", () => {
    fc.assert(fc.property(arbitrarySpec, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1), (spec, a, b, slot) => {
      const cells = cellCount(spec);
      const start = Math.min(cells - 1, Math.floor(Math.min(a, b) * cells));
      const count = Math.min(cells - start, 1 + Math.floor(Math.abs(a - b) * cells), 400);
      const sweeper = new TileSweeper(host, cache, spec, { cells: count, slots: 2 });
      try {
        const other = { start: 0, count: Math.min(cells, count) };
        sweeper.sweep({ start, count }, false, slot);
        sweeper.sweep(other, false, 1 - slot);
        const bytes = sweeper.bytes(count, slot);
        const expected = evaluateCells(spec, start, count);
        for (const field of spec.fields) {
          expect(Buffer.from(bytes[field] ?? []).equals(expectedBytes(spec, field, expected)), `${field} of ${JSON.stringify(spec)} at ${start}+${count}`).toBe(true);
        }
      } finally {
        sweeper.close();
      }
    }), { numRuns: 400 });
  });

  it("sweep growth and its slope by planes over τ and ω as cell by cell, from any part of the grid", () => {
    const axis = (name: string, min: number, max: number) => fc.integer({ min: 1, max: 11 }).map((count) => ({ name, min, max, count }));
    const planes = fc.tuple(
      fc.tuple(axis("alpha", 0.05, 0.9), axis("beta", 0.05, 0.9)), fc.shuffledSubarray([0, 1], { minLength: 2 }),
      fc.tuple(axis("tau", -0.2, 1.1), axis("wr", 0.1, 10)), fc.shuffledSubarray(["growth", "growthSlope"], { minLength: 2 }),
    ).map(([outer, order, inner, fields]) => parseSpec({ schema: "tauscape/sweep@1", axes: [...outer, inner[order[0]], inner[order[1]]], fields }))
      .filter((parsed) => parsed.ok).map((parsed) => parsed.spec);
    fc.assert(fc.property(planes, fc.nat(), fc.nat(), (spec, a, b) => {
      const start = a % cellCount(spec);
      const count = Math.min(1 + (b % (cellCount(spec) - start)), 3000);
      const sweeper = new TileSweeper(host, cache, spec, { cells: count, slots: 1 });
      try {
        const totals = sweeper.sweep({ start, count }, true);
        const cells = evaluateCells(spec, start, count);
        const feasible = cells.filter((cell) => cell.class !== -128);
        expect([totals.infeasible, totals.positive, totals.negative, totals.boundary])
          .toEqual([-128, 1, -1, 0].map((code) => cells.filter((cell) => cell.class === code).length));
        const bytes = sweeper.bytes(count);
        spec.fields.forEach((field, k) => {
          expect(Buffer.from(bytes[field] ?? []).equals(expectedBytes(spec, field, cells)), field).toBe(true);
          const values = feasible.map((cell) => (field === "growth" ? cell.fields.growth : cell.fields.growthSlope) ?? NaN);
          expect([totals.fields[k]?.min, totals.fields[k]?.max]).toEqual([Math.min(...values), Math.max(...values)]);
        });
      } finally {
        sweeper.close();
      }
    }), { numRuns: 120 });
  });

  it("call the ties of a round grid boundaries, as the model does", () => {
    const parsed = parseSpec({
      schema: "tauscape/sweep@1", fields: ["class", "growth", "growthSlope"],
      axes: [{ name: "alpha", min: 0.25, max: 0.5, count: 2 }, { name: "beta", min: 0.05, max: 0.45, count: 9 }, { name: "wr", min: 0.02, max: 4, count: 200 }],
    });
    if (!parsed.ok) throw new Error("the spec is valid");
    const count = cellCount(parsed.spec);
    const sweeper = new TileSweeper(host, cache, parsed.spec, { cells: count, slots: 1 });
    try {
      const totals = sweeper.sweep({ start: 0, count }, true);
      expect(totals.boundary).toBe(evaluateCells(parsed.spec).filter((cell) => cell.class === 0).length);
      expect(totals.boundary).toBeGreaterThan(5);
      expect([...(sweeper.bytes(count).class ?? [])].filter((code) => code === 0)).toHaveLength(totals.boundary);
    } finally {
      sweeper.close();
    }
  });

  it("count classes and flags, and take extremes and sums, as a visit of every cell does", () => {
    fc.assert(fc.property(arbitrarySpec, fc.boolean(), (spec, keep) => {
      const count = Math.min(cellCount(spec), 2000);
      const sweeper = new TileSweeper(host, cache, spec, { cells: count, slots: keep ? 1 : 0 });
      try {
        const totals = sweeper.sweep({ start: 0, count }, true);
        const cells = evaluateCells(spec, 0, count);
        const feasible = cells.filter((cell) => cell.class !== -128);
        expect(totals.infeasible).toBe(count - feasible.length);
        expect([totals.positive, totals.negative, totals.boundary])
          .toEqual([1, -1, 0].map((sign) => feasible.filter((cell) => cell.class === sign).length));
        if (spec.fields.includes("status")) {
          expect(totals.saving).toBe(feasible.filter((cell) => (cell.status & 2) !== 0).length);
          expect(totals.transversality).toBe(feasible.filter((cell) => (cell.status & 4) !== 0).length);
        }
        spec.fields.forEach((field, k) => {
          const taken = totals.fields[k];
          if (taken === null || field === "class" || field === "status" || feasible.length === 0) return;
          const values = feasible.map((cell) => cell.fields[field] ?? NaN);
          expect(taken.min).toBe(Math.min(...values));
          expect(taken.max).toBe(Math.max(...values));
          const magnitude = values.reduce((sum, value) => sum + Math.abs(value), 0);
          const sum = values.reduce((a, b) => a + b, 0);
          expect(Math.abs(taken.sum + taken.compensation - sum)).toBeLessThanOrEqual(1e-12 * magnitude);
        });
      } finally {
        sweeper.close();
      }
    }), { numRuns: 150 });
  });
});
