/** The work that every peer is given: the specs, and the files by which peers that are not Tauscape learn of them. */
import { writeFile } from "node:fs/promises";
import { DEFAULT_PARAMETERS, type FieldName } from "../../src/model/index.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { blockCells } from "../../src/sweep/plan.ts";
import { axisCount, SWEEP_SCHEMA, type SweepSpec } from "../../src/sweep/spec.ts";
import { createNodeSweepClient } from "../../src/workers/node-client.ts";

const SURFACE_FIELD: FieldName = "margin";
const SURFACE_LEVEL = 0;

export interface SurfaceWork {
  readonly spec: SweepSpec;
  readonly field: FieldName;
  readonly colour: FieldName;
  readonly level: number;
}

/** `count` points an axis, ω fastest; the report's rule, prices given, growth and its slope. */
export function gridSpec(count: number): SweepSpec {
  return specOf({
    axes: [
      { name: "alpha", min: 0.05, max: 0.9, count },
      { name: "beta", min: 0.05, max: 0.9, count },
      { name: "tau", min: 0.02, max: 0.98, count },
      { name: "wr", min: 0.1, max: 10, count, spacing: "log" },
    ],
    fields: ["growth", "growthSlope"],
  });
}

/** The surface between rising and falling growth, where every point is feasible: other packages know no walls. */
export function surfaceWork(count: number): SurfaceWork {
  const spec = specOf({
    axes: [
      { name: "alpha", min: 0.05, max: 0.45, count },
      { name: "beta", min: 0.05, max: 0.5, count },
      { name: "wr", min: 0.1, max: 10, count, spacing: "log" },
    ],
    fields: [SURFACE_FIELD],
  });
  return { spec, field: SURFACE_FIELD, colour: SURFACE_FIELD, level: SURFACE_LEVEL };
}

/** Float64: four counts, r, σ, δ, ρ, cells of a block; then the points of the four axes. */
export async function writeGrid(path: string, count: number): Promise<void> {
  const spec = gridSpec(count);
  const { r, sigma, delta, rho } = { ...DEFAULT_PARAMETERS, ...spec.fixed };
  const points = spec.axes.flatMap((axis) => [...axisPoints(axis)]);
  await writeFile(path, Float64Array.from([...spec.axes.map(axisCount), r, sigma, delta, rho, blockCells(spec), ...points]));
}

/** Float64: three counts, then the values less the level, the last axis fastest. */
export async function writeSurfaceValues(path: string, count: number): Promise<void> {
  const { spec, field, level } = surfaceWork(count);
  const numbers = new Float64Array(3 + count ** 3);
  numbers.set(spec.axes.map(axisCount));
  const client = await createNodeSweepClient({ threads: 1 });
  try {
    await client.sweep(spec, {
      onTile({ start, fields }) {
        const bytes = fields[field];
        if (bytes === undefined) throw new TypeError(`The tile has no ${field}.`);
        const values = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Float64Array.BYTES_PER_ELEMENT);
        numbers.set(values.map((value: number) => value - level), 3 + start);
      },
    });
  } finally {
    client.dispose();
  }
  await writeFile(path, numbers);
}

function specOf(content: object): SweepSpec {
  const parsed = parseSpec({ schema: SWEEP_SCHEMA, ...content });
  if (!parsed.ok) throw new TypeError(`The benchmark's own spec is refused: ${parsed.problems.map(({ path }) => path).join(", ")}.`);
  return parsed.spec;
}
