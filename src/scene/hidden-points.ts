import type { BufferGeometry } from "three";
import type { Triple } from "./box-geometry.ts";

/** Where a point is seen: CSS px, and how far before the eye, in world units. */
export type Seen = readonly [x: number, y: number, distance: number];

/** A surface hides what is farther by more than this, in world units: a label's own slice, and a surface that the line lies on, do not. */
const NEARER = 0.012;
/** Points are looked for in squares of the screen, CSS px. */
const SQUARE_PX = 32;
/** More squares than any screen is high. */
const ROWS = 4096;

const square = (pixels: number): number => Math.floor(pixels / SQUARE_PX);

/**
 * Which points, in display coordinates, lie behind a surface. Each vertex is projected once, and each triangle looks at the points in the squares that it
 * touches: a sheet of 40,000 triangles costs some milliseconds, however many points there are.
 */
export function hiddenPoints(points: readonly Triple[], surfaces: readonly BufferGeometry[], see: (point: Triple) => Seen): ReadonlySet<Triple> {
  const squares = new Map<number, { readonly point: Triple; readonly seen: Seen }[]>();
  for (const point of points) {
    const seen = see(point);
    const key = square(seen[0]) * ROWS + square(seen[1]);
    const others = squares.get(key);
    if (others === undefined) squares.set(key, [{ point, seen }]);
    else others.push({ point, seen });
  }
  const hidden = new Set<Triple>();
  for (const surface of points.length === 0 ? [] : surfaces) {
    for (const [a, b, c] of trianglesSeen(surface, see)) {
      const right = square(Math.max(a[0], b[0], c[0]));
      const bottom = square(Math.max(a[1], b[1], c[1]));
      for (let column = square(Math.min(a[0], b[0], c[0])); column <= right; column++) {
        for (let row = square(Math.min(a[1], b[1], c[1])); row <= bottom; row++) {
          for (const { point, seen } of squares.get(column * ROWS + row) ?? []) if (isBehind(seen, a, b, c)) hidden.add(point);
        }
      }
    }
  }
  return hidden;
}

function* trianglesSeen(surface: BufferGeometry, see: (point: Triple) => Seen): Generator<readonly [Seen, Seen, Seen]> {
  const positions = surface.getAttribute("position");
  const { index } = surface;
  if (index === null) return;
  const vertices = Array.from({ length: positions.count }, (_, k) => see([positions.getX(k), positions.getY(k), positions.getZ(k)]));
  for (let corner = 0; corner < index.count; corner += 3) yield [vertices[index.getX(corner)], vertices[index.getX(corner + 1)], vertices[index.getX(corner + 2)]];
}

/** On the screen the inverse of the distance is linear over a triangle. */
function isBehind([x, y, distance]: Seen, a: Seen, b: Seen, c: Seen): boolean {
  const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
  const ofB = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / area;
  const ofC = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / area;
  const ofA = 1 - ofB - ofC;
  return ofA >= 0 && ofB >= 0 && ofC >= 0 && 1 / (ofA / a[2] + ofB / b[2] + ofC / c[2]) < distance - NEARER;
}
