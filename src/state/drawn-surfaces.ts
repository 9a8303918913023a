import { statusOf, type FieldName } from "../model/index.ts";
import type { SurfaceRequest, SurfaceResult } from "../workers/sweep-client.ts";
import { drawnAxes } from "./axes.ts";
import { specOf } from "./derived-specs.ts";
import type { ExplorerState } from "./explorer-state.ts";
import type { Isosurface } from "./scene-options.ts";

/** The surfaces of one picture: the region's, its twins that carry what its flags follow from, and the isosurfaces. */
export interface SurfaceRequests {
  readonly region: SurfaceRequest;
  readonly flags: readonly SurfaceRequest[];
  readonly isosurfaces: readonly SurfaceRequest[];
}

export interface DrawnIsosurface extends Isosurface {
  readonly result: SurfaceResult;
}

export interface DrawnSurfaces {
  readonly region: SurfaceResult;
  /** 1 for each vertex of the region at which the model calls the economy impossible; `null` where flags are drawn as the rest. */
  readonly flagged: Uint8Array | null;
  readonly isosurfaces: readonly DrawnIsosurface[];
}

export function surfaceRequests(state: ExplorerState): SurfaceRequests {
  const request = (field: FieldName, level: number, colour: FieldName): SurfaceRequest =>
    ({ spec: specOf(state, drawnAxes(state), [...new Set([field, colour])]), field, level, colour });
  return {
    region: request("growthSlope", 0, state.colour),
    flags: state.scene.flags === "plain" ? [] : (["impliedSavingRate", "discountGap"] as const).map((colour) => request("growthSlope", 0, colour)),
    isosurfaces: state.scene.isosurfaces.map(({ quantity, level }) => request(quantity, level, state.colour)),
  };
}

/** Asks for one surface after the other. */
export async function drawSurfaces(
  surface: (request: SurfaceRequest) => Promise<SurfaceResult>, requests: SurfaceRequests, isosurfaces: readonly Isosurface[],
): Promise<DrawnSurfaces> {
  const region = await surface(requests.region);
  const flags: SurfaceResult[] = [];
  for (const request of requests.flags) flags.push(await surface(request));
  const drawn: DrawnIsosurface[] = [];
  for (const [k, request] of requests.isosurfaces.entries()) drawn.push({ ...isosurfaces[k], result: await surface(request) });
  return { region, flagged: flags.length === 2 ? flaggedVertices(flags[0].mesh.values, flags[1].mesh.values) : null, isosurfaces: drawn };
}

function flaggedVertices(savingRates: Float32Array, discountGaps: Float32Array): Uint8Array {
  return Uint8Array.from(savingRates, (rate, vertex) => (statusOf(rate, discountGaps[vertex]) === 0 ? 0 : 1));
}

/** Milliseconds of a worker; the twins of the region's surface are taken to cost as much as it does. */
export function workOf({ region, flagged, isosurfaces }: DrawnSurfaces): number {
  const work = ({ fillMs, extractMs }: SurfaceResult) => fillMs + extractMs;
  return (flagged === null ? 1 : 3) * work(region) + isosurfaces.reduce((sum, { result }) => sum + work(result), 0);
}
