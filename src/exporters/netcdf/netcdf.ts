import { joinBytes } from "../../sweep/join-bytes.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import { axisBlocks } from "../axis-blocks.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "../exporter.ts";
import { PlacedFieldsWriter } from "../placed-fields.ts";
import { layOut, type NetcdfLayout } from "./layout.ts";

/** Most axes have few points: what takes time is to ask the system for each. */
const WRITTEN_AT_ONCE_BYTES = 2 ** 20;

/**
 * NetCDF-4, which is HDF5: every field as a contiguous grid over the axes, which are its dimension scales. Where everything stands is
 * known before a value is, so tiles go straight to their places and the file's size takes no memory.
 */
export const netcdfFormat: ExportFormat = {
  plannedBytes: (source) => layOut(source).totalBytes,
  open: openFile,
  sidecars: () => [],
};

async function openFile(source: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null): Promise<ExportWriter> {
  const { spec } = source;
  const layout = layOut(source);
  const sink = await target.file("");
  if (checkpoint === null) await writeAllButFields(spec, layout, sink);
  const places = { offsets: layout.fields.map(({ offset }) => offset), totalBytes: layout.totalBytes };
  return new PlacedFieldsWriter(spec, sink, places, checkpoint);
}

async function writeAllButFields(spec: SweepSpec, { head, fields: [first, ...others] }: NetcdfLayout, sink: ByteSink): Promise<void> {
  let position = 0;
  for (const bytes of gathered(beforeFields(spec, head, first.emptyBefore), WRITTEN_AT_ONCE_BYTES)) {
    await sink.write(bytes, position);
    position += bytes.length;
  }
  for (const { offset, emptyBefore } of others) {
    if (emptyBefore > 0) await sink.write(new Uint8Array(emptyBefore), offset - emptyBefore);
  }
}

function* beforeFields(spec: SweepSpec, head: Uint8Array, empty: number): Generator<Uint8Array, void> {
  yield head;
  for (const axis of spec.axes) yield* axisBlocks(axis);
  yield new Uint8Array(empty);
}

/** Joins blocks until they have at least so many bytes. */
function* gathered(blocks: Iterable<Uint8Array>, enough: number): Generator<Uint8Array<ArrayBuffer>, void> {
  let held: Uint8Array[] = [];
  for (const block of blocks) {
    held.push(block);
    if (held.reduce((sum, { length }) => sum + length, 0) < enough) continue;
    yield joinBytes(held);
    held = [];
  }
  if (held.length > 0) yield joinBytes(held);
}
