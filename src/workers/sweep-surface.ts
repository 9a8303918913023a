import type { KernelHost } from "../engines/kernel-host.ts";
import type { SlotCache } from "../engines/slot-cache.ts";
import { TileSweeper } from "../engines/tile-sweeper.ts";
import { extractSurface } from "../surface/extract-surface.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import { cellCount } from "../sweep/spec.ts";
import type { SurfaceRequest, SurfaceResult } from "./protocol.ts";

/** Fills the grid of a surface's spec and extracts the surface, all in the kernels' memory. */
export function sweepSurface(host: KernelHost, cache: SlotCache, request: SurfaceRequest): SurfaceResult {
  const cells = cellCount(request.spec);
  const fields = [...new Set([request.field, request.colour])];
  const spec = { ...request.spec, fields, precision: "f64" } as const;
  const sweeper = new TileSweeper(host, cache, spec, { cells, slots: 1 });
  try {
    const started = performance.now();
    sweeper.sweep({ start: 0, count: cells }, false);
    const filled = performance.now();
    const mesh = extractSurface(host, {
      spec, field: sweeper.values(request.field, cells), colour: sweeper.values(request.colour, cells), level: request.level,
    });
    return { mesh, colourRange: rangeOnSheet(mesh), fillMs: filled - started, extractMs: performance.now() - filled };
  } finally {
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
