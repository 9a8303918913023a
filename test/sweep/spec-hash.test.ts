import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashSpec } from "../../src/sweep/spec-hash.ts";
import { SWEEP_SCHEMA, type SweepSpec } from "../../src/sweep/spec.ts";

const SPEC: SweepSpec = {
  schema: SWEEP_SCHEMA, prices: "given", rule: "report",
  axes: [{ name: "alpha", min: 0.05, max: 0.9, count: 64, spacing: "linear" }, { name: "wr", values: [0.1, 1e-7, 1e21] }],
  fixed: { r: 0.12, beta: 0.25 }, fields: ["growth", "class"], precision: "f64",
};

/** RFC 8785 by hand: keys in order, no space, numbers as ECMAScript writes them. */
const CANONICAL = '{"axes":[{"count":64,"max":0.9,"min":0.05,"name":"alpha","spacing":"linear"},{"name":"wr","values":[0.1,1e-7,1e+21]}],'
  + '"fields":["growth","class"],"fixed":{"beta":0.25,"r":0.12},"precision":"f64","prices":"given","rule":"report","schema":"tauscape/sweep@1"}';

describe("hashSpec", () => {
  it("is the SHA-256 of the canonical JSON", async () => {
    expect(hashSpec(SPEC)).toBe(`sha256-${createHash("sha256").update(CANONICAL).digest("hex")}`);
  });

  it("does not depend on the order of keys, but on that of axes", async () => {
    const reordered = Object.fromEntries(Object.entries(SPEC).reverse()) as unknown as SweepSpec;
    expect(hashSpec(reordered)).toBe(hashSpec(SPEC));
    expect(hashSpec({ ...SPEC, axes: [...SPEC.axes].reverse() })).not.toBe(hashSpec(SPEC));
  });
});
