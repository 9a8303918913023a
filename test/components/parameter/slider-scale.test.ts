import { describe, expect, test } from "vitest";
import { highestStep, sliderScale } from "../../../src/components/parameter/slider-scale.ts";
import { PARAMETER_NAMES, PARAMETERS } from "../../../src/model/index.ts";

describe.each(PARAMETER_NAMES)("the slider of %s", (name) => {
  const { view, default: start } = PARAMETERS[name];
  const scale = sliderScale(view);

  test("runs from one end of the view to the other, upwards", () => {
    const values = Array.from({ length: scale.steps + 1 }, (_, step) => scale.toValue(step));
    expect(values[0]).toBeCloseTo(view.min, 10);
    expect(values[scale.steps]).toBeCloseTo(view.max, 10);
    expect(values.every((value, step) => step === 0 || value > values[step - 1])).toBe(true);
  });

  test("finds the step of each of its values again", () => {
    for (let step = 0; step <= scale.steps; step++) expect(scale.toStep(scale.toValue(step))).toBe(step);
  });

  test("stands at an end for what lies beyond the view, and near the default for the default", () => {
    expect(scale.toStep(view.min / 2)).toBe(0);
    expect(scale.toStep(view.max * 2)).toBe(scale.steps);
    expect(Math.abs(scale.toValue(scale.toStep(start)) / start - 1)).toBeLessThan(0.03);
  });
});

describe("the highest allowed step", () => {
  const scale = sliderScale({ min: 0, max: 1, spacing: "linear" });

  test("is the step itself where that is allowed", () => {
    expect(highestStep(scale, 40, () => true)).toBe(40);
  });

  test("is the last allowed one below it", () => {
    expect(highestStep(scale, scale.steps, (value) => value < 0.75)).toBe(scale.toStep(0.75) - 1);
  });

  test("is none where nothing is allowed", () => {
    expect(highestStep(scale, 10, () => false)).toBeNull();
  });
});
