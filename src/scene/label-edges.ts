import { BOX_EDGES, type BoxEdge, type Facing, isSilhouette, otherAxes, pointOnEdge, type Triple } from "./box-geometry.ts";

export type Point = readonly [number, number];

/** An edge of the box as it lies on the screen; `outward` is the unit normal away from the box. Lengths in CSS px. */
export interface LabelledEdge {
  readonly edge: BoxEdge;
  readonly outward: Point;
  /** Which way the marks of its ticks point: along an axis of the box, out of it, in display coordinates. */
  readonly tickDirection: Triple;
}

/** An axis seen almost end-on has no room for labels. */
const SHORTEST_PX = 28;
const OUTLINE_STEPS = 40;
/** A short way out of the box: perspective hardly bends it. */
const PROBE = 0.01;

/**
 * The edge on which each axis carries its labels: of the outline's edges along it the lowest on screen (the leftmost for the
 * upright axis), so that no label stands before the content. `null` where the axis is seen end-on.
 */
export function labelEdges(facing: Facing, toScreen: (point: Triple) => Point): readonly (LabelledEdge | null)[] {
  const middle = toScreen([0.5, 0.5, 0.5]);
  return ([0, 1, 2] as const).map((axis) => {
    const candidates = BOX_EDGES.filter((edge) => edge.axis === axis && isSilhouette(edge, facing));
    const preference = (edge: BoxEdge): number => {
      const [x, y] = toScreen(pointOnEdge(edge, 0.5));
      return axis === 2 ? x : -y;
    };
    const edge = candidates.reduce<BoxEdge | null>((best, next) => (best === null || preference(next) < preference(best) ? next : best), null);
    const outward = edge === null ? null : outwardOf(toScreen(pointOnEdge(edge, 0)), toScreen(pointOnEdge(edge, 1)), middle);
    return edge === null || outward === null ? null : { edge, outward, tickDirection: tickDirectionOf(edge, outward, toScreen) };
  });
}

/** Points along the box's outline, close enough together that no label slips between two. */
export function outlinePoints(facing: Facing, toScreen: (point: Triple) => Point): readonly Point[] {
  return BOX_EDGES.filter((edge) => isSilhouette(edge, facing)).flatMap((edge) =>
    Array.from({ length: OUTLINE_STEPS + 1 }, (_, step) => toScreen(pointOnEdge(edge, step / OUTLINE_STEPS))),
  );
}

/** Of the two ways out of the box at right angles to the edge, the one that leads farther outward on screen. */
function tickDirectionOf(edge: BoxEdge, outward: Point, toScreen: (point: Triple) => Point): Triple {
  const start = pointOnEdge(edge, 0.5);
  const from = toScreen(start);
  const reach = (direction: Triple): number => {
    const to = toScreen([start[0] + direction[0], start[1] + direction[1], start[2] + direction[2]]);
    return (to[0] - from[0]) * outward[0] + (to[1] - from[1]) * outward[1];
  };
  const [first, second] = otherAxes(edge.axis).map((axis, place): Triple => {
    const out = edge.at[place] === 1 ? PROBE : -PROBE;
    return [axis === 0 ? out : 0, axis === 1 ? out : 0, axis === 2 ? out : 0];
  });
  const direction = reach(first) >= reach(second) ? first : second;
  return [Math.sign(direction[0]), Math.sign(direction[1]), Math.sign(direction[2])];
}

function outwardOf(from: Point, to: Point, middle: Point): Point | null {
  const [along, down] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(along, down);
  if (length < SHORTEST_PX) return null;
  const normal: Point = [-down / length, along / length];
  const isOut = normal[0] * (from[0] - middle[0]) + normal[1] * (from[1] - middle[1]) >= 0;
  return isOut ? normal : [-normal[0], -normal[1]];
}
