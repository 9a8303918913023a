import type { SurfaceMesh } from "../../src/surface/surface-mesh.ts";

const [LOW, HIGH] = [0.05, 0.9];
const [LEAST_OMEGA, MOST_OMEGA] = [0.1, 10];
const elasticity = (share: number): number => LOW + (HIGH - LOW) * share;

type Vertex = readonly [number, number, number];

/** Height of Θ(α, β) = (β + (1−α−β)²)/α on a logarithmic ω axis, in display coordinates. */
export function thresholdHeight(x: number, depth: number): number {
  const [alpha, beta] = [elasticity(x), elasticity(depth)];
  const theta = (beta + (1 - alpha - beta) ** 2) / alpha;
  return Math.log(theta / LEAST_OMEGA) / Math.log(MOST_OMEGA / LEAST_OMEGA);
}

/** α + β = 1 in display coordinates. */
export const WALL_LINE = { over: [0, 1], points: [[(1 - HIGH - LOW) / (HIGH - LOW), 1], [1, (1 - HIGH - LOW) / (HIGH - LOW)]] } as const;

const beforeWall = ([x, depth]: Vertex): number => 1 - elasticity(x) - elasticity(depth);

const belowTop = ([, , up]: Vertex): number => 1 - up;
const aboveFloor = ([, , up]: Vertex): number => up;

/** The region ω > Θ over α, β in [0.05, 0.9], ω in [0.1, 10], built without the product's own extraction; values are the heights. */
export function analyticMesh(cells = 48): SurfaceMesh {
  const positions: number[] = [];
  const known = new Map<string, number>();
  const vertex = (at: Vertex): number => {
    const key = at.map((coordinate) => coordinate.toFixed(6)).join();
    const index = known.get(key) ?? positions.length / 3;
    if (index === positions.length / 3) positions.push(...at);
    known.set(key, index);
    return index;
  };
  const fan = (polygon: readonly Vertex[]): number[] =>
    polygon.slice(2).flatMap((_, corner) => [0, corner + 1, corner + 2].map((place) => vertex(polygon[place])));
  const sheet: number[] = [];
  const caps: number[] = [];
  const wall: number[] = [];
  const onSheet = (x: number, depth: number): Vertex => [x, depth, thresholdHeight(x, depth)];
  const curtain = (from: Vertex, to: Vertex): number[] => {
    const face = clip(clip([from, to, [to[0], to[1], 1], [from[0], from[1], 1]], belowTop), aboveFloor);
    return from[2] > 1 && to[2] > 1 ? [] : fan(face);
  };
  const last = WALL_LINE.points[0][0];
  for (let i = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++) {
      const [x0, x1, d0, d1] = [i / cells, (i + 1) / cells, j / cells, (j + 1) / cells];
      for (const corners of [[onSheet(x0, d0), onSheet(x1, d0), onSheet(x1, d1)], [onSheet(x0, d0), onSheet(x1, d1), onSheet(x0, d1)]]) {
        const feasible = clip(clip(corners, beforeWall), belowTop);
        sheet.push(...fan([...clip(feasible, aboveFloor)].reverse()));
        caps.push(...fan(feasible.map(([x, depth]): Vertex => [x, depth, 1])));
        caps.push(...fan(clip(feasible, (at) => -aboveFloor(at)).map(([x, depth]): Vertex => [x, depth, 0]).reverse()));
      }
    }
    const [s, t] = [i / cells, (i + 1) / cells];
    caps.push(...curtain(onSheet(s, 0), onSheet(t, 0)));
    caps.push(...curtain(onSheet(0, t), onSheet(0, s)));
    caps.push(...curtain(onSheet(1, s * last), onSheet(1, t * last)));
    const alongWall = (share: number): Vertex => onSheet(last + (1 - last) * share, 1 + (last - 1) * share);
    wall.push(...curtain(alongWall(t), alongWall(s)));
  }
  const values = Float32Array.from({ length: positions.length / 3 }, (_, index) => positions[index * 3 + 2]);
  return {
    positions: Float32Array.from(positions),
    normals: downwardNormals(positions),
    values,
    sheet: Uint32Array.from(sheet),
    wall: Uint32Array.from(wall),
    caps: Uint32Array.from(caps),
  };
}

/** The region lies above the sheet, so its normal points down. */
function downwardNormals(positions: readonly number[]): Float32Array<ArrayBuffer> {
  const normals = new Float32Array(positions.length);
  const step = 1e-4;
  for (let at = 0; at < positions.length; at += 3) {
    const [x, depth] = [positions[at], positions[at + 1]];
    const across = (thresholdHeight(x + step, depth) - thresholdHeight(x - step, depth)) / (2 * step);
    const away = (thresholdHeight(x, depth + step) - thresholdHeight(x, depth - step)) / (2 * step);
    const length = Math.hypot(across, away, 1);
    normals.set([across / length, away / length, -1 / length], at);
  }
  return normals;
}

/** The part of a convex polygon where `height` is not negative, cut linearly (Sutherland and Hodgman). */
function clip(polygon: readonly Vertex[], height: (at: Vertex) => number): readonly Vertex[] {
  return polygon.flatMap((to, corner) => {
    const from = polygon.at(corner - 1) as Vertex;
    const [before, after] = [height(from), height(to)];
    const kept = after >= 0 ? [to] : [];
    if (before >= 0 === after >= 0) return kept;
    const share = before / (before - after);
    const between = (axis: 0 | 1 | 2): number => from[axis] + (to[axis] - from[axis]) * share;
    return [[between(0), between(1), between(2)] as const, ...kept];
  });
}
