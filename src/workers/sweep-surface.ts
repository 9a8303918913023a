import type { KernelHost } from "../engines/kernel-host.ts";
import type { SlotCache } from "../engines/slot-cache.ts";
import type { SurfaceRequest, SurfaceResult } from "./protocol.ts";

export function sweepSurface(_host: KernelHost, _cache: SlotCache, _request: SurfaceRequest): SurfaceResult {
  throw new Error("surface extraction is not here yet");
}
