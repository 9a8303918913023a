import {
  BufferGeometry, DoubleSide, Float32BufferAttribute, Group, LineBasicMaterial, LineLoop, LineSegments, Mesh, MeshBasicMaterial,
} from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import { type Facing, groundHeight } from "./box-geometry.ts";

/** Ends of the wall in display coordinates of axes 0 and 1. */
export type WallSegment = readonly [readonly [number, number], readonly [number, number]];

const HATCH_LINES = 28;

/**
 * The plane beyond which no parameters are feasible, from the floor to the top of the box: barely there, its outline seen. The
 * ground beyond it, where axes 0 and 1 are larger, is hatched.
 */
export class WallObject {
  readonly group = new Group();
  readonly #fill = new MeshBasicMaterial({ transparent: true, opacity: 0.06, depthWrite: false, side: DoubleSide });
  readonly #ink = new LineBasicMaterial({ transparent: true, opacity: 0.55 });
  readonly #hatchInk = new LineBasicMaterial();
  readonly #plane = new Mesh(new BufferGeometry(), this.#fill);
  readonly #outline = new LineLoop(new BufferGeometry(), this.#ink);
  readonly #hatch = new LineSegments(new BufferGeometry(), this.#hatchInk);

  constructor() {
    this.group.add(this.#plane, this.#outline, this.#hatch);
    this.group.visible = false;
  }

  set(segment: WallSegment | null): void {
    this.group.visible = segment !== null;
    if (segment === null) return;
    const [[u0, v0], [u1, v1]] = segment;
    const corners = new Float32BufferAttribute([u0, v0, 0, u1, v1, 0, u1, v1, 1, u0, v0, 1], 3);
    this.#disposeGeometry();
    this.#plane.geometry = new BufferGeometry().setAttribute("position", corners).setIndex([0, 1, 2, 0, 2, 3]);
    this.#outline.geometry = new BufferGeometry().setAttribute("position", corners);
    this.#hatch.geometry = new BufferGeometry().setAttribute("position", new Float32BufferAttribute(hatchLines(segment), 3));
  }

  /** Before each draw. */
  update(facing: Facing): void {
    this.#hatch.position.z = groundHeight(facing);
  }

  setTheme(theme: Theme): void {
    const { muted, hatch } = COLOURS[theme];
    this.#fill.color.set(muted);
    this.#ink.color.set(muted);
    this.#hatchInk.color.set(hatch);
  }

  dispose(): void {
    this.#disposeGeometry();
    for (const material of [this.#fill, this.#ink, this.#hatchInk]) material.dispose();
  }

  #disposeGeometry(): void {
    for (const { geometry } of [this.#plane, this.#outline, this.#hatch]) geometry.dispose();
  }
}

/** From points evenly along the wall, at 45° to the axes, out to the rim of the box: x, y, 0 of both ends of each line. */
export function hatchLines([[u0, v0], [u1, v1]]: WallSegment): readonly number[] {
  return Array.from({ length: HATCH_LINES }, (_, line) => (line + 0.5) / HATCH_LINES).flatMap((share) => {
    const [u, v] = [u0 + (u1 - u0) * share, v0 + (v1 - v0) * share];
    const length = Math.max(0, 1 - Math.max(u, v));
    return [u, v, 0, u + length, v + length, 0];
  });
}
