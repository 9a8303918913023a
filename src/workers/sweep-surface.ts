import type { KernelHost } from "../engines/kernel-host.ts";
import type { SlotCache } from "../engines/slot-cache.ts";
import { TileSweeper } from "../engines/tile-sweeper.ts";
import { extractSurface } from "../surface/extract-surface.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import type { FieldName } from "../model/index.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import type { SurfaceRequest, SurfaceResult } from "./protocol.ts";

/** Fills the grid of a surface's spec, and that of the spec that colours it, and extracts the surface, all in the kernels' memory. */
export function sweepSurface(host: KernelHost, cache: SlotCache, request: SurfaceRequest): SurfaceResult {
  const { field, level, colour, colourFrom } = request;
  const cells = cellCount(request.spec);
  const open = (spec: SweepSpec, fields: readonly FieldName[]) =>
    new TileSweeper(host, cache, { ...spec, fields: [...new Set(fields)], precision: "f64" }, { cells, slots: 1 });
  const sweeper = open(request.spec, colourFrom === undefined ? [field, colour] : [field]);
  try {
    const started = performance.now();
    const colouring = colourFrom === undefined ? sweeper : open(colourFrom, [colour]);
    for (const one of new Set([sweeper, colouring])) one.sweep({ start: 0, count: cells }, false);
    const filled = performance.now();
    const mesh = extractSurface(host, { spec: sweeper.spec, field: sweeper.values(field, cells), colour: colouring.values(colour, cells), level });
    return { mesh, colourRange: rangeOnSheet(mesh), fillMs: filled - started, extractMs: performance.now() - filled };
  } finally {
    // Memory is a stack: this gives back what was opened after it, too.
    sweeper.close();
  }
}

/** Extremes of the colour over the sheet alone: walls and caps are not coloured by it. */
function rangeOnSheet({ values, sheet }: SurfaceMesh): readonly [number, number] | null {
  if (sheet.length === 0) return null;
  let [min, max] = [Infinity, -Infinity];
  for (const vertex of sheet) {
    if (values[vertex] < min) min = values[vertex];
    if (values[vertex] > max) max = values[vertex];
  }
  return [min, max];
}
