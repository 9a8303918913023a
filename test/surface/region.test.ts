import { describe, expect, it } from "vitest";
import { RULES, type Rule } from "../../src/model/index.ts";
import { KERNEL_HOSTS } from "../support/kernel-hosts.ts";
import { boxFaces, enclosedVolume, eulerCharacteristic, openEdges, vertex } from "../support/mesh-checks.ts";
import { expectSound, price, signSurface, specOf, technology } from "./surfaces.ts";

/** Written out here rather than taken from the model: Θ = (β+(1−α−β)²)/α as printed, and MODEL.md's two other rules. */
function threshold(rule: Rule, alpha: number, beta: number): number {
  const computeShare = beta + (1 - alpha - beta) ** 2;
  return { report: computeShare / alpha, household: 1, planner: computeShare / (1 - alpha) }[rule];
}

const elasticity = (u: number) => 0.05 + 0.85 * u;
const heights = {
  log: { of: (omega: number) => Math.log(omega / 0.1) / Math.log(100), omega: (u: number) => 0.1 * 100 ** u },
  linear: { of: (omega: number) => (omega - 0.1) / 9.9, omega: (u: number) => 0.1 + 9.9 * u },
} as const;

/** Distance of a point in display units from the surface Θ, to first order: across it where it is steep. */
function distance(rule: Rule, spacing: keyof typeof heights, [x, y, z]: readonly [number, number, number]): number {
  const height = (u: number, v: number) => heights[spacing].of(threshold(rule, elasticity(u), elasticity(v)));
  const step = 1e-5;
  const slopes = [
    (height(x + step, y) - height(x - step, y)) / (2 * step),
    (height(x, y + step) - height(x, y - step)) / (2 * step),
  ];
  return Math.abs(z - height(x, y)) / Math.hypot(1, ...slopes);
}

