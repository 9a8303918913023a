import { type Camera, Group } from "three";
import type { Theme } from "../design/tokens.ts";
import type { Triple } from "./box-geometry.ts";
import { MARKER_SHAPES, type MarkerShape } from "./marker-glyph.ts";
import { type Marker, MarkerObject } from "./marker-object.ts";

/** The points that are marked, one of each shape at most. In world coordinates. */
export class SceneMarkers {
  readonly group = new Group();
  readonly #objects = MARKER_SHAPES.map((shape) => ({ shape, object: new MarkerObject(shape), described: "null" }));
  #shown: readonly Marker[] = [];

  constructor() {
    this.group.add(...this.#objects.map(({ object }) => object.group));
  }

  get shown(): readonly Marker[] { return this.#shown; }

  /** @returns whether anything changed */
  set(markers: Readonly<Record<MarkerShape, Marker | null>>): boolean {
    const changed = this.#objects.filter(({ shape, described }) => JSON.stringify(markers[shape]) !== described);
    for (const one of changed) {
      one.described = JSON.stringify(markers[one.shape]);
      one.object.set(markers[one.shape]);
    }
    this.#shown = MARKER_SHAPES.map((shape) => markers[shape]).filter((marker) => marker !== null);
    return changed.length > 0;
  }

  setTheme(theme: Theme): void {
    for (const { object } of this.#objects) object.setTheme(theme);
  }

  /** Before each draw. */
  update(camera: Camera, unitsPerPixel: (point: Triple) => number): void {
    for (const { object } of this.#objects) object.update(camera, unitsPerPixel);
  }

  dispose(): void {
    for (const { object } of this.#objects) object.dispose();
  }
}
