import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { describeProblem } from "../../src/sweep/problems.ts";
import { arbitrarySpec } from "../support/arbitrary-spec.ts";

const valid = {
  schema: "tauscape/sweep@1",
  axes: [
    { name: "alpha", min: 0.05, max: 0.9, count: 64 },
    { name: "tau", values: [0.1, 0.3, 0.5] },
    { name: "wr", min: 0.1, max: 10, count: 64, spacing: "log" },
  ],
  fixed: { r: 0.1 },
};

function pathsOf(input: unknown): string[] {
  const parsed = parseSpec(input);
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
}

describe("parseSpec", () => {
  it("fills every default in, and only with what has an effect in the price mode", () => {
    const parsed = parseSpec(valid);
    expect(parsed).toEqual({
      ok: true,
      spec: {
        schema: "tauscape/sweep@1", prices: "given", rule: "report", precision: "f64", fields: ["growth", "growthSlope"],
        axes: [{ ...valid.axes[0], spacing: "linear" }, valid.axes[1], valid.axes[2]],
        fixed: { beta: 0.25, r: 0.1, sigma: 5, delta: 0.05, rho: 0.04, eta: 1 },
      },
    });
  });

  it("reads what it wrote: a filled spec is its own reading", () => {
    fc.assert(fc.property(arbitrarySpec, (spec) => {
      expect(parseSpec(JSON.parse(JSON.stringify(spec)))).toEqual({ ok: true, spec });
    }));
  });

  it("reads −0 as 0", () => {
    const parsed = parseSpec({ ...valid, fixed: { delta: -0 }, axes: [{ name: "tau", values: [-0, 0.5] }] });
    expect(parsed.ok && Object.is(parsed.spec.fixed.delta, 0)).toBe(true);
  });

  it.each([
    ["a schema of another version", { ...valid, schema: "tauscape/sweep@2" }, ["schema"]],
    ["no schema", { axes: valid.axes }, ["schema"]],
    ["an unknown key", { ...valid, colour: 1 }, ["colour"]],
    ["an unknown word", { ...valid, prices: "free", rule: "king", precision: "f16" }, ["prices", "rule", "precision"]],
    ["no axis", { ...valid, axes: [] }, ["axes"]],
    ["an axis that is no object", { ...valid, axes: [3] }, ["axes[0]"]],
    ["an unknown key of an axis", { ...valid, axes: [{ ...valid.axes[0], step: 1 }] }, ["axes[0].step"]],
    ["an unknown parameter", { ...valid, axes: [{ ...valid.axes[0], name: "theta" }] }, ["axes[0].name"]],
    ["the same axis twice", { ...valid, axes: [valid.axes[0], valid.axes[0]] }, ["axes[1].name"]],
    ["a value for what is an axis", { ...valid, fixed: { alpha: 0.2 } }, ["fixed.alpha"]],
    ["min above max", { ...valid, axes: [{ name: "tau", min: 0.9, max: 0.1, count: 3 }] }, ["axes[0].max"]],
    ["min equal to max with several points", { ...valid, axes: [{ name: "tau", min: 0.5, max: 0.5, count: 3 }] }, ["axes[0].max"]],
    ["a count of none", { ...valid, axes: [{ name: "tau", min: 0.1, max: 0.5, count: 0 }] }, ["axes[0].count"]],
    ["a count that is not whole", { ...valid, axes: [{ name: "tau", min: 0.1, max: 0.5, count: 2.5 }] }, ["axes[0].count"]],
    ["logarithms of zero", { ...valid, axes: [{ name: "wr", min: 0, max: 5, count: 3, spacing: "log" }] }, ["axes[0].min"]],
    ["points too close for floats", { ...valid, axes: [{ name: "tau", min: 0.5, max: 0.5 + 2 ** -52, count: 9 }] }, ["axes[0].count"]],
    ["a list that does not increase", { ...valid, axes: [{ name: "tau", values: [0.1, 0.3, 0.3] }] }, ["axes[0].values[2]"]],
    ["values beside a range", { ...valid, axes: [{ name: "tau", values: [0.1], count: 1 }] }, ["axes[0].count"]],
    ["a list with a text", { ...valid, axes: [{ name: "tau", values: [0.1, "0.2"] }] }, ["axes[0].values[1]"]],
    ["an axis without a point inside the domain", { ...valid, axes: [{ name: "tau", min: 1, max: 2, count: 5 }] }, ["axes[0]"]],
    ["a fixed value outside its domain", { ...valid, fixed: { sigma: 0 } }, ["fixed.sigma"]],
    ["a fixed value that is not finite", { ...valid, fixed: { sigma: Infinity } }, ["fixed.sigma"]],
    ["a fixed parameter that is unknown", { ...valid, fixed: { kappa: 1 } }, ["fixed.kappa"]],
    ["A at given prices", { ...valid, fixed: { A: 1 } }, ["fixed.A"]],
    ["r and ω in equilibrium", { ...valid, prices: "equilibrium" }, ["axes[2].name", "fixed.r"]],
    ["no field", { ...valid, fields: [] }, ["fields"]],
    ["an unknown field", { ...valid, fields: ["growth", "gdp"] }, ["fields[1]"]],
    ["a field of the other price mode", { ...valid, fields: ["productivity"] }, ["fields[0]"]],
    ["a field twice", { ...valid, fields: ["growth", "growth"] }, ["fields[1]"]],
    ["something else than an object", [valid], [""]],
  ])("refuses %s, at its path", (_, input, paths) => {
    expect(pathsOf(input)).toEqual(paths);
  });

  it("reports all problems at once, not the first", () => {
    expect(pathsOf({
      schema: "x", rule: "king", fixed: { sigma: -1 }, fields: ["gdp"],
      axes: [{ name: "tau", min: 0.9, max: 0.1, count: 0 }, { name: "wr", values: [2, 1] }],
    })).toEqual(["schema", "rule", "axes[0].count", "axes[1].values[1]", "fixed.sigma", "fields[0]"]);
  });

  it("refuses more than 2^53 points in all, and takes that many", () => {
    const axes = (count: number) => ["alpha", "beta", "tau"].map((name) => ({ name, min: 0.1, max: 0.8, count }));
    expect(pathsOf({ ...valid, axes: axes(2 ** 18) })).toEqual(["axes"]);
    expect(pathsOf({ ...valid, axes: axes(2 ** 17) })).toEqual([]);
  });

  it("takes an axis that reaches outside its domain, as long as one point lies inside", () => {
    expect(pathsOf({ ...valid, axes: [{ name: "tau", min: -1, max: 2, count: 4 }, { name: "sigma", min: 0, max: 1, count: 2 }] })).toEqual(["axes[0]"]);
    expect(pathsOf({ ...valid, axes: [{ name: "tau", min: -1, max: 2, count: 7 }] })).toEqual([]);
  });

  it("says in both languages what was found and what is allowed", () => {
    const parsed = parseSpec({ ...valid, fixed: { sigma: 0 } });
    const [problem] = parsed.ok ? [] : parsed.problems;
    expect(describeProblem(problem, "en")).toBe("fixed.sigma: found 0; allowed: a number ≥ 2^-64 and ≤ 2^64 (R12 divides by σ).");
    expect(describeProblem(problem, "zh")).toBe("fixed.sigma: 得到 0；应为：≥ 2^-64 且 ≤ 2^64 的数（R12 以 σ 为除数）。");
  });

  it("never throws, whatever JSON it gets", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => {
      expect(typeof parseSpec(json).ok).toBe("boolean");
    }), { numRuns: 500 });
    fc.assert(fc.property(fc.record({ schema: fc.constant(valid.schema), axes: fc.array(fc.record({ name: fc.constantFrom("alpha", "tau", 3), min: fc.jsonValue(), max: fc.jsonValue(), count: fc.jsonValue(), values: fc.jsonValue() }, { requiredKeys: [] })) }), (json) => {
      expect(typeof parseSpec(json).ok).toBe("boolean");
    }), { numRuns: 500 });
  });
});
