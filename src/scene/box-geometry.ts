/** The box that holds the three axes. A point of it in display coordinates is [0..1, 0..1, 0..1]: axis 0, 1, 2. */
export type Triple = readonly [number, number, number];

/** Height of the box where its footprint is 1 × 1: a little lower than wide, as screens are. */
export const BOX_HEIGHT = 0.86;

/** Axis 0 runs to the right, axis 1 away from the viewer, axis 2 up: a rotation, so triangles keep their sense. */
export function toWorld([x, depth, up]: Triple): Triple {
  return [x - 0.5, (up - 0.5) * BOX_HEIGHT, 0.5 - depth];
}

export function toDisplay([x, y, z]: Triple): Triple {
  return [x + 0.5, 0.5 - z, y / BOX_HEIGHT + 0.5];
}

/** A face is named by its axis and its side, 0 or 1; `facing[axis][side]` tells whether its outside is seen. */
export type Facing = readonly [readonly [boolean, boolean], readonly [boolean, boolean], readonly [boolean, boolean]];

/** An edge runs along `axis`; the other two coordinates, in the order of the axes, are 0 or 1. */
export interface BoxEdge {
  readonly axis: 0 | 1 | 2;
  readonly at: readonly [0 | 1, 0 | 1];
}

const AXES = [0, 1, 2] as const;
const SIDES = [0, 1] as const;

export const BOX_EDGES: readonly BoxEdge[] = AXES.flatMap((axis) =>
  SIDES.flatMap((first) => SIDES.map((second): BoxEdge => ({ axis, at: [first, second] }))),
);

/** `eye` in display coordinates, outside or inside the box. */
export function facingFrom(eye: Triple): Facing {
  const sides = (coordinate: number) => [coordinate < 0, coordinate > 1] as const;
  return [sides(eye[0]), sides(eye[1]), sides(eye[2])];
}

/** Height of the horizontal face behind the content: the floor, or the ceiling where the box is seen from below. */
export function groundHeight(facing: Facing): 0 | 1 {
  return facing[2][0] ? 1 : 0;
}

/** The two axes that are not `axis`, in order. */
export function otherAxes(axis: 0 | 1 | 2): readonly [0 | 1 | 2, 0 | 1 | 2] {
  return axis === 0 ? [1, 2] : axis === 1 ? [0, 2] : [0, 1];
}

export function pointOnEdge({ axis, at }: BoxEdge, position: number): Triple {
  if (axis === 0) return [position, at[0], at[1]];
  return axis === 1 ? [at[0], position, at[1]] : [at[0], at[1], position];
}

function facesSeen(edge: BoxEdge, facing: Facing): number {
  const [first, second] = otherAxes(edge.axis);
  return Number(facing[first][edge.at[0]]) + Number(facing[second][edge.at[1]]);
}

/** An edge of the outline: of its two faces one is seen and one is not. */
export function isSilhouette(edge: BoxEdge, facing: Facing): boolean {
  return facesSeen(edge, facing) === 1;
}

/** Edges that stand before the content are left out. */
export function isBackEdge(edge: BoxEdge, facing: Facing): boolean {
  return facesSeen(edge, facing) < 2;
}
