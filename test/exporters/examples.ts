import { FIELD_NAMES, FIELDS, isCodeField, type FieldName } from "../../src/model/index.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { axisCount, cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { specOf, tilesByModel } from "./sweep-by-model.ts";

/** Sweeps that differ in all that a format could get wrong: element types, infeasible cells, kinds and lengths of axes. */
export const EXAMPLES: readonly (readonly [string, SweepSpec])[] = [
  ["prices given, float64, infeasible cells", specOf({
    axes: [
      { name: "alpha", min: 0, max: 0.9, count: 5 },
      { name: "tau", values: [0.1, 0.5] },
      { name: "wr", min: 0.1, max: 10, count: 7, spacing: "log" },
    ],
    fields: ["growth", "class", "status", "margin"],
  })],
  ["equilibrium, float32", specOf({
    prices: "equilibrium", precision: "f32", rule: "planner",
    axes: [{ name: "A", min: 0.5, max: 1, count: 4 }, { name: "beta", min: 0.1, max: 0.9, count: 3 }],
    fields: ["wr", "r", "status", "class"],
  })],
  ["one field, axes of one point", specOf({
    axes: [{ name: "tau", values: [0.3] }, { name: "beta", min: 0.1, max: 0.8, count: 11 }, { name: "alpha", min: 0.2, max: 0.2, count: 1 }],
    fields: ["growth"],
  })],
  ["one long axis", specOf({ axes: [{ name: "tau", min: 0.001, max: 0.999, count: 5000 }], fields: ["growth", "class"] })],
];

/** Its description is longer than the 64 KiB that HDF5 keeps in a header. */
export const LONG_SPEC = specOf({ axes: [{ name: "alpha", values: Array.from({ length: 9000 }, (_, i) => 0.01 + i / 10007) }], fields: ["growth"] });

/** More variables than HDF5 keeps without an index by itself. */
export const ALL_FIELDS = specOf({
  axes: [{ name: "alpha", min: 0.1, max: 0.7, count: 3 }, { name: "tau", min: 0.1, max: 0.9, count: 7 }],
  fields: FIELD_NAMES.filter((name) => FIELDS[name].modes.includes("given")),
});

export type Column = Float64Array | Float32Array | Int8Array | Uint8Array;

/** The values of a field over the whole sweep, by the model. */
export function fieldColumn(spec: SweepSpec, field: FieldName): Column {
  const [tile] = tilesByModel(spec, cellCount(spec));
  const { buffer } = new Uint8Array(tile.fields[field] ?? []);
  if (isCodeField(field)) return field === "class" ? new Int8Array(buffer) : new Uint8Array(buffer);
  return spec.precision === "f32" ? new Float32Array(buffer) : new Float64Array(buffer);
}

/** The values of an axis as a column of a long table. */
export function axisColumn(spec: SweepSpec, axis: number): Float64Array {
  const stride = spec.axes.slice(axis + 1).reduce((product, other) => product * axisCount(other), 1);
  const points = axisPoints(spec.axes[axis]);
  return Float64Array.from({ length: cellCount(spec) }, (_, cell) => points[Math.floor(cell / stride) % points.length]);
}

/** Every column of a long table, by name. */
export function tableColumns(spec: SweepSpec): Map<string, Column> {
  return new Map<string, Column>([
    ...spec.axes.map((axis, i) => [axis.name, axisColumn(spec, i)] as const),
    ...spec.fields.map((field) => [field, fieldColumn(spec, field)] as const),
  ]);
}

/** The bytes, so that NaN equals NaN and −0 differs from 0. */
export function hex(values: ArrayBufferView): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("hex");
}
