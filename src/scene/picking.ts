import { type Object3D, type PerspectiveCamera, Raycaster, Vector2 } from "three";
import { toDisplay, type Triple } from "./box-geometry.ts";
import type { SurfaceObject } from "./surface-object.ts";

export interface Pick {
  /** In display coordinates, 0..1 each. */
  readonly position: Triple;
  readonly part: "sheet" | "wall" | "cap";
}

/**
 * What lies under a point given in 0..1 of the canvas from its top left corner. The sheet is opaque and seen through the solid, so it is
 * taken first, then the nearest wall or cap.
 */
export function pickSurface(surface: SurfaceObject, camera: PerspectiveCamera, across: number, down: number): Pick | null {
  if (!surface.group.visible) return null;
  const ray = new Raycaster();
  ray.setFromCamera(new Vector2(across * 2 - 1, 1 - down * 2), camera);
  const nearest = (objects: readonly Object3D[]) => ray.intersectObjects([...objects], false)[0];
  const onSheet = nearest([surface.sheet]);
  if (onSheet !== undefined) return { position: insideBox(toDisplay(onSheet.point.toArray())), part: "sheet" };
  const onSolid = nearest(surface.solids);
  if (onSolid === undefined || typeof onSolid.faceIndex !== "number") return null;
  return { position: insideBox(toDisplay(onSolid.point.toArray())), part: surface.partOfSolid(onSolid.faceIndex) };
}

function insideBox([x, depth, up]: Triple): Triple {
  const clamped = (share: number): number => Math.min(1, Math.max(0, share));
  return [clamped(x), clamped(depth), clamped(up)];
}
