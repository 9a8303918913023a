import { ready } from "h5wasm";
import type { SweepSpec } from "../../sweep/spec.ts";
import { axisBlocks } from "../axis-blocks.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "../exporter.ts";
import { PlacedFieldsWriter, placedStart } from "../placed-fields.ts";
import { layOut, type NetcdfLayout } from "./layout.ts";

/**
 * NetCDF-4, which is HDF5: every field as a contiguous grid over the axes, which are its dimension scales. HDF5 says where everything
 * stands before a value is known, so tiles go straight to their places and the file's size takes no memory.
 */
export async function loadNetcdf(): Promise<ExportFormat> {
  const library = await ready;
  const layouts = new WeakMap<SweepSpec, NetcdfLayout>();
  // Asked for several times before a byte is written, and each takes HDF5 some tens of milliseconds.
  const layoutOf = (source: ExportSource) => {
    const layout = layouts.get(source.spec) ?? layOut(library, source);
    layouts.set(source.spec, layout);
    return layout;
  };
  return {
    plannedBytes: (source) => layoutOf(source).totalBytes,
    open: async (source, target, checkpoint) => openFile(layoutOf(source), source, target, checkpoint),
    sidecars: () => [],
  };
}

async function openFile(layout: NetcdfLayout, source: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null): Promise<ExportWriter> {
  const { spec } = source;
  const sink = await target.file("");
  const from = placedStart(checkpoint);
  if (checkpoint === null) await writeAllButFields(source, layout, sink);
  const places = { offsets: layout.fields.map(({ offset }) => offset), totalBytes: layout.totalBytes };
  return new PlacedFieldsWriter(spec, sink, places, from);
}

async function writeAllButFields({ spec }: ExportSource, { between, axes }: NetcdfLayout, sink: ByteSink): Promise<void> {
  for (const { offset, bytes } of between) await sink.write(bytes, offset);
  for (const [i, axis] of spec.axes.entries()) {
    let { offset } = axes[i];
    for (const block of axisBlocks(axis)) {
      await sink.write(block, offset);
      offset += block.length;
    }
  }
}
