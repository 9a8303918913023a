import { DEFAULT_PARAMETERS, evaluatePoint, isCodeField, type PointEvaluation } from "../../model/index.ts";
import { axisPoint } from "../../sweep/axes.ts";
import { axisCount, type SweepSpec } from "../../sweep/spec.ts";
import type { TileBytes } from "../tile-sweeper.ts";
import { NAN_BITS } from "./shader-source.ts";

/** Decides, in float64, cells that float32 cannot: their classes and statuses, in the order of the cells' indices in the sweep. */
export type UndecidedCells = (cells: readonly number[]) => { readonly classes: Int8Array; readonly statuses: Uint8Array };

/** Evaluates a cell of a sweep by its index in C order. */
function cellEvaluator(spec: SweepSpec): (cell: number) => PointEvaluation {
  const counts = spec.axes.map(axisCount);
  const at = { ...DEFAULT_PARAMETERS, ...spec.fixed };
  return (cell) => {
    let rest = cell;
    for (let k = counts.length - 1; k >= 0; k--) {
      at[spec.axes[k].name] = axisPoint(spec.axes[k], rest % counts[k]);
      rest = Math.floor(rest / counts[k]);
    }
    return evaluatePoint(at, spec.rule, spec.prices);
  };
}

/** The model itself as the judge: one evaluation a cell. */
export function decideByModel(spec: SweepSpec): UndecidedCells {
  const evaluate = cellEvaluator(spec);
  return (cells) => {
    const evaluations = cells.map(evaluate);
    return {
      classes: Int8Array.from(evaluations, (evaluation) => evaluation.class),
      statuses: Uint8Array.from(evaluations, (evaluation) => evaluation.status),
    };
  };
}

/** Writes cells [start, start+count) of the sweep by the model, each value rounded once, from place `offset` of the tile on. */
export function fillByModel(spec: SweepSpec, bytes: TileBytes, start: number, count: number, offset: number): void {
  const evaluate = cellEvaluator(spec);
  const targets = spec.fields.map((field) => {
    const { buffer, byteOffset, byteLength } = bytes[field] ?? new Uint8Array();
    return { field, view: new DataView(buffer, byteOffset, byteLength) };
  });
  for (let i = 0; i < count; i++) {
    const evaluation = evaluate(start + i);
    for (const { field, view } of targets) {
      if (isCodeField(field)) {
        view.setInt8(offset + i, evaluation[field]);
        continue;
      }
      const value = evaluation.fields[field] ?? NaN;
      if (Number.isNaN(value)) view.setUint32((offset + i) * 4, NAN_BITS, true);
      else view.setFloat32((offset + i) * 4, value, true);
    }
  }
}

/** Has the marked codes of a tile decided; `start` is the tile's first cell. */
export function decideMarked(bytes: TileBytes, marker: number, start: number, decide: UndecidedCells): void {
  const marked = new Set([...placesOf(bytes.class, marker), ...placesOf(bytes.status, marker)]);
  if (marked.size === 0) return;
  const places = [...marked].sort((a, b) => a - b);
  const { classes, statuses } = decide(places.map((place) => start + place));
  places.forEach((place, k) => {
    if (bytes.class !== undefined) bytes.class[place] = classes[k] & 0xff;
    if (bytes.status !== undefined) bytes.status[place] = statuses[k];
  });
}

function* placesOf(codes: Uint8Array<ArrayBufferLike> | undefined, marker: number): Generator<number> {
  if (codes === undefined) return;
  for (let place = codes.indexOf(marker); place >= 0; place = codes.indexOf(marker, place + 1)) yield place;
}
