import { CASE_LENGTH } from "../../assembly/surface-layout.ts";

/*
 * Where the surface cuts a cube, made rather than typed in. Corners are numbered 4·dk+2·di+dj; edges 0-3 run along x, 4-7 along y,
 * 8-11 along z; faces are 2·axis+side. A case is the set of corners that are inside.
 */

type Corner = readonly [di: number, dj: number, dk: number];

const cornerNumber = ([di, dj, dk]: Corner): number => 4 * dk + 2 * di + dj;

/** The edge between two neighbouring corners. */
function edgeBetween(a: Corner, b: Corner): number {
  const axis = [0, 1, 2].findIndex((k) => a[k] !== b[k]);
  const [first, second] = [0, 1, 2].filter((k) => k !== axis).map((k) => a[k]);
  return 4 * axis + 2 * second + first;
}

/** The corners of a face, counter-clockwise seen from outside the cube. */
function faceCorners(face: number): Corner[] {
  const axis = face >> 1;
  const side = face & 1;
  const around = [[0, 0], [1, 0], [1, 1], [0, 1]].map(([u, v]): Corner => {
    const corner: [number, number, number] = [0, 0, 0];
    corner[axis] = side;
    corner[(axis + 1) % 3] = u;
    corner[(axis + 2) % 3] = v;
    return corner;
  });
  return side === 1 ? around : around.reverse();
}

/** A piece of the surface's outline on a face, from one edge of the cube to another. */
interface Segment {
  readonly from: number;
  readonly to: number;
  /** Its face and, where there can be two on it, which; see CASE_LENGTH. The same for both cubes that share the face. */
  readonly outline: number;
}

/**
 * Outlines on one face. Where two opposite corners are inside they are cut off separately; the choice depends on the face alone,
 * so both cubes that share it make the same, and the surface has no holes.
 */
function faceSegments(face: number, isInside: (corner: Corner) => boolean): Segment[] {
  const corners = faceCorners(face);
  return corners.flatMap((corner, k): Segment[] => {
    const before = corners[(k + 3) % 4];
    if (!isInside(corner) || isInside(before)) return [];
    let last = k;
    while (isInside(corners[(last + 1) % 4])) last++;
    const exit = edgeBetween(corners[last % 4], corners[(last + 1) % 4]);
    const upper = last === k ? corner[((face >> 1) + 1) % 3] : 0;
    return [{ from: edgeBetween(before, corner), to: exit, outline: 2 * face + upper }];
  });
}

const FACES = [0, 1, 2, 3, 4, 5];

function loopsOf(inside: number): Segment[][] {
  const isInside = (corner: Corner) => ((inside >> cornerNumber(corner)) & 1) === 1;
  const segments = new Map(FACES.flatMap((face) => faceSegments(face, isInside)).map((segment) => [segment.from, segment]));
  const loops: Segment[][] = [];
  for (const start of [...segments.keys()].sort((a, b) => a - b)) {
    const loop: Segment[] = [];
    for (let segment = segments.get(start); segment !== undefined; segment = segments.get(segment.to)) {
      segments.delete(segment.from);
      loop.push(segment);
    }
    if (loop.length > 0) loops.push(loop);
  }
  return loops;
}

/**
 * The loops of all 256 cases, `CASE_LENGTH` entries each: how many loops, then for each its length and the pairs (edge,
 * outline between this edge and the next). Loops run counter-clockwise seen from outside the region.
 */
export function makeLoopTable(): Int32Array {
  const table = new Int32Array(256 * CASE_LENGTH);
  for (let inside = 0; inside < 256; inside++) {
    const loops = loopsOf(inside);
    const entries = [loops.length, ...loops.flatMap((loop) => [loop.length, ...loop.flatMap(({ from, outline }) => [from, outline])])];
    table.set(entries, inside * CASE_LENGTH);
  }
  return table;
}
