import { type Object3D, type PerspectiveCamera, Raycaster, Vector2 } from "three";
import { toDisplay, type Triple } from "./box-geometry.ts";
import type { SurfaceObject } from "./surface-object.ts";

export interface Pick {
  /** In display coordinates, 0..1 each. */
  readonly position: Triple;
  readonly part: "sheet" | "other" | "wall" | "cap";
}

/**
 * What lies under a point given in 0..1 of the canvas from its top left corner. The sheet, and the other surfaces and slices, are seen through the
 * solid, so the nearest of them is taken first, then the nearest wall or cap.
 */
export function pickSurface(surface: SurfaceObject, others: readonly Object3D[], camera: PerspectiveCamera, across: number, down: number): Pick | null {
  const ray = new Raycaster();
  ray.setFromCamera(new Vector2(across * 2 - 1, 1 - down * 2), camera);
  const nearest = (objects: readonly Object3D[]) => ray.intersectObjects([...objects], false)[0];
  const shown = surface.group.visible;
  const onSheet = nearest([...(shown ? [surface.sheet] : []), ...others]);
  if (onSheet !== undefined) return { position: insideBox(toDisplay(onSheet.point.toArray())), part: onSheet.object === surface.sheet ? "sheet" : "other" };
  if (!shown) return null;
  const onSolid = nearest(surface.solids);
  if (onSolid === undefined || typeof onSolid.faceIndex !== "number") return null;
  return { position: insideBox(toDisplay(onSolid.point.toArray())), part: surface.partOfSolid(onSolid.faceIndex) };
}

function insideBox([x, depth, up]: Triple): Triple {
  const clamped = (share: number): number => Math.min(1, Math.max(0, share));
  return [clamped(x), clamped(depth), clamped(up)];
}