describe.each(KERNEL_HOSTS)("the region ∂g/∂τ > 0 from the kernels of $id", ({ create }) => {
  const host = create();

  it.each(RULES.flatMap((rule) => [[rule, "log"], [rule, "linear"]] as const))("is bounded by the analytic Θ: rule %s, ω %s", (rule, spacing) => {
    const count = 40;
    const mesh = signSurface(host, specOf({ rule, axes: [...technology(count), price(count, spacing)] }));
    expectSound(mesh);
    expect(mesh.sheet.length).toBeGreaterThan(1000);
    const wall = new Set(mesh.wall);
    let [within, atWall] = [0, 0];
    for (const index of new Set(mesh.sheet)) {
      const cells = distance(rule, spacing, vertex(mesh, index)) * (count - 1);
      if (wall.has(index)) atWall = Math.max(atWall, cells);
      else within = Math.max(within, cells);
    }
    expect(within).toBeLessThan(0.2);
    expect(atWall).toBeLessThan(0.3);
  });

  it("comes closer to Θ with the square of the spacing", () => {
    const worst = [20, 39].map((count) => {
      const mesh = signSurface(host, specOf({ rule: "planner", axes: [...technology(count, 0.05, 0.45), price(count, "log")] }));
      const at = ([x, y, z]: readonly [number, number, number]) => [(0.4 * x) / 0.85, (0.4 * y) / 0.85, z] as const;
      return Math.max(...[...new Set(mesh.sheet)].map((index) => distance("planner", "log", at(vertex(mesh, index)))));
    });
    expect(worst[0] / worst[1]).toBeGreaterThan(3);
  });

  it("is τ < 1−α in equilibrium", () => {
    const count = 24;
    const mesh = signSurface(host, specOf({ prices: "equilibrium", axes: [...technology(count), { name: "tau", min: 0.02, max: 0.98, count }] }));
    expectSound(mesh);
    expect(mesh.sheet.length).toBeGreaterThan(300);
    // ∂g/∂τ bends with (1−τ)^(α−1): between these nodes a straight line turns sign 0.163 of a cell away, at α = 0.05.
    for (const index of new Set(mesh.sheet)) {
      const [x, , z] = vertex(mesh, index);
      expect(Math.abs(z - (0.98 - elasticity(x)) / 0.96) * (count - 1)).toBeLessThan(0.17);
    }
  });

  it.each([
    ["between nodes", technology(33), 0.05, 0.85],
    ["through nodes, on a round grid", technology(10, 0.1, 1), 0.1, 0.9],
    ["between listed values", ["alpha", "beta"].map((name) => ({ name, values: [0.05, 0.1, 0.3, 0.4, 0.7, 0.9] })), 0.05, 0.85],
  ])("ends in a flat wall at α+β = 1: %s", (_, axes, from, length) => {
    const mesh = signSurface(host, specOf({ axes: [...axes, price(33, "log")] }));
    expectSound(mesh);
    expect(mesh.wall.length).toBeGreaterThan(100);
    for (const index of new Set(mesh.wall)) {
      const [x, y] = vertex(mesh, index);
      expect(Math.abs(2 * from + length * (x + y) - 1)).toBeLessThan(1e-6);
    }
  });

  it("ends near α+β = 1 where the axes are logarithmic", () => {
    const count = 33;
    const mesh = signSurface(host, specOf({ axes: [...technology(count, 0.05, 0.9, "log"), price(count, "log")] }));
    expectSound(mesh);
    for (const index of new Set(mesh.wall)) {
      const [x, y] = vertex(mesh, index);
      const [alpha, beta] = [x, y].map((u) => 0.05 * 18 ** u);
      const cellsOff = Math.abs(alpha + beta - 1) / (Math.max(alpha, beta) * Math.log(18)) * (count - 1);
      expect(cellsOff).toBeLessThan(0.05);
    }
  });

  it("finds the wall when β is fixed", () => {
    const mesh = signSurface(host, specOf({
      prices: "equilibrium", fixed: { beta: 0.4 },
      axes: [{ name: "tau", min: 0.02, max: 0.35, count: 9 }, { name: "alpha", min: 0.05, max: 0.9, count: 12 }, { name: "A", min: 0.1, max: 3, count: 5 }],
    }));
    expectSound(mesh);
    expect(mesh.wall.length).toBeGreaterThan(10);
    for (const index of new Set(mesh.wall)) expect(elasticity(vertex(mesh, index)[1])).toBeCloseTo(0.6, 6);
  });

  it("lies open only at the box without its caps, and the sheet only at the box and along the wall", () => {
    const mesh = signSurface(host, specOf({ axes: [...technology(33), price(33, "log")] }));
    const onBox = ([a, b]: readonly [number, number]) => boxFaces(mesh, a).some((face) => boxFaces(mesh, b).includes(face));
    const open = openEdges([mesh.sheet, mesh.wall]);
    expect(open.length).toBeGreaterThan(50);
    expect(open.every(onBox)).toBe(true);
    const wall = new Set(mesh.wall);
    const crease = openEdges([mesh.sheet]).filter((edge) => !onBox(edge));
    expect(crease.length).toBeGreaterThan(20);
    expect(crease.every((edge) => edge.every((index) => wall.has(index)))).toBe(true);
  });

  it("encloses the region's volume in one piece, turned outwards", () => {
    const mesh = signSurface(host, specOf({ axes: [...technology(48), price(48, "log")] }));
    const parts = 900;
    let inside = 0;
    for (let i = 0; i < parts; i++) for (let j = 0; j < parts; j++) {
      const [alpha, beta] = [i, j].map((k) => elasticity((k + 0.5) / parts));
      if (alpha + beta < 1) inside += Math.max(0, Math.min(1, 1 - heights.log.of(threshold("report", alpha, beta))));
    }
    expect(enclosedVolume(mesh) / (inside / parts ** 2)).toBeCloseTo(1, 2);
    expect(eulerCharacteristic(mesh)).toBe(2);
  });

  it("is coloured by the field there, at the wall by its continuation", () => {
    const mesh = signSurface(host, specOf({ axes: [...technology(48), price(48, "log")] }), "computeShare");
    for (let index = 0; index < mesh.values.length; index++) {
      const [alpha, beta] = vertex(mesh, index).map(elasticity);
      expect(Math.abs(mesh.values[index] - (beta + (1 - alpha - beta) ** 2))).toBeLessThan(1e-3);
    }
  });
});
