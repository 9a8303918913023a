import { axisCount, cellCount } from "../sweep/spec.ts";
import { describeSweep } from "./describe-sweep.ts";
import type { Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "./exporter.ts";
import { fieldBytes, fieldType } from "./field-type.ts";
import { npyHeader, NUMPY_TYPES } from "./npy-header.ts";
import { PlacedFieldsWriter, type FieldPlaces } from "./placed-fields.ts";

const METADATA_SUFFIX = "-metadata.json";

/** NumPy's single array: one field as a grid over the axes in C order. It can hold no metadata, so that stands beside it. */
export const npyFormat: ExportFormat = {
  plannedBytes: (source) => placesOf(source).totalBytes,
  open: openArray,
  sidecars: (source) => [{ suffix: METADATA_SUFFIX, text: `${JSON.stringify(describeSweep(source), null, 2)}\n` }],
};

async function openArray(source: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null): Promise<ExportWriter> {
  const sink = await target.file("");
  if (checkpoint === null) await sink.write(headerOf(source), 0);
  return new PlacedFieldsWriter(source.spec, sink, placesOf(source), checkpoint);
}

function placesOf(source: ExportSource): FieldPlaces {
  const { spec } = source;
  const { length } = headerOf(source);
  return { offsets: [length], totalBytes: length + fieldBytes(spec, spec.fields[0], cellCount(spec)) };
}

/** @throws RangeError when the sweep has more than one field, which the command refuses before */
function headerOf({ spec }: ExportSource): Uint8Array<ArrayBuffer> {
  if (spec.fields.length !== 1) throw new RangeError(`An .npy file holds one field, and this sweep has ${spec.fields.length}`);
  return npyHeader(NUMPY_TYPES[fieldType(spec.fields[0], spec.precision)], spec.axes.map(axisCount));
}
