import fc from "fast-check";
import { BufferGeometry, DoubleSide, Float32BufferAttribute, Mesh, MeshBasicMaterial, Raycaster, Vector3 } from "three";
import { expect, test } from "vitest";
import type { Triple } from "../../src/scene/box-geometry.ts";
import { hiddenPoints, type Seen } from "../../src/scene/hidden-points.ts";

const EYE = new Vector3(0.5, 0.5, 4);
const PIXELS = 900;

/** An eye above the box that looks straight down. */
function see([x, y, z]: Triple): Seen {
  const distance = EYE.z - z;
  return [PIXELS * (0.5 + (x - EYE.x) / distance), PIXELS * (0.5 + (y - EYE.y) / distance), distance];
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const triple = fc.tuple(share, share, share);

test("points are hidden where a ray to them meets a surface before them, as three's own rays do", () => {
  fc.assert(fc.property(fc.array(triple, { minLength: 3, maxLength: 12 }), fc.array(triple, { minLength: 1, maxLength: 30 }), (corners, points) => {
    const whole = corners.slice(0, corners.length - (corners.length % 3));
    const surface = new BufferGeometry().setAttribute("position", new Float32BufferAttribute(whole.flat(), 3)).setIndex(whole.map((_, k) => k));
    const mesh = new Mesh(surface, new MeshBasicMaterial({ side: DoubleSide }));
    const hidden = hiddenPoints(points, [surface], see);
    for (const point of points) {
      const to = new Vector3(...point).sub(EYE);
      const hits = new Raycaster(EYE, to.clone().normalize()).intersectObject(mesh);
      const nearer = hits.map((hit) => EYE.z - hit.point.z - (EYE.z - point[2]));
      // What lies about the limit may be taken either way.
      if (nearer.some((gap) => Math.abs(gap + 0.012) < 1e-4)) continue;
      expect(hidden.has(point)).toBe(nearer.some((gap) => gap < -0.012));
    }
  }));
});

test("no surface hides nothing", () => {
  expect(hiddenPoints([[0.5, 0.5, 0.5]], [], see).size).toBe(0);
  expect(hiddenPoints([], [new BufferGeometry()], see).size).toBe(0);
});
