import { BufferGeometry, type Group } from "three";

/** Takes everything out of a group, and gives its geometries back. Materials stay: they are shared. */
export function clearGroup(group: Group): void {
  for (const drawn of group.children) {
    if ("geometry" in drawn && drawn.geometry instanceof BufferGeometry) drawn.geometry.dispose();
  }
  group.clear();
}
