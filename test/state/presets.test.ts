import { describe, expect, it } from "vitest";
import { CLASS_BOUNDARY, CLASS_NEGATIVE, CLASS_POSITIVE, DEFAULT_PARAMETERS, evaluatePoint, turningPoints, type SignClass } from "../../src/model/index.ts";
import { DEFAULT_STATE, withParameter } from "../../src/state/explorer-state.ts";
import { PRESETS, presetOf, withPreset } from "../../src/state/presets.ts";

const stateOf = (id: string) => {
  const preset = PRESETS.find((one) => one.id === id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  return withPreset(DEFAULT_STATE, preset);
};
const pointOf = (id: string, changes: Partial<ReturnType<typeof stateOf>> = {}) => {
  const { parameters, rule, prices } = { ...stateOf(id), ...changes };
  return evaluatePoint(parameters, rule, prices);
};

describe("presets", () => {
  it("are what their sentences say", () => {
    const signs: Readonly<Record<string, SignClass>> = {
      rising: CLASS_POSITIVE, flat: CLASS_BOUNDARY, falling: CLASS_NEGATIVE, household: CLASS_POSITIVE, planner: CLASS_POSITIVE,
      equilibrium: CLASS_POSITIVE, valley: CLASS_BOUNDARY, disagree: CLASS_POSITIVE,
    };
    expect(Object.fromEntries(PRESETS.map(({ id }) => [id, pointOf(id).class]))).toEqual(signs);
    expect(pointOf("falling").fields.threshold).toBeCloseTo(2, 12);
    expect(pointOf("household", { rule: "report" })).toMatchObject({ class: CLASS_NEGATIVE });
    expect(pointOf("household", { rule: "report" }).fields.threshold).toBeCloseTo(2.8, 12);
    expect(pointOf("planner").fields.threshold).toBeCloseTo(0.63, 2);
    expect(pointOf("planner", { rule: "report" }).fields.threshold).toBeCloseTo(1.17, 2);
    expect(pointOf("planner", { rule: "report" }).class).toBe(CLASS_NEGATIVE);
    expect(pointOf("equilibrium").fields.growthMaximisingTau).toBe(0.65);
  });

  it("touch the valley where every other β lowers growth", () => {
    const { parameters } = stateOf("valley");
    for (const beta of [0.05, 0.15, 0.19, 0.21, 0.4, 0.6]) expect(evaluatePoint({ ...parameters, beta }, "report", "given").class).toBe(CLASS_NEGATIVE);
    expect(turningPoints({ ...parameters, beta: 0.3 }, "report", "given")[1]).toMatchObject({ below: null, above: null });
  });

  it("have the very prices of the market where formula and market disagree", () => {
    const market = pointOf("disagree", { prices: "equilibrium" });
    expect(market.class).toBe(CLASS_NEGATIVE);
    expect(market.fields.wr).toBeCloseTo(stateOf("disagree").parameters.wr, 14);
  });

  it("are recognised in a state, whatever its view, and no longer after a change", () => {
    for (const preset of PRESETS) {
      const state = { ...withPreset(DEFAULT_STATE, preset), resolution: 128 } as const;
      expect(presetOf(state)).toBe(preset);
      expect(presetOf(withParameter(state, "rho", 0.03))).toBeNull();
    }
    expect(presetOf(DEFAULT_STATE)?.id).toBe("rising");
    expect(stateOf("rising").parameters).toEqual(DEFAULT_PARAMETERS);
  });
});
