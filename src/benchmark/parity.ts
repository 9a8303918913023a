import {
  DEFAULT_PARAMETERS, evaluatePoint, FIELD_NAMES, FIELDS, PARAMETERS, PRICE_MODES, RULES, type ParameterName, type Parameters, type PointEvaluation,
} from "../model/index.ts";
import { axisPoints } from "../sweep/axes.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import { describeProblem } from "../sweep/problems.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import type { SweepClient } from "../workers/sweep-client.ts";
import vectors from "./vector-points.json" with { type: "json" };
import { benchPrecision } from "./bench-plan.ts";
import type { ParityResult } from "./bench-result.ts";
import { ParityTally } from "./parity-tally.ts";
import { randomSpec } from "./random-spec.ts";
import { seededRandom } from "./seeded-random.ts";

export const DEFAULT_PARITY_SPECS = 40;
/** The same specs every time, so that two machines can be compared. */
const SEED = 20_250_731;

/** Sweeps of {@link measureParity}, each run by every client. */
export function paritySteps(specs: number): number {
  return PRICE_MODES.length * RULES.length * vectors.points.length + specs;
}

/**
 * Compares what engines compute with the model itself, cell by cell: over `specs` random specs, and at the points of the
 * reference vectors under every rule and price mode, where the model itself is tested to 50 digits.
 * @param onStep called after each of {@link paritySteps} and engine
 */
export async function measureParity(
  clients: readonly SweepClient[], specs: number, onStep: () => void, signal?: AbortSignal,
): Promise<ParityResult> {
  const points = vectorSpecs();
  const tallies = clients.map((client) => ({ client, tally: new ParityTally(client.engine.id) }));
  const random = seededRandom(SEED);
  const all = [...points, ...Array.from({ length: specs }, () => randomSpec(random))];
  for (const spec of all) {
    const expected = evaluateCells(spec);
    for (const { client, tally } of tallies) {
      const asked = benchPrecision(client.engine.id) === "f32" ? { ...spec, precision: "f32" as const } : spec;
      const compare = (tile: FilledTile): void => tally.compare(asked, tile, expected);
      await client.sweep(asked, { onTile: compare, ...(signal === undefined ? {} : { signal }) });
      onStep();
    }
  }
  return { specs, vectors: points.length, engines: tallies.map(({ tally }) => tally.result()) };
}

/** Each point as a sweep of one cell, all fields, for every rule and price mode. */
function vectorSpecs(): SweepSpec[] {
  const [axis, ...others] = vectors.parameters as ParameterName[];
  return PRICE_MODES.flatMap((prices) => RULES.flatMap((rule) => vectors.points.map(([first, ...rest]) => {
    const fixed = Object.fromEntries(others.map((name, k) => [name, rest[k]] as const).filter(([name]) => PARAMETERS[name].modes.includes(prices)));
    const fields = FIELD_NAMES.filter((name) => FIELDS[name].modes.includes(prices));
    const parsed = parseSpec({ schema: "tauscape/sweep@1", prices, rule, axes: [{ name: axis, values: [first] }], fixed, fields });
    if (!parsed.ok) throw new RangeError(`A vector is no sweep: ${describeProblem(parsed.problems[0], "en")}`);
    return parsed.spec;
  })));
}

function evaluateCells(spec: SweepSpec): PointEvaluation[] {
  const axes = spec.axes.map((axis) => ({ name: axis.name, points: axisPoints(axis) })).reverse();
  return Array.from({ length: cellCount(spec) }, (_, cell) => {
    const at: Record<keyof Parameters, number> = { ...DEFAULT_PARAMETERS, ...spec.fixed };
    let rest = cell;
    for (const { name, points } of axes) {
      at[name] = points[rest % points.length];
      rest = Math.floor(rest / points.length);
    }
    return evaluatePoint(at, spec.rule, spec.prices);
  });
}
