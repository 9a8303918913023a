import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTechnologyFeasible } from "../../src/model/index.ts";
import { extractSurface } from "../../src/surface/extract-surface.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { axisCount } from "../../src/sweep/spec.ts";
import { KERNEL_HOSTS } from "../support/kernel-hosts.ts";
import { enclosedVolume, eulerCharacteristic, normal, triangleCount, vertex } from "../support/mesh-checks.ts";
import { cube, expectSound, price, sample, signSurface, specOf, surfaceOf, technology } from "./surfaces.ts";

const values = (count: number, special: readonly number[]) => fc.array(
  fc.oneof({ weight: 5, arbitrary: fc.double({ min: -1, max: 1, noNaN: true }) }, { weight: 1, arbitrary: fc.constantFrom(...special) }),
  { minLength: count ** 3, maxLength: count ** 3 });

/** Grids of noise: any pattern of signs, ties with the level, and nodes that are NaN for no reason. */
const noise = fc.integer({ min: 2, max: 5 }).chain((count) => values(count, [0, NaN]).map((field) => ({ spec: cube(count), field })));

/** Grids of noise that the wall α+β = 1 cuts at any place. */
const walledNoise = fc.record({ count: fc.integer({ min: 2, max: 6 }), from: fc.double({ min: 0.02, max: 0.45, noNaN: true }), holes: fc.boolean() })
  .chain(({ count, from, holes }) => values(count, holes ? [0, NaN] : [0]).map((field) => {
    const spec = specOf({ axes: [...technology(count, from, 0.9), price(count, "linear")] });
    const [alphas, betas] = spec.axes.map((axis) => axisPoints(axis));
    const at = (points: ArrayLike<number>, n: number) => points[n % count];
    return {
      spec,
      field: field.map((value, n) =>
        (isTechnologyFeasible(at(alphas, Math.floor(n / count ** 2)), at(betas, Math.floor(n / count))) ? value : NaN)),
    };
  }));

