import { isCodeField, type QuantityName } from "../../model/index.ts";
import { cellCount, type SweepSpec } from "../spec.ts";
import type { FieldTotals, TileTotals } from "../totals.ts";
import { planRows, visitPass, type FieldGroup, type RowsPass } from "./rows-plan.ts";
import { cancellation } from "./term-sizes.ts";

/** Sweeps a pass and returns its totals. */
export type SweepPass = (pass: RowsPass) => Promise<TileTotals>;

/** A summary's mean lies within this, times the mean of |value|, of the exact mean of the cells. */
const MEAN_TOLERANCE = 1e-12;
/** What the value at the means can be off, in units of its terms: its own roundings and those of the cells, generously. */
const MEAN_ERROR = 2 ** -47;
/** Where terms cancel more than this, the value at the means cannot be vouched for and the cells are visited. */
const MOST_CANCELLATION = MEAN_TOLERANCE / MEAN_ERROR;

/** A sweep's totals by the passes of its plan: counts and extremes are those of a visit of every cell, means within tolerance. */
export async function runRows(spec: SweepSpec, sweep: SweepPass): Promise<TileTotals> {
  const { classes, flags, groups } = planRows(spec);
  const counted = await sweep(classes);
  const { weight } = classes;
  const feasible = (counted.positive + counted.negative + counted.boundary) * weight;
  const flagged = flags === null ? null : await sweep(flags);
  const found = new Map<QuantityName, FieldTotals>();
  for (const group of groups) for (const [field, totals] of await sweepGroup(group, spec, feasible, sweep)) found.set(field, totals);
  return {
    cells: cellCount(spec),
    infeasible: cellCount(spec) - feasible,
    positive: counted.positive * weight,
    negative: counted.negative * weight,
    boundary: counted.boundary * weight,
    saving: flags === null || flagged === null ? 0 : flagged.saving * flags.weight,
    transversality: flags === null || flagged === null ? 0 : flagged.transversality * flags.weight,
    fields: spec.fields.map((field) => (isCodeField(field) ? null : found.get(field) ?? null)),
  };
}

async function sweepGroup({ fields, ends, means }: FieldGroup, spec: SweepSpec, feasible: number, sweep: SweepPass): Promise<[QuantityName, FieldTotals][]> {
  const atMeans = await sweep(means);
  const atEnds = ends === means ? atMeans : await sweep(ends);
  const results: [QuantityName, FieldTotals][] = [];
  for (const [k, field] of fields.entries()) {
    const extremes = atEnds.fields[k];
    let sums = { totals: atMeans, place: k };
    if (ends !== means && cancellation(means.spec, field) > MOST_CANCELLATION) sums = { totals: await sweep(visitPass(spec, field)), place: 0 };
    const scale = feasible === 0 ? 0 : feasible / feasibleIn(sums.totals);
    const taken = sums.totals.fields[sums.place];
    if (extremes === null || taken === null) throw new RangeError(`A pass for ${field} has no totals of it.`);
    results.push([field, { min: extremes.min, max: extremes.max, sum: taken.sum * scale, compensation: taken.compensation * scale }]);
  }
  return results;
}

function feasibleIn({ cells, infeasible }: TileTotals): number {
  return cells - infeasible;
}
