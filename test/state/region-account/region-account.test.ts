import { describe, expect, it } from "vitest";
import { evaluatePoint, nearestBoundary, type Language } from "../../../src/model/index.ts";
import { withAxes, withRange } from "../../../src/state/axes.ts";
import { sweepSpecOf } from "../../../src/state/derived-specs.ts";
import { DEFAULT_STATE, withParameter, withPrices, type ExplorerState } from "../../../src/state/explorer-state.ts";
import { placeSentence, regionAccount, type FlagCounts } from "../../../src/state/region-account/region-account.ts";
import { countRegion } from "../../../src/state/region-account/region-counts.ts";
import { evaluateCells, parametersOf } from "../../support/reference-sweep.ts";

/** The page's state on a grid that a test can visit, cell by cell: 8 points an axis. */
const specOf = (state: ExplorerState) => {
  const spec = sweepSpecOf(state);
  return { ...spec, axes: spec.axes.map((axis) => ("count" in axis ? { ...axis, count: 8 } : axis)) };
};

function accountOf(state: ExplorerState, flags: FlagCounts | null = null, language: Language = "en") {
  const counting = countRegion(specOf(state));
  for (;;) {
    const { done, value } = counting.next();
    if (done !== true) continue;
    const { region, limits } = regionAccount(state, value, flags);
    return { region: region.map((text) => text[language]), limits: limits.map((text) => text[language]) };
  }
}

const place = (state: ExplorerState, language: Language = "en") => {
  const { parameters, rule, prices } = state;
  return placeSentence(state, evaluatePoint(parameters, rule, prices), nearestBoundary(parameters, rule, prices))[language];
};

describe("the region in words", () => {
  it("says what a visit of every cell finds: the share, and where the region lies along each axis", () => {
    const spec = specOf(DEFAULT_STATE);
    const at = parametersOf(spec);
    const cells = evaluateCells(spec).map(({ class: sign }, cell) => ({ sign, ...at(cell) })).filter(({ sign }) => sign !== -128);
    const inside = cells.filter(({ sign }) => sign === 1);
    const { region } = accountOf(DEFAULT_STATE);
    expect(region[0]).toContain(`: ${inside.length.toLocaleString("en-GB")} of ${cells.length.toLocaleString("en-GB")}.`);
    expect(region[0]).toContain(`${Number((100 * inside.length / cells.length).toPrecision(3))} %`);
    for (const [k, name] of (["tau", "alpha", "beta", "wr"] as const).entries()) {
      const values = inside.map((cell) => cell[name]).sort((a, b) => a - b);
      expect(region[k + 1]).toContain(`from ${Number(values[0].toPrecision(3))} to ${Number(values[values.length - 1].toPrecision(3))}`);
      const shareAt = (value: number) => inside.filter((cell) => cell[name] === value).length / cells.filter((cell) => cell[name] === value).length;
      const widest = Math.max(...values.map(shareAt));
      expect(region[k + 1]).toContain(`${Number((100 * widest).toPrecision(3))} % of the feasible points`);
      const first = values.find((value) => shareAt(value) === widest) ?? NaN;
      if (name !== "tau") expect(region[k + 1]).toMatch(new RegExp(`widest (at|from) ${Number(first.toPrecision(3))}`));
    }
    expect(region[1]).toContain("Along τ it holds the same share everywhere");
  });

  it("says where the sign turns, by the rule and the prices", () => {
    expect(accountOf(DEFAULT_STATE).limits[0]).toMatch(/^The threshold Θ.* is least, 0\.\d+, at α = 0\.\d+ and β = 0\.\d+, and greatest, \d/);
    expect(accountOf({ ...DEFAULT_STATE, rule: "household" }).limits[0]).toBe("The threshold Θ is 1 everywhere under the household's rule.");
    expect(accountOf(withPrices(DEFAULT_STATE, "equilibrium")).limits[0]).toBe("Growth peaks at τ* = 1−α: from 0.1 at α = 0.9 to 0.95 at α = 0.05.");
    expect(accountOf(withAxes(DEFAULT_STATE, ["tau", "sigma", "wr", "r"])).limits[0]).toBe("The threshold Θ is 1.17 all over the grid.");
  });

  it("says how much cannot be, and leaves it out while that is not counted", () => {
    const { limits } = accountOf(DEFAULT_STATE, { saving: 112, transversality: 8 });
    expect(limits[1]).toContain("Infeasible are");
    expect(limits[2]).toMatch(/\(112\) of the feasible points the saving rate .* \(8\) lifetime utility is not finite/);
    expect(accountOf(DEFAULT_STATE).limits).toHaveLength(2);
  });

  it("has words for no region, for a region everywhere and for no feasible point", () => {
    const low = withRange(DEFAULT_STATE, "wr", { min: 0.001, max: 0.01, spacing: "log" });
    expect(accountOf(low).region).toEqual([expect.stringContaining("Nowhere on the grid over α, β, ω, τ does more compute raise growth")]);
    const high = withRange(DEFAULT_STATE, "wr", { min: 1000, max: 2000, spacing: "log" });
    expect(accountOf(high).region[0]).toContain("holds 100 % of the feasible points");
    const none = withAxes({ ...DEFAULT_STATE, parameters: { ...DEFAULT_STATE.parameters, alpha: 0.7, beta: 0.6 } }, ["tau", "sigma", "wr", "r"]);
    expect(accountOf(none).region).toEqual(["No point of the grid over τ, σ, ω, r is feasible, so there is no region."]);
  });

  it("says where the present point stands, and how far from the boundary", () => {
    expect(place(DEFAULT_STATE)).toMatch(/^The present point lies inside the region: ω is 0\.329 above Θ = 1\.17\. The nearest point of the boundary, α = .* of the axes' usual ranges away\.$/);
    expect(place(withParameter(DEFAULT_STATE, "wr", 0.5))).toContain("outside the region: ω is 0.671 below Θ = 1.17");
    expect(place(withParameter(withPrices(DEFAULT_STATE, "equilibrium"), "tau", 0.75))).toContain("outside the region: τ is 0.1 above τ* = 1−α = 0.65");
    expect(place(withParameter(DEFAULT_STATE, "alpha", 0.9))).toBe("The present point is not feasible.");
  });

  it("is written in Chinese too, with the same numbers", () => {
    const numbers = (texts: readonly string[]) => texts.map((text) => (text.match(/\d[\d,.]*\d|\d/g) ?? []).sort());
    for (const state of [DEFAULT_STATE, withPrices(DEFAULT_STATE, "equilibrium")]) {
      const [en, zh] = (["en", "zh"] as const).map((language) => accountOf(state, { saving: 112, transversality: 8 }, language));
      for (const part of ["region", "limits"] as const) {
        // 0 and 1 stand in the English words about saving, and in the Chinese ones.
        expect(numbers(zh[part])).toEqual(numbers(en[part]));
      }
      expect(numbers([place(state, "zh")])).toEqual(numbers([place(state)]));
    }
  });
});
