import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, MeshLambertMaterial } from "three";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import { clearGroup } from "./clear-group.ts";
import { type Range, vertexColours } from "./colour-scale.ts";

/** A surface of which only the sheet is drawn. */
export type SheetPart = Pick<SurfaceMesh, "positions" | "normals" | "values" | "sheet">;

/** Above the region's solid, below its outline. */
const ORDER = 2;

/** Surfaces of equal value, seen through: several at once show each other. In display coordinates. */
export class IsosurfacesObject {
  readonly group = new Group();
  readonly #material = new MeshLambertMaterial({ vertexColors: true, side: DoubleSide, transparent: true, opacity: 0.62, depthWrite: false });
  #parts: readonly SheetPart[] = [];
  #range = "";

  get sheets(): readonly Mesh[] {
    return this.group.children.filter((drawn) => drawn instanceof Mesh);
  }

  /** `range` is that of the colour scale. */
  set(parts: readonly SheetPart[], range: Range): void {
    if (range.join() === this.#range && parts.length === this.#parts.length && parts.every((part, k) => part === this.#parts[k])) return;
    clearGroup(this.group);
    this.#parts = parts;
    this.#range = range.join();
    for (const part of parts) {
      const geometry = new BufferGeometry().setAttribute("position", new BufferAttribute(part.positions, 3))
        .setAttribute("normal", new BufferAttribute(part.normals, 3))
        .setAttribute("color", new BufferAttribute(vertexColours(part.values, range), 3)).setIndex(new BufferAttribute(part.sheet, 1));
      const mesh = new Mesh(geometry, this.#material);
      mesh.renderOrder = ORDER;
      this.group.add(mesh);
    }
  }

  dispose(): void {
    clearGroup(this.group);
    this.#material.dispose();
  }
}