describe.each(KERNEL_HOSTS)("a surface from the kernels of $id", ({ create }) => {
  const host = create();

  it.each([["noise", noise], ["noise behind a wall", walledNoise]] as const)("is closed, one sheet thick, whatever the field: %s", (_, grids) => {
    fc.assert(fc.property(grids, ({ spec, field }) => expectSound(surfaceOf(host, spec, field))), { numRuns: 300 });
  });

  it("keeps walls out of the sheet, however both meet in a cube", () => {
    // Walls for no reason stand at nodes, where no crossing of these fields comes.
    const steep = noise.map(({ spec, field }) => ({ spec, field: field.map((value) => (value < 0 ? value - 0.2 : value + 0.2)) }));
    fc.assert(fc.property(steep, ({ spec, field }) => {
      const mesh = surfaceOf(host, spec, field);
      const cells = axisCount(spec.axes[0]) - 1;
      const atNode = (u: number) => Math.abs(u * cells - Math.round(u * cells)) < 1e-5;
      expect([...mesh.sheet].filter((index) => vertex(mesh, index).every(atNode))).toEqual([]);
    }), { numRuns: 300 });
  });

  it("finds a sphere: radius, one piece without holes, volume, outward normals", () => {
    const mesh = surfaceOf(host, cube(21), sample(21, (x, y, z) => 0.3 - Math.hypot(x - 0.5, y - 0.5, z - 0.5)));
    expectSound(mesh);
    expect([mesh.wall.length, mesh.caps.length]).toEqual([0, 0]);
    expect(eulerCharacteristic(mesh)).toBe(2);
    expect(enclosedVolume(mesh) / (4 / 3 * Math.PI * 0.3 ** 3)).toBeCloseTo(1, 1);
    for (let index = 0; index < mesh.positions.length / 3; index++) {
      const radial = vertex(mesh, index).map((u) => u - 0.5);
      expect(Math.abs(Math.hypot(...radial) - 0.3) * 20).toBeLessThan(0.05);
      const outward = normal(mesh, index);
      expect(radial.reduce((sum, u, k) => sum + u * outward[k], 0) / 0.3).toBeGreaterThan(0.98);
    }
  });

  it("finds a ring's hole", () => {
    const mesh = surfaceOf(host, cube(25), sample(25, (x, y, z) => 0.12 - Math.hypot(Math.hypot(x - 0.5, y - 0.5) - 0.3, z - 0.5)));
    expectSound(mesh);
    expect(eulerCharacteristic(mesh)).toBe(0);
  });

  it("finds a plane exactly, with its normal", () => {
    const direction = [0.36, 0.48, 0.8];
    const mesh = surfaceOf(host, cube(9), sample(9, (...at) => 0.81 - at.reduce((sum, u, k) => sum + u * direction[k], 0)));
    expectSound(mesh);
    expect(mesh.sheet.length).toBeGreaterThan(100);
    for (const index of mesh.sheet) {
      expect(vertex(mesh, index).reduce((sum, u, k) => sum + u * direction[k], 0)).toBeCloseTo(0.81, 6);
      normal(mesh, index).forEach((u, k) => expect(u).toBeCloseTo(direction[k], 3));
    }
  });

  it("takes the level itself as outside: a surface through nodes lies on them", () => {
    const mesh = surfaceOf(host, cube(5), sample(5, (x) => x), 0.5);
    expectSound(mesh);
    expect([...new Set(mesh.sheet)].map((index) => vertex(mesh, index)[0])).toEqual(new Array(25).fill(0.5));
    expect(enclosedVolume(mesh)).toBeCloseTo(0.5, 6);
  });

  it("takes the whole box, nothing and all NaN as they are", () => {
    const whole = surfaceOf(host, cube(4), sample(4, () => 1));
    expectSound(whole);
    expect([whole.sheet.length, whole.wall.length]).toEqual([0, 0]);
    expect(enclosedVolume(whole)).toBeCloseTo(1, 6);
    for (const value of [0, -1, NaN]) expect(triangleCount(surfaceOf(host, cube(4), sample(4, () => value)))).toBe(0);
  });

  it("ends at the last feasible nodes where it is not α+β = 1 that parts them", () => {
    const mesh = surfaceOf(host, cube(5), sample(5, (x) => (x > 0.6 ? NaN : 1)));
    expectSound(mesh);
    expect(mesh.sheet.length).toBe(0);
    for (const index of mesh.wall) expect(vertex(mesh, index)[0]).toBe(0.5);
    expect(enclosedVolume(mesh)).toBeCloseTo(0.5, 6);
  });

  it("colours each vertex by the field between the nodes", () => {
    const mesh = surfaceOf(host, cube(5), sample(5, (x) => x), 0.4);
    for (const index of mesh.sheet) expect(mesh.values[index]).toBeCloseTo(0.4, 6);
  });

  it("keeps the colour of a lone feasible node up to the wall", () => {
    const spec = specOf({ axes: [{ name: "alpha", values: [0.05, 0.5] }, { name: "beta", values: [0.4, 0.6] }, { name: "wr", values: [1, 2] }] });
    const mesh = surfaceOf(host, spec, [1, 1, 5, 5, 3, 3, NaN, NaN]);
    const ends = [...new Set(mesh.wall)].filter((index) => vertex(mesh, index)[0] === 1);
    expect(ends.map((index) => mesh.values[index])).toEqual([3, 3]);
  });

  it("grows its buffers for a surface that is larger than expected", () => {
    const mesh = surfaceOf(host, cube(24), sample(24, (x, y, z) => Math.sin(40 * x) * Math.sin(43 * y) * Math.sin(41 * z)));
    expectSound(mesh);
    expect(mesh.positions.length / 3).toBeGreaterThan(6 * 24 ** 2 + 64);
  });

  it("leaves the field as it was", () => {
    const spec = specOf({ axes: [...technology(4), price(4, "linear")] });
    const before = sample(4, (x, y, z) => (x + y > 1 ? NaN : z - 0.5));
    const field = host.allocate("f64", before.length);
    field.view().set(before);
    expect(extractSurface(host, { spec, field, colour: field, level: 0 }).wall.length).toBeGreaterThan(0);
    expect([...field.view()]).toEqual(before);
  });

  it("refuses grids that cannot carry a surface", () => {
    const flat = specOf({ axes: [...technology(3), { name: "wr", values: [1] }] });
    expect(() => surfaceOf(host, flat, new Array(9).fill(1)))
      .toThrow("Found axes of 3 × 3 × 1 points; a surface needs three axes of at least 2 points each.");
  });
});

describe("the kernels of both hosts", () => {
  const [compiled, plain] = KERNEL_HOSTS.map(({ create }) => create());

  it("make the same mesh of the model, byte for byte", () => {
    const spec = specOf({ axes: [...technology(20), price(17, "log")] });
    expect(signSurface(plain, spec)).toEqual(signSurface(compiled, spec));
  });

  it("make the same mesh of noise, byte for byte", () => {
    fc.assert(fc.property(walledNoise, ({ spec, field }) => {
      expect(surfaceOf(plain, spec, field)).toEqual(surfaceOf(compiled, spec, field));
    }), { numRuns: 100 });
  });
});
