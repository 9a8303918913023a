import { describe, expect, it } from "vitest";
import {
  isSpaceShared, scenarioOfSide, stateOfSide, withCommonAxes, withComparison, withCopied, withEdited, withoutComparison, withSide, withSwapped,
} from "../../../src/state/compare/compare-state.ts";
import { SIDES } from "../../../src/state/compare/comparison.ts";
import { scenarioOf } from "../../../src/state/compare/scenario.ts";
import { DEFAULT_STATE, withParameter, withPrices } from "../../../src/state/explorer-state.ts";

const PLANNER = { ...withParameter(DEFAULT_STATE, "tau", 0.5), rule: "planner" } as const;
/** A as it starts; B is the planner's, and is changed. */
const COMPARED = withSide(withComparison(DEFAULT_STATE), "B", PLANNER);

describe("two scenarios", () => {
  it("begin as one: the present state is A, and the controls change its copy B", () => {
    const begun = withComparison(DEFAULT_STATE);
    expect(begun.compare).toMatchObject({ mode: "beside", edited: "B" });
    expect(SIDES.map((side) => scenarioOfSide(begun, side))).toEqual([scenarioOf(DEFAULT_STATE), scenarioOf(DEFAULT_STATE)]);
    expect(withComparison(COMPARED)).toBe(COMPARED);
    expect(COMPARED.rule).toBe("planner");
  });

  it("keep their letters when the controls go from one to the other", () => {
    const edited = withEdited(COMPARED, "A");
    expect(edited.rule).toBe("report");
    for (const side of SIDES) expect(scenarioOfSide(edited, side)).toEqual(scenarioOfSide(COMPARED, side));
    expect(withEdited(edited, "B")).toEqual(COMPARED);
  });

  it("are swapped, copied, set and parted", () => {
    const swapped = withSwapped(COMPARED);
    expect(scenarioOfSide(swapped, "A")).toEqual(scenarioOf(PLANNER));
    expect(scenarioOfSide(swapped, "B")).toEqual(scenarioOf(DEFAULT_STATE));
    expect(swapped.compare?.edited).toBe("B");
    expect(withSwapped(swapped)).toEqual(COMPARED);
    expect(withCopied(COMPARED, "A").rule).toBe("report");
    expect(scenarioOfSide(withCopied(COMPARED, "B"), "A")).toEqual(scenarioOf(PLANNER));
    expect(withoutComparison(COMPARED)).toEqual(PLANNER);
    expect(stateOfSide(COMPARED, "A")).toEqual(DEFAULT_STATE);
  });

  it("share a space unless their prices give them other axes, and then can be given common ones", () => {
    expect(isSpaceShared(COMPARED)).toBe(true);
    const apart = withSide(COMPARED, "B", withPrices(DEFAULT_STATE, "equilibrium"));
    expect(isSpaceShared(apart)).toBe(false);
    expect(isSpaceShared(withEdited(apart, "A"))).toBe(false);
    const together = withCommonAxes(apart);
    expect(isSpaceShared(together)).toBe(true);
    expect(SIDES.map((side) => stateOfSide(together, side).axes)).toEqual([together.axes, together.axes]);
    expect(isSpaceShared(withEdited(together, "A"))).toBe(true);
  });
});
