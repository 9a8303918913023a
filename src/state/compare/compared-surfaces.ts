import { drawnAxes } from "../axes.ts";
import { specOf } from "../derived-specs.ts";
import { drawSurfaces, surfaceRequests, type DrawnSurfaces } from "../drawn-surfaces.ts";
import type { ExplorerState } from "../explorer-state.ts";
import type { SurfaceRequest, SurfaceResult } from "../../workers/sweep-client.ts";
import { stateOfSide } from "./compare-state.ts";
import { otherSide, type Side } from "./comparison.ts";

/** The boundaries of both, each with the other's ∂g/∂τ at its vertices: its sign there tells what was gained or lost. */
export interface DifferenceSurfaces {
  readonly a: SurfaceResult;
  readonly b: SurfaceResult;
}

/** What the second picture of a comparison needs: the other's surfaces beside the explorer's, or both boundaries. */
export type ComparedSurfaces =
  | { readonly mode: "beside"; readonly shown: ExplorerState; readonly drawn: DrawnSurfaces }
  | { readonly mode: "difference"; readonly shown: ExplorerState; readonly boundaries: DifferenceSurfaces };

export interface ComparedJob {
  /** The whole state, at the resolution that is asked for. */
  readonly state: ExplorerState;
  readonly mode: ComparedSurfaces["mode"];
}

/** The side that the explorer does not show. */
export function hiddenSide(state: ExplorerState): ExplorerState {
  return stateOfSide(state, otherSide(state.compare?.edited ?? "A"));
}

function boundaryRequest(state: ExplorerState, side: Side): SurfaceRequest {
  const [own, other] = [side, otherSide(side)].map((one) => {
    const alone = stateOfSide(state, one);
    return specOf(alone, drawnAxes(alone), ["growthSlope"]);
  });
  return { spec: own, field: "growthSlope", level: 0, colour: "growthSlope", colourFrom: other };
}

/** Equal keys: the same surfaces. */
export function comparedKey({ state, mode }: ComparedJob): string {
  return JSON.stringify(mode === "beside" ? surfaceRequests(hiddenSide(state)) : [boundaryRequest(state, "A"), boundaryRequest(state, "B")]);
}

/** Asks for one surface after the other. */
export async function drawCompared(surface: (request: SurfaceRequest) => Promise<SurfaceResult>, { state, mode }: ComparedJob): Promise<ComparedSurfaces> {
  if (mode === "difference") {
    return { mode, shown: state, boundaries: { a: await surface(boundaryRequest(state, "A")), b: await surface(boundaryRequest(state, "B")) } };
  }
  const shown = hiddenSide(state);
  return { mode, shown, drawn: await drawSurfaces(surface, surfaceRequests(shown), shown.scene.isosurfaces) };
}
