import { BufferGeometry, Float32BufferAttribute, OctahedronGeometry, RingGeometry, SphereGeometry } from "three";

/** The present point is round, a pinned one a diamond: told apart without colour. */
export const MARKER_SHAPES = ["round", "diamond"] as const;
export type MarkerShape = (typeof MARKER_SHAPES)[number];

/** Corners of the outline, and its size where the round one is 1: the corners of a diamond around a round marker are seen. */
const OUTLINES = { round: { corners: 40, size: 1 }, diamond: { corners: 4, size: 1.25 } } as const;
const RADII = { fill: 1, halo: [0.95, 1.5], rim: [1.5, 1.8], foot: [0.55, 0.85] } as const;
/** Of the hatch of an infeasible point: distances of its strokes from the middle, and half of their width. */
const STROKES = [-0.6, 0, 0.6] as const;
const HALF_STROKE = 0.13;

/** Parts of a marker in the plane that faces the viewer; `foot` lies on the floor. */
export interface MarkerGlyph {
  readonly fill: BufferGeometry;
  readonly hatch: BufferGeometry;
  readonly halo: BufferGeometry;
  readonly rim: BufferGeometry;
  readonly foot: BufferGeometry;
}

export function markerGlyph(shape: MarkerShape): MarkerGlyph {
  const { corners, size } = OUTLINES[shape];
  const ring = ([inner, outer]: readonly [number, number]) => new RingGeometry(inner * size, outer * size, corners);
  return {
    fill: shape === "round" ? new SphereGeometry(RADII.fill * size, 24, 16) : new OctahedronGeometry(RADII.fill * size),
    hatch: hatch((distance) => size * (shape === "round" ? Math.sqrt(1 - distance ** 2) : Math.SQRT1_2), shape === "round" ? size : size * Math.SQRT1_2),
    halo: ring(RADII.halo), rim: ring(RADII.rim), foot: ring(RADII.foot).rotateX(-Math.PI / 2),
  };
}

/** Strokes from the lower left to the upper right, before the fill. @param reach half the length of a stroke at a distance from the middle, of 1 @param size of that 1 */
function hatch(reach: (distance: number) => number, size: number): BufferGeometry {
  const turned = (along: number, across: number) => [(along - across) * Math.SQRT1_2, (along + across) * Math.SQRT1_2, 1.3];
  const corners = STROKES.flatMap((distance) => {
    const [half, from, to] = [reach(distance), distance * size - HALF_STROKE, distance * size + HALF_STROKE];
    return [turned(-half, from), turned(half, from), turned(half, to), turned(-half, to)].flat();
  });
  const triangles = STROKES.flatMap((_, k) => [0, 1, 2, 0, 2, 3].map((corner) => 4 * k + corner));
  return new BufferGeometry().setAttribute("position", new Float32BufferAttribute(corners, 3)).setIndex(triangles);
}
