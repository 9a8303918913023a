import { describe, expect, it } from "vitest";
import { evaluatePoint } from "../../src/model/index.ts";
import { withAxes } from "../../src/state/axes.ts";
import { contourLines, roundLevels } from "../../src/state/contour-lines.ts";
import { deviationOf, exactSurfaceLines, valleyLine } from "../../src/state/exact-surface.ts";
import { DEFAULT_STATE, withPrices } from "../../src/state/explorer-state.ts";
import { quantityRange, withIsosurface, withoutIsosurface } from "../../src/state/isosurfaces.ts";
import { planeGrid } from "../../src/state/plane-grid.ts";
import { MOST_ISOSURFACES } from "../../src/state/scene-options.ts";
import { axisPoints } from "../../src/sweep/axes.ts";

const theta = (alpha: number, beta: number) => (beta + (1 - alpha - beta) ** 2) / alpha;
const elasticity = (place: number) => 0.05 + 0.85 * place;
const omega = (place: number) => 0.1 * 100 ** place;

describe("a plane of the space", () => {
  it("has the model's numbers, its classes and flags, and nothing where nothing is feasible", () => {
    const grid = planeGrid(DEFAULT_STATE, "alpha", "wr", "growth", 17, { beta: 0.3 });
    const [alphas, omegas] = (["alpha", "wr"] as const).map((name) => axisPoints({ name, ...DEFAULT_STATE.ranges[name], count: 17 }));
    for (let at = 0; at < 17 * 17; at++) {
      const point = { ...DEFAULT_STATE.parameters, alpha: alphas[at % 17], wr: omegas[Math.floor(at / 17)], beta: 0.3 };
      const expected = evaluatePoint(point, "report", "given");
      expect([grid.values[at], grid.classes[at], grid.status[at]]).toEqual([expected.fields.growth, expected.class, expected.status]);
    }
    expect(grid.values.some(Number.isNaN)).toBe(true);
    expect(grid.range).toEqual([Math.min(...grid.values.filter((value) => !Number.isNaN(value))), Math.max(...grid.values.filter((value) => !Number.isNaN(value)))]);
  });
});

describe("contour lines", () => {
  it("lie where the field has their level, up to the grid's own error, and never where it has no value", () => {
    const count = 33;
    const place = (at: number) => [(at % count) / (count - 1), Math.floor(at / count) / (count - 1)] as const;
    const field = (x: number, y: number) => (x + y > 1.2 ? NaN : x * x + y);
    const values = Float64Array.from({ length: count * count }, (_, at) => field(...place(at)));
    const levels = roundLevels([0, 1.2], 6);
    const lines = contourLines(values, count, levels);
    expect(new Set(lines.map(({ level }) => level))).toEqual(new Set(levels));
    for (const { level, points } of lines) {
      for (const [x, y] of points) {
        expect(Math.abs(x * x + y - level)).toBeLessThan(0.002);
        expect(x + y).toBeLessThan(1.2 + 1e-9);
      }
    }
  });
});

describe("the exact boundary", () => {
  it("is ω = Θ(α, β) all along its lines, and τ = 1−α in equilibrium", () => {
    const lines = exactSurfaceLines(DEFAULT_STATE);
    expect(lines.length).toBeGreaterThan(10);
    for (const [x, y, z] of lines.flat()) expect(omega(z)).toBeCloseTo(theta(elasticity(x), elasticity(y)), 10);
    for (const [x, , z] of exactSurfaceLines(withPrices(DEFAULT_STATE, "equilibrium")).flat()) expect(0.015 + 0.945 * z).toBeCloseTo(1 - elasticity(x), 10);
  });

  it("has its valley at β = ½−α, where Θ is least for each α", () => {
    for (const [x, y, z] of valleyLine(DEFAULT_STATE).flat()) {
      const [alpha, beta] = [elasticity(x), elasticity(y)];
      expect(alpha + beta).toBeCloseTo(0.5, 12);
      expect(omega(z)).toBeCloseTo(theta(alpha, beta), 10);
      for (const aside of [-0.01, 0.01]) expect(theta(alpha, beta + aside)).toBeGreaterThan(omega(z));
    }
  });

  it("has no valley for a household or in equilibrium, and is not drawn over other axes", () => {
    expect(valleyLine({ ...DEFAULT_STATE, rule: "household" })).toEqual([]);
    expect(valleyLine(withPrices(DEFAULT_STATE, "equilibrium"))).toEqual([]);
    const other = withAxes(DEFAULT_STATE, ["alpha", "tau", "wr", "beta"]);
    expect([exactSurfaceLines(other), valleyLine(other), deviationOf(other, { positions: new Float32Array(), sheet: new Uint32Array() })]).toEqual([[], [], null]);
  });

  it("is compared with a surface at the surface's vertices", () => {
    const height = (x: number, y: number) => Math.log(theta(elasticity(x), elasticity(y)) / 0.1) / Math.log(100);
    const shift = Math.log(1.02) / Math.log(100);
    const positions = Float32Array.from([0.3, 0.3, height(0.3, 0.3), 0.4, 0.2, height(0.4, 0.2) + shift, 0.9, 0.9, 0.5]);
    const found = deviationOf(DEFAULT_STATE, { positions, sheet: Uint32Array.of(0, 1, 2) });
    expect(found?.isRelative).toBe(true);
    expect(found?.largest).toBeCloseTo(0.02, 5);
    expect(found?.mean).toBeCloseTo(0.01, 5);
  });
});

describe("isosurfaces", () => {
  it("are kept once each, at most so many, and can be taken away", () => {
    const one = { quantity: "growth", level: 0.05 } as const;
    const state = withIsosurface(DEFAULT_STATE, one);
    expect(withIsosurface(state, { ...one })).toBe(state);
    expect(withoutIsosurface(state, { ...one }).scene.isosurfaces).toEqual([]);
    const full = [1, 2, 3, 4, 5, 6].reduce((filled, k) => withIsosurface(filled, { ...one, level: k / 100 }), DEFAULT_STATE);
    expect(full.scene.isosurfaces.length).toBe(MOST_ISOSURFACES);
  });

  it("go with the quantities that other prices do not have", () => {
    const state = withIsosurface(withIsosurface(DEFAULT_STATE, { quantity: "threshold", level: 1 }), { quantity: "growth", level: 0.05 });
    expect(withPrices(state, "equilibrium").scene.isosurfaces).toEqual([{ quantity: "growth", level: 0.05 }]);
  });

  it("have levels within what the box holds", () => {
    const [low, high] = quantityRange(DEFAULT_STATE, "threshold") ?? [NaN, NaN];
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(0.2);
    expect(high).toBeCloseTo(theta(0.05, 0.9), 10);
  });
});
