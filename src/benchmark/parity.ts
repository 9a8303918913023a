import {
  DEFAULT_PARAMETERS, evaluatePoint, FIELD_NAMES, FIELDS, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES, type Parameters, type PointEvaluation,
} from "../model/index.ts";
import { axisPoints } from "../sweep/axes.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import type { SweepClient } from "../workers/sweep-client.ts";
import { benchPrecision } from "./bench-plan.ts";
import type { ParityResult } from "./bench-result.ts";
import { ParityTally } from "./parity-tally.ts";
import { randomSpec } from "./random-spec.ts";
import { seededRandom } from "./seeded-random.ts";

export const DEFAULT_PARITY_SPECS = 40;
/** The same specs every time, so that two machines can be compared. */
const SEED = 20_250_731;

/**
 * Compares what engines compute with the model itself, cell by cell: over `specs` random specs, and at the default parameters
 * under every rule and price mode (the vectors).
 * @param onStep called after each spec and engine
 */
export async function measureParity(
  clients: readonly SweepClient[], specs: number, onStep: () => void, signal?: AbortSignal,
): Promise<ParityResult> {
  const vectors = vectorSpecs();
  const tallies = clients.map((client) => ({ client, tally: new ParityTally(client.engine.id) }));
  const random = seededRandom(SEED);
  const all = [...vectors, ...Array.from({ length: specs }, () => randomSpec(random))];
  for (const [k, spec] of all.entries()) {
    const expected = evaluateCells(spec);
    for (const { client, tally } of tallies) {
      const asked = benchPrecision(client.engine.id) === "f32" ? { ...spec, precision: "f32" as const } : spec;
      const compare = (tile: FilledTile): void => tally.compare(asked, tile, expected);
      await client.sweep(asked, { onTile: compare, ...(signal === undefined ? {} : { signal }) });
      if (k >= vectors.length) onStep();
    }
  }
  return { specs, vectors: vectors.length, engines: tallies.map(({ tally }) => tally.result()) };
}

/** One point, all fields, for every rule and price mode. */
function vectorSpecs(): SweepSpec[] {
  return PRICE_MODES.flatMap((prices) => RULES.map((rule) => {
    const axes = PARAMETER_NAMES.filter((name) => PARAMETERS[name].modes.includes(prices)).slice(0, 1)
      .map((name) => ({ name, values: [DEFAULT_PARAMETERS[name]] }));
    const fields = FIELD_NAMES.filter((name) => FIELDS[name].modes.includes(prices));
    const parsed = parseSpec({ schema: "tauscape/sweep@1", prices, rule, axes, fields });
    if (!parsed.ok) throw new RangeError("The default parameters are no sweep.");
    return parsed.spec;
  }));
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
