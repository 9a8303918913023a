import {
  classAt, DECIDING_PARAMETERS, DEFAULT_PARAMETERS, eulerWeights, isTechnologyFeasible, technologyAt, type ParameterName,
} from "../../model/index.ts";
import { admissibleRange, axisPoints, firstIndex, type PointRange } from "../../sweep/axes.ts";
import { cellCount, type SweepSpec } from "../../sweep/spec.ts";

/** The cells of a sweep by the point that they have on one axis. */
export interface AxisCounts {
  readonly name: ParameterName;
  readonly points: Float64Array;
  readonly feasible: Float64Array;
  readonly positive: Float64Array;
}

/** Where the sign turns: Θ with prices given, τ* = 1−α in equilibrium. */
export interface TurningValue {
  readonly value: number;
  readonly alpha: number;
  readonly beta: number;
}

/** The classes of a sweep, counted; those of all its cells, to the cell. */
export interface RegionCounts {
  readonly points: number;
  readonly feasible: number;
  readonly positive: number;
  readonly negative: number;
  readonly boundary: number;
  readonly axes: readonly AxisCounts[];
  /** Least and greatest over the feasible cells; `null` where there are none. */
  readonly turning: { readonly least: TurningValue; readonly greatest: TurningValue } | null;
}

type MutableParameters = { -readonly [Name in ParameterName]: number };

interface OpenAxis extends AxisCounts {
  readonly range: PointRange;
}

/**
 * Counts the classes of a sweep by every axis, without visiting its cells: the class depends on few of the parameters and is monotone along one of
 * them, so that its rows are bisected, as the sweep's own rows are. Yields between rows, so that whoever runs it can stop or let others work.
 */
export function* countRegion(spec: SweepSpec): Generator<undefined, RegionCounts> {
  const { prices, rule } = spec;
  const deciding: readonly ParameterName[] = DECIDING_PARAMETERS[prices];
  const rowName = deciding[deciding.length - 1];
  const axes: readonly OpenAxis[] = spec.axes.map((axis) => {
    const points = axisPoints(axis);
    return { name: axis.name, points, range: admissibleRange(axis), feasible: new Float64Array(points.length), positive: new Float64Array(points.length) };
  });
  const row = axes.find(({ name }) => name === rowName) ?? null;
  const outer = axes.filter(({ name }) => name !== rowName && deciding.includes(name));
  const free = axes.filter(({ name }) => !deciding.includes(name));
  const at: MutableParameters = { ...DEFAULT_PARAMETERS, ...spec.fixed };
  const tally = new Tally(spec, row);

  for (const places of product(outer.map(({ range }) => range))) {
    for (const [k, { name, points }] of outer.entries()) at[name] = points[places[k]];
    if (isTechnologyFeasible(at.alpha, at.beta)) {
      const { cells, positive } = tally.addRow(at);
      for (const [k, axis] of outer.entries()) {
        axis.feasible[places[k]] += cells;
        axis.positive[places[k]] += positive;
      }
      tally.addTurningValue(at.alpha, at.beta, rule);
    }
    yield;
  }
  tally.closeRows();
  const repeats = free.reduce((count, { range }) => count * (range.to - range.from), 1);
  for (const axis of free) spread(axis, tally, repeats / Math.max(1, axis.range.to - axis.range.from));
  for (const axis of axes.filter((one) => !free.includes(one))) multiply(axis, repeats);
  const [feasible, positive, negative] = [tally.cells, tally.positive, tally.negative].map((count) => count * repeats);
  return {
    points: cellCount(spec), feasible, positive, negative, boundary: feasible - positive - negative,
    axes: axes.map(({ name, points, feasible: byFeasible, positive: byPositive }) => ({ name, points, feasible: byFeasible, positive: byPositive })),
    turning: feasible === 0 ? null : tally.turning,
  };
}

/** Sums over rows along the axis in which the class is monotone, or over single cells where the sweep has no such axis. */
class Tally {
  cells = 0;
  positive = 0;
  negative = 0;
  turning: RegionCounts["turning"] = null;
  /** Rows that have been added, and how many more of them begin to be positive at each point of the row than end there. */
  #rows = 0;
  readonly #begins: Float64Array;

  constructor(private readonly spec: SweepSpec, private readonly row: OpenAxis | null) {
    this.#begins = new Float64Array((row?.points.length ?? 0) + 1);
  }

  /** Adds the row through a point; its cells are those of the axis that lie in the domain. */
  addRow(at: MutableParameters): { readonly cells: number; readonly positive: number } {
    const { rule, prices } = this.spec;
    const { from, to } = this.row?.range ?? { from: 0, to: 1 };
    // ω raises the class with prices given; τ lowers it in equilibrium.
    const rises = prices === "given";
    const classOf = (k: number) => {
      if (this.row !== null) at[this.row.name] = this.row.points[from + k];
      return classAt(at, rule, prices);
    };
    const cells = to - from;
    const turns = firstIndex(cells, (k) => (rises ? classOf(k) >= 0 : classOf(k) <= 0));
    const turned = turns + firstIndex(cells - turns, (k) => (rises ? classOf(turns + k) > 0 : classOf(turns + k) < 0));
    const [begin, end] = rises ? [turned, cells] : [0, turns];
    this.#rows += 1;
    this.#begins[from + begin] += 1;
    this.#begins[from + end] -= 1;
    this.cells += cells;
    this.positive += end - begin;
    this.negative += rises ? turns : cells - turned;
    return { cells, positive: end - begin };
  }

  addTurningValue(alpha: number, beta: number, rule: SweepSpec["rule"]): void {
    const value = this.spec.prices === "equilibrium" ? 1 - alpha : eulerWeights(rule, alpha, technologyAt(alpha, beta).computeShare).threshold;
    const here = { value, alpha, beta };
    const { least, greatest } = this.turning ?? { least: here, greatest: here };
    this.turning = { least: value < least.value ? here : least, greatest: value > greatest.value ? here : greatest };
  }

  /** Writes the counts of the rows to their axis. */
  closeRows(): void {
    const { row } = this;
    if (row === null) return;
    let positive = 0;
    for (let k = row.range.from; k < row.range.to; k++) {
      positive += this.#begins[k];
      row.positive[k] = positive;
      row.feasible[k] = this.#rows;
    }
  }
}

/** Along a free axis every admissible point holds the same. */
function spread({ range: { from, to }, feasible, positive }: OpenAxis, tally: Tally, repeats: number): void {
  feasible.fill(tally.cells * repeats, from, to);
  positive.fill(tally.positive * repeats, from, to);
}

function multiply({ feasible, positive }: OpenAxis, repeats: number): void {
  for (let k = 0; k < feasible.length; k++) {
    feasible[k] *= repeats;
    positive[k] *= repeats;
  }
}

/** All combinations of one place of each range; the array is the same one each time. */
function* product(ranges: readonly PointRange[], places: number[] = []): Generator<readonly number[], undefined> {
  const depth = places.length;
  if (depth === ranges.length) {
    yield places;
    return;
  }
  const { from, to } = ranges[depth];
  for (let at = from; at < to; at++) {
    places[depth] = at;
    yield* product(ranges, places);
    places.length = depth;
  }
}
