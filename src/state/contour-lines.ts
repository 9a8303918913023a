import { contours } from "d3-contour";
import { scaleLinear } from "d3-scale";

/** A line along which a grid has one value, in parts of its sides: 0 at the first point, 1 at the last. */
export interface ContourLine {
  readonly level: number;
  readonly points: readonly (readonly [number, number])[];
}

/** Round values within a range: about so many. */
export function roundLevels([least, greatest]: readonly [number, number], about: number): readonly number[] {
  return scaleLinear().domain([least, greatest]).ticks(about).filter((level) => level > least && level < greatest);
}

/** Rounding of a point on a line, as a share of the values around it. */
const SLACK = 1e-6;

/** Lines at some levels of a square grid, row after row. They end where values do, and at the grid's rim. */
export function contourLines(values: Float64Array, count: number, levels: readonly number[]): readonly ContourLine[] {
  const valueAt = (column: number, row: number): number => values[row * count + column];
  /** Points lie on the grid's edges; those along the rim, and along the end of the values, do not have the level. */
  const hasLevel = (level: number) => ([x, y]: readonly number[]): boolean => {
    const [column, row] = [x - 0.5, y - 0.5];
    if (column < 0 || row < 0 || column > count - 1 || row > count - 1) return false;
    const from = valueAt(Math.floor(column), Math.floor(row));
    const to = valueAt(Math.ceil(column), Math.ceil(row));
    const share = column - Math.floor(column) + row - Math.floor(row);
    return Math.abs(from + (to - from) * share - level) <= SLACK * (Math.abs(from) + Math.abs(to) + Math.abs(level));
  };
  const place = ([x, y]: readonly number[]) => [(x - 0.5) / (count - 1), (y - 0.5) / (count - 1)] as const;
  const rings = contours().size([count, count]).smooth(true).thresholds([...levels])(Array.from(values));
  return rings.flatMap(({ value: level, coordinates }) =>
    coordinates.flat().flatMap((ring) => runs(ring, hasLevel(level)).map((run) => ({ level, points: run.map(place) }))));
}

/** The parts of a ring of which every point holds, each of two points or more. */
function runs<Point>(ring: readonly Point[], holds: (point: Point) => boolean): Point[][] {
  const found: Point[][] = [];
  let open: Point[] = [];
  for (const point of ring) {
    if (holds(point)) {
      open.push(point);
    } else {
      if (open.length > 1) found.push(open);
      open = [];
    }
  }
  if (open.length > 1) found.push(open);
  return found;
}
