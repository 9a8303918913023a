import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KernelHost } from "../../src/engines/kernel-host.ts";
import { SlotCache } from "../../src/engines/slot-cache.ts";
import { RULES, type Rule } from "../../src/model/index.ts";
import { extractSurface } from "../../src/surface/extract-surface.ts";
import type { SurfaceMesh } from "../../src/surface/surface-mesh.ts";
import { axisPoint } from "../../src/sweep/axes.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { axisCount, cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { sweepSurface } from "../../src/workers/sweep-surface.ts";
import { KERNEL_HOSTS } from "../support/kernel-hosts.ts";
import { enclosedVolume, openEdges, triangleCount, vertex } from "../support/mesh-checks.ts";

function specOf(input: object): SweepSpec {
  const parsed = parseSpec({ schema: "tauscape/sweep@1", ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
}

const technology = (count: number, min = 0.05, max = 0.9) => ["alpha", "beta"].map((name) => ({ name, min, max, count }));
const price = (count: number, spacing: string) => ({ name: "wr", min: 0.1, max: 10, count, spacing });

/** The surface in print, written out here: Θ = (β+(1−α−β)²)/α, and its counterparts of MODEL.md, section 4. */
function threshold(rule: Rule, alpha: number, beta: number): number {
  const computeShare = beta + (1 - alpha - beta) ** 2;
  return { report: computeShare / alpha, household: 1, planner: computeShare / (1 - alpha) }[rule];
}

function signSurface(host: KernelHost, spec: SweepSpec): SurfaceMesh {
  return sweepSurface(host, new SlotCache(), { spec, field: "growthSlope", level: 0, colour: "growth" }).mesh;
}

/** A surface over a grid whose values are made up; axes as given. */
function surfaceOf(host: KernelHost, spec: SweepSpec, values: ArrayLike<number>, level = 0): SurfaceMesh {
  const field = host.allocate("f64", cellCount(spec));
  field.view().set(values);
  return extractSurface(host, { spec, field, colour: field, level });
}

const cube = (count: number) => specOf({
  axes: ["tau", "sigma", "rho"].map((name) => ({ name, min: 0.1, max: 0.9, count })),
});

/** Values of a function of display coordinates on a cube's grid. */
function sample(count: number, value: (x: number, y: number, z: number) => number): number[] {
  const at = (i: number) => i / (count - 1);
  return Array.from({ length: count ** 3 }, (_, n) => value(at(Math.floor(n / count ** 2)), at(Math.floor(n / count) % count), at(n % count)));
}

const allParts = ({ sheet, wall, caps }: SurfaceMesh) => [sheet, wall, caps];

function expectSound(mesh: SurfaceMesh): void {
  const vertices = mesh.positions.length / 3;
  expect(openEdges(allParts(mesh))).toEqual([]);
  expect([mesh.positions, mesh.normals, mesh.values].every((array) => array.every(Number.isFinite))).toBe(true);
  expect(allParts(mesh).every((indices) => indices.every((index) => index < vertices))).toBe(true);
  for (let at = 0; at < mesh.normals.length; at += 3) {
    expect(Math.abs(Math.hypot(...mesh.normals.subarray(at, at + 3)) - 1)).toBeLessThan(1e-5);
  }
}

describe.each(KERNEL_HOSTS)("the surface from the kernels of $id", ({ create }) => {
  const host = create();

  it.each(RULES.flatMap((rule) => [[rule, "log"], [rule, "linear"]] as const))("lies within a cell's width of the analytic Θ: rule %s, ω %s", (rule, spacing) => {
    const count = 40;
    const spec = specOf({ rule, axes: [...technology(count), price(count, spacing)] });
    const mesh = signSurface(host, spec);
    expectSound(mesh);
    expect(mesh.sheet.length).toBeGreaterThan(1000);
    const scale = (omega: number) => (spacing === "log" ? Math.log(omega / 0.1) / Math.log(100) : (omega - 0.1) / 9.9);
    let worst = 0;
    for (const index of new Set(mesh.sheet)) {
      const [x, y, z] = vertex(mesh, index);
      const [alpha, beta] = [0.05 + 0.85 * x, 0.05 + 0.85 * y];
      worst = Math.max(worst, Math.abs(z - scale(threshold(rule, alpha, beta))) / Math.max(1, steepness(rule, alpha, beta, scale)));
    }
    expect(worst * (count - 1)).toBeLessThan(1);
  });

  it("is τ = 1−α in equilibrium", () => {
    const count = 24;
    const spec = specOf({ prices: "equilibrium", axes: [...technology(count), { name: "tau", min: 0.02, max: 0.98, count }] });
    const mesh = signSurface(host, spec);
    expectSound(mesh);
    for (const index of new Set(mesh.sheet)) {
      const [x, , z] = vertex(mesh, index);
      expect(Math.abs(0.02 + 0.96 * z - (1 - 0.05 - 0.85 * x)) * (count - 1)).toBeLessThan(1);
    }
  });

  it("ends at α+β = 1 in a wall that is flat, and only the caps lie on the box", () => {
    const mesh = signSurface(host, specOf({ axes: [...technology(33), price(33, "log")] }));
    expect(mesh.wall.length).toBeGreaterThan(300);
    for (const index of new Set(mesh.wall)) {
      const [x, y] = vertex(mesh, index);
      expect(Math.abs(0.1 + 0.85 * (x + y) - 1)).toBeLessThan(1e-6);
    }
    for (const [a, b] of openEdges([mesh.sheet, mesh.wall])) {
      const faces = [a, b].map((index) => vertex(mesh, index).flatMap((u, axis) => (u === 0 ? [`${axis}-`] : u === 1 ? [`${axis}+`] : [])));
      expect(faces[0].some((face) => faces[1].includes(face))).toBe(true);
    }
  });

  it("puts a wall that passes through nodes at those nodes: α+β = 1 on a round grid", () => {
    const mesh = signSurface(host, specOf({ axes: [...technology(10, 0.1, 1), price(12, "log")] }));
    expectSound(mesh);
    for (const index of new Set(mesh.wall)) {
      const [x, y] = vertex(mesh, index);
      expect(Math.abs(0.2 + 0.9 * (x + y) - 1)).toBeLessThan(1e-6);
    }
  });

  it("encloses the region's volume, turned outwards", () => {
    const n = 48;
    const mesh = signSurface(host, specOf({ axes: [...technology(n), price(n, "log")] }));
    const m = 900;
    let inside = 0;
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) {
      const [alpha, beta] = [i, j].map((k) => 0.05 + (0.85 * (k + 0.5)) / m);
      if (alpha + beta < 1) inside += Math.max(0, Math.min(1, 1 - Math.log(threshold("report", alpha, beta) / 0.1) / Math.log(100)));
    }
    expect(enclosedVolume(mesh) / (inside / m ** 2)).toBeCloseTo(1, 2);
  });

  it("is closed, whatever the field and wherever it is NaN", () => {
    const count = fc.integer({ min: 2, max: 5 });
    const value = fc.oneof({ weight: 5, arbitrary: fc.double({ min: -1, max: 1, noNaN: true }) }, { weight: 1, arbitrary: fc.constantFrom(0, NaN) });
    fc.assert(fc.property(count.chain((n) => fc.tuple(fc.constant(n), fc.array(value, { minLength: n ** 3, maxLength: n ** 3 }))), ([n, values]) => {
      const mark = host.mark();
      try {
        expectSound(surfaceOf(host, cube(n), values));
      } finally {
        host.release(mark);
      }
    }), { numRuns: 300 });
  });

  it("finds a sphere: radius, closedness, one piece and outward normals", () => {
    const mesh = surfaceOf(host, cube(21), sample(21, (x, y, z) => 0.3 - Math.hypot(x - 0.5, y - 0.5, z - 0.5)));
    expectSound(mesh);
    expect([mesh.wall.length, mesh.caps.length]).toEqual([0, 0]);
    expect(mesh.positions.length / 3 - triangleCount(mesh) / 2).toBe(2);
    for (let index = 0; index < mesh.positions.length / 3; index++) {
      const radial = vertex(mesh, index).map((u) => u - 0.5);
      expect(Math.hypot(...radial)).toBeCloseTo(0.3, 2);
      const normal = mesh.normals.subarray(3 * index, 3 * index + 3);
      expect(radial.reduce((sum, u, k) => sum + u * normal[k], 0) / 0.3).toBeGreaterThan(0.9);
    }
  });

  it("takes the whole box, nothing and all NaN as they are", () => {
    const whole = surfaceOf(host, cube(4), sample(4, () => 1));
    expectSound(whole);
    expect(enclosedVolume(whole)).toBeCloseTo(1, 6);
    for (const value of [0, -1, NaN]) expect(triangleCount(surfaceOf(host, cube(4), sample(4, () => value)))).toBe(0);
  });

  it("colours each vertex by the field between the nodes", () => {
    const mesh = surfaceOf(host, cube(5), sample(5, (x) => x), 0.4);
    for (const index of mesh.sheet) expect(mesh.values[index]).toBeCloseTo(0.4, 6);
  });

  it("grows its buffers for a surface that is larger than expected", () => {
    const noisy = sample(24, (x, y, z) => Math.sin(40 * x) * Math.sin(43 * y) * Math.sin(41 * z));
    const mesh = surfaceOf(host, cube(24), noisy);
    expectSound(mesh);
    expect(mesh.positions.length / 3).toBeGreaterThan(6 * 24 ** 2 + 64);
  });

  it("refuses grids that cannot carry a surface", () => {
    const flat = specOf({ axes: [...technology(3), { name: "wr", values: [1] }] });
    expect(() => surfaceOf(host, flat, sample(3, () => 1).slice(0, 9))).toThrow("Found axes of 3 × 3 × 1 points; a surface needs three axes of at least 2 points each.");
  });
});

/** Slope of the surface in display units where it is steeper than one: a cell's width is then measured across it. */
function steepness(rule: Rule, alpha: number, beta: number, scale: (omega: number) => number): number {
  const step = 1e-5;
  const slope = (da: number, db: number) =>
    (scale(threshold(rule, alpha + da, beta + db)) - scale(threshold(rule, alpha - da, beta - db))) / (2 * step) * 0.85;
  return Math.hypot(slope(step, 0), slope(0, step));
}

describe("both kernels", () => {
  it("give the same mesh, byte for byte", () => {
    const spec = specOf({ axes: [...technology(20), price(17, "log")] });
    const [wasm, js] = KERNEL_HOSTS.map(({ create }) => signSurface(create(), spec));
    expect(js).toEqual(wasm);
    expect(axisPoint(spec.axes[0], axisCount(spec.axes[0]) - 1)).toBe(0.9);
  });
});
