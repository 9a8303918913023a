import { describe, expect, it } from "vitest";
import { displayCoordinates, wallClearance } from "../../src/surface/surface-grid.ts";
import { specOf } from "./surfaces.ts";

const alpha = { name: "alpha", min: 0.1, max: 0.5, count: 5 } as const;

describe("coordinates on the display", () => {
  it.each(["linear", "log"] as const)("are even for a range: %s", (spacing) => {
    expect([...displayCoordinates({ ...alpha, spacing })]).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  it("follow the values of a list", () => {
    expect([...displayCoordinates({ name: "tau", values: [0.25, 0.375, 0.75] })]).toEqual([0, 0.25, 1]);
  });
});

describe("clearance from the wall", () => {
  const sumAt = (parts: readonly Float64Array[], at: readonly number[]) => parts.reduce((sum, part, k) => sum + part[at[k]], 0);

  it.each([
    ["both α and β are axes", { axes: [alpha, { name: "wr", values: [1, 2] }, { name: "beta", values: [0.2, 0.4] }] }, [2, 1, 1], 1 - 0.3 - 0.4],
    ["β is fixed", { axes: [{ name: "wr", values: [1, 2] }, alpha, { name: "tau", values: [0.2, 0.4] }], fixed: { beta: 0.6 } }, [0, 4, 1], 1 - 0.5 - 0.6],
    ["β is left at its default", { axes: [alpha, { name: "wr", values: [1, 2] }, { name: "tau", values: [0.2, 0.4] }] }, [0, 0, 0], 1 - 0.1 - 0.25],
    ["neither is an axis", { axes: ["tau", "r", "rho"].map((name) => ({ name, values: [0.1, 0.2] })), fixed: { alpha: 0.5, beta: 0.125 } }, [1, 0, 1], 0.375],
  ])("is 1−α−β where %s", (_, input, at, chi) => {
    expect(sumAt(wallClearance(specOf(input)), at)).toBeCloseTo(chi, 14);
  });
});
