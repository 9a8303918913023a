import type { KernelHost } from "../engines/kernel-host.ts";
import type { SlotCache } from "../engines/slot-cache.ts";
import { TileSweeper } from "../engines/tile-sweeper.ts";
import { extractSurface } from "../surface/extract-surface.ts";
import { cellCount } from "../sweep/spec.ts";
import type { SurfaceRequest, SurfaceResult } from "./protocol.ts";

/** Fills the grid of a surface's spec and extracts the surface, all in the kernels' memory. */
export function sweepSurface(host: KernelHost, cache: SlotCache, request: SurfaceRequest): SurfaceResult {
  const cells = cellCount(request.spec);
  const fields = [...new Set([request.field, request.colour])];
  const spec = { ...request.spec, fields, precision: "f64" } as const;
  const sweeper = new TileSweeper(host, cache, spec, true, cells);
  try {
    const started = performance.now();
    sweeper.sweep({ start: 0, count: cells }, false);
    const filled = performance.now();
    const mesh = extractSurface(host, {
      spec, field: sweeper.values(request.field, cells), colour: sweeper.values(request.colour, cells), level: request.level,
    });
    return { mesh, colourRange: rangeOf(mesh.values), fillMs: filled - started, extractMs: performance.now() - filled };
  } finally {
    sweeper.close();
  }
}

function rangeOf(values: Float32Array): readonly [number, number] | null {
  if (values.length === 0) return null;
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}
