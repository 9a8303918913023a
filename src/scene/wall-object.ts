import { BufferGeometry, DoubleSide, Float32BufferAttribute, Group, LineLoop, LineBasicMaterial, Mesh, MeshBasicMaterial } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";

/** Ends of the wall in display coordinates of axes 0 and 1. */
export type WallSegment = readonly [readonly [number, number], readonly [number, number]];

/** The plane beyond which no parameters are feasible, from the floor to the top of the box: barely there, its outline seen. */
export class WallObject {
  readonly group = new Group();
  readonly #fill = new MeshBasicMaterial({ transparent: true, opacity: 0.06, depthWrite: false, side: DoubleSide });
  readonly #ink = new LineBasicMaterial({ transparent: true, opacity: 0.55 });
  readonly #plane = new Mesh(new BufferGeometry(), this.#fill);
  readonly #outline = new LineLoop(new BufferGeometry(), this.#ink);

  constructor() {
    this.group.add(this.#plane, this.#outline);
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
  }

  setTheme(theme: Theme): void {
    this.#fill.color.set(COLOURS[theme].muted);
    this.#ink.color.set(COLOURS[theme].muted);
  }

  dispose(): void {
    this.#disposeGeometry();
    this.#fill.dispose();
    this.#ink.dispose();
  }

  #disposeGeometry(): void {
    this.#plane.geometry.dispose();
    this.#outline.geometry.dispose();
  }
}
