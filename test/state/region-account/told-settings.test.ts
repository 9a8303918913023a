import { expect, it } from "vitest";
import { withAxis, withRange } from "../../../src/state/axes.ts";
import { DEFAULT_STATE, withParameters, withPrices } from "../../../src/state/explorer-state.ts";
import { toldSettings } from "../../../src/state/region-account/told-settings.ts";

const told = (change: Partial<typeof DEFAULT_STATE>) => toldSettings(DEFAULT_STATE, { ...DEFAULT_STATE, ...change });

it("names in what an account's settings differ from those that are set, and nothing that makes no difference to the sweep", () => {
  expect(told({ resolution: 128, rule: "planner" }).en).toBe("This is of the last complete sweep, not of what is set now. It had 64 points an axis; the rule “Report”.");
  expect(told(withParameters(DEFAULT_STATE, { alpha: 0.2, sigma: 2 })).en).toMatch(/It had σ = 5\.$/);
  expect(told(withRange(DEFAULT_STATE, "alpha", { min: 0.1, max: 0.2, spacing: "linear" })).zh).toMatch(/：α 从 0\.05 到 0\.9。$/);
  expect(told(withAxis(DEFAULT_STATE, 3, "sigma")).en).toContain("the axes α, β, ω, τ");
  expect(told(withPrices(DEFAULT_STATE, "equilibrium")).en).toContain("rental prices “Given”; the axes α, β, ω, τ");
});
