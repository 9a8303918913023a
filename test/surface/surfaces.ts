import { expect } from "vitest";
import type { KernelHost } from "../../src/engines/kernel-host.ts";
import { SlotCache } from "../../src/engines/slot-cache.ts";
import type { FieldName } from "../../src/model/index.ts";
import { extractSurface } from "../../src/surface/extract-surface.ts";
import type { SurfaceMesh } from "../../src/surface/surface-mesh.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { sweepSurface } from "../../src/workers/sweep-surface.ts";
import { openEdges } from "../support/mesh-checks.ts";

export function specOf(input: object): SweepSpec {
  const parsed = parseSpec({ schema: "tauscape/sweep@1", ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
}

export const technology = (count: number, min = 0.05, max = 0.9, spacing = "linear"): object[] =>
  ["alpha", "beta"].map((name) => ({ name, min, max, count, spacing }));

export const price = (count: number, spacing: string): object => ({ name: "wr", min: 0.1, max: 10, count, spacing });

/** Three axes of which none has to do with the wall. */
export const cube = (count: number): SweepSpec => specOf({
  axes: ["tau", "sigma", "rho"].map((name) => ({ name, min: 0.1, max: 0.9, count })),
});

/** Values of a function of display coordinates on a cube's grid. */
export function sample(count: number, value: (x: number, y: number, z: number) => number): number[] {
  const at = (i: number) => i / (count - 1);
  return Array.from({ length: count ** 3 }, (_, n) => value(at(Math.floor(n / count ** 2)), at(Math.floor(n / count) % count), at(n % count)));
}

/** The surface that the page draws: where ∂g/∂τ changes sign, coloured by a field. */
export function signSurface(host: KernelHost, spec: SweepSpec, colour: FieldName = "growth"): SurfaceMesh {
  return sweepSurface(host, new SlotCache(), { spec, field: "growthSlope", level: 0, colour }).mesh;
}

/** A surface over a grid whose values are made up. */
export function surfaceOf(host: KernelHost, spec: SweepSpec, values: ArrayLike<number>, level = 0): SurfaceMesh {
  const mark = host.mark();
  try {
    const field = host.allocate("f64", cellCount(spec));
    field.view().set(values);
    return extractSurface(host, { spec, field, colour: field, level });
  } finally {
    host.release(mark);
  }
}

/** Closed, every edge between exactly two triangles, all numbers finite, all normals of unit length. */
export function expectSound(mesh: SurfaceMesh): void {
  const parts = [mesh.sheet, mesh.wall, mesh.caps];
  const vertices = mesh.positions.length / 3;
  expect(openEdges(parts)).toEqual([]);
  expect(parts.every((indices) => indices.every((index) => index < vertices))).toBe(true);
  expect([mesh.positions, mesh.values].every((array) => array.every(Number.isFinite))).toBe(true);
  for (let at = 0; at < mesh.normals.length; at += 3) {
    const length = Math.hypot(mesh.normals[at], mesh.normals[at + 1], mesh.normals[at + 2]);
    if (!(Math.abs(length - 1) < 1e-6)) expect.fail(`The normal of vertex ${at / 3} is ${length} long.`);
  }
}
