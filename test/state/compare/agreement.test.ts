import { describe, expect, it } from "vitest";
import { agreementOf, differingSettings } from "../../../src/state/compare/agreement.ts";
import { withComparison, withSide } from "../../../src/state/compare/compare-state.ts";
import { scenarioOf } from "../../../src/state/compare/scenario.ts";
import { DEFAULT_STATE, withParameters, withPrices, type ExplorerState } from "../../../src/state/explorer-state.ts";

const against = (b: ExplorerState): ExplorerState => withSide(withComparison(DEFAULT_STATE), "B", scenarioOf(b));

describe("what differs between A and B", () => {
  it("is nothing at first", () => {
    expect(differingSettings(withComparison(DEFAULT_STATE))).toEqual([]);
    expect(agreementOf(withComparison(DEFAULT_STATE))).toEqual({ axes: [], hasMore: false });
  });

  it("is told with the values of both, and an axis is told from what is set beside the grid", () => {
    const settings = differingSettings(against({ ...withParameters(DEFAULT_STATE, { tau: 0.5, sigma: 2 }), rule: "planner" }));
    expect(settings).toEqual([
      { kind: "rule", a: { en: "Report", zh: "报告" }, b: { en: "Planner", zh: "计划者" } },
      { kind: "parameter", name: "tau", a: DEFAULT_STATE.parameters.tau, b: 0.5, isAxis: true },
      { kind: "parameter", name: "sigma", a: DEFAULT_STATE.parameters.sigma, b: 2, isAxis: false },
    ]);
    expect(differingSettings(against(withPrices(DEFAULT_STATE, "equilibrium"))).map(({ kind }) => kind)).toEqual(["prices"]);
  });

  it("can be axes alone, which explain that the regions are one, or more", () => {
    expect(agreementOf(against(withParameters(DEFAULT_STATE, { tau: 0.5, alpha: 0.2 })))).toEqual({ axes: ["alpha", "tau"], hasMore: false });
    expect(agreementOf(against(withParameters(DEFAULT_STATE, { tau: 0.5, sigma: 2 })))).toEqual({ axes: ["tau"], hasMore: true });
  });
});
