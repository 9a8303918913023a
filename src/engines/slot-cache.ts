import { DEFAULT_PARAMETERS, type ParameterName } from "../model/index.ts";
import { axisPoints } from "../sweep/axes.ts";
import type { Span } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SlotDefinition } from "./slot-tables.ts";

/** More entries than this are not kept: 32 MiB. */
const MAX_CACHED_ENTRIES = 2 ** 22;

/** A slot's values over the part of the grid that a span covers. */
export interface SlotTable {
  readonly values: Float64Array;
  /** Places of the axes that the slot depends on, in the spec's order; the last varies fastest. */
  readonly axes: readonly number[];
}

/**
 * Makes the tables of slots, and keeps the latest: neighbouring tiles and sweeps share most of them, and in equilibrium they
 * hold powers, which are slow.
 */
export class SlotCache {
  readonly #tables = new Map<string, Float64Array>();
  #entries = 0;

  table(spec: SweepSpec, span: Span, definition: SlotDefinition): SlotTable {
    const axes = spec.axes.map((_, k) => k).filter((k) => definition.parameters.includes(spec.axes[k].name));
    const key = tableKey(spec, span, definition, axes);
    const kept = this.#tables.get(key);
    if (kept !== undefined) return { values: kept, axes };
    const values = fillTable(spec, span, definition, axes);
    if (this.#entries + values.length > MAX_CACHED_ENTRIES) {
      this.#tables.clear();
      this.#entries = 0;
    }
    this.#tables.set(key, values);
    this.#entries += values.length;
    return { values, axes };
  }
}

function tableKey(spec: SweepSpec, span: Span, definition: SlotDefinition, axes: readonly number[]): string {
  const parts = definition.parameters.map((name) => spec.fixed[name] ?? null);
  const points = axes.map((k) => [spec.axes[k], span.from[k], span.to[k]]);
  return JSON.stringify([definition.slot, spec.rule, parts, points]);
}

function fillTable(spec: SweepSpec, span: Span, definition: SlotDefinition, axes: readonly number[]): Float64Array {
  const points = axes.map((k) => axisPoints(spec.axes[k], span.from[k], span.to[k]));
  const names: readonly ParameterName[] = axes.map((k) => spec.axes[k].name);
  const at = { ...DEFAULT_PARAMETERS, ...spec.fixed };
  const values = new Float64Array(points.reduce((product, axis) => product * axis.length, 1));
  const { value } = definition;
  let next = 0;
  const fill = (depth: number): void => {
    if (depth === names.length) {
      values[next++] = value(at, spec.rule);
      return;
    }
    const name = names[depth];
    for (const point of points[depth]) {
      at[name] = point;
      fill(depth + 1);
    }
  };
  fill(0);
  return values;
}
