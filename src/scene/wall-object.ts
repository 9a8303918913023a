import {
  BufferGeometry, DoubleSide, Float32BufferAttribute, Group, LineBasicMaterial, LineSegments, Mesh, MeshBasicMaterial,
} from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import { type Facing, groundHeight } from "./box-geometry.ts";

type Axis = 0 | 1 | 2;

/** A line over two axes, in display coordinates; the wall stands on it along the third. */
export interface WallLine {
  readonly over: readonly [Axis, Axis];
  readonly points: readonly (readonly [number, number])[];
}

const HATCH_LINES = 28;

/**
 * The plane beyond which no parameters are feasible, through the whole box: barely there, its outline seen. Where it stands upright the
 * ground beyond it, where axes 0 and 1 are larger, is hatched.
 */
export class WallObject {
  readonly group = new Group();
  readonly #fill = new MeshBasicMaterial({ transparent: true, opacity: 0.06, depthWrite: false, side: DoubleSide });
  readonly #ink = new LineBasicMaterial({ transparent: true, opacity: 0.55 });
  readonly #hatchInk = new LineBasicMaterial();
  readonly #plane = new Mesh(new BufferGeometry(), this.#fill);
  readonly #outline = new LineSegments(new BufferGeometry(), this.#ink);
  readonly #hatch = new LineSegments(new BufferGeometry(), this.#hatchInk);

  constructor() {
    this.group.add(this.#plane, this.#outline, this.#hatch);
    this.group.visible = false;
  }

  set(line: WallLine | null): void {
    this.group.visible = line !== null;
    if (line === null) return;
    const corners = [0, 1].flatMap((along) => line.points.flatMap((point) => place(line.over, point, along)));
    const last = line.points.length - 1;
    const [low, high] = [0, last + 1];
    const steps = Array.from({ length: last }, (_, k) => k);
    this.#disposeGeometry();
    const positions = new Float32BufferAttribute(corners, 3);
    this.#plane.geometry = new BufferGeometry().setAttribute("position", positions)
      .setIndex(steps.flatMap((k) => [low + k, low + k + 1, high + k + 1, low + k, high + k + 1, high + k]));
    this.#outline.geometry = new BufferGeometry().setAttribute("position", positions)
      .setIndex([...steps.flatMap((k) => [low + k, low + k + 1, high + k, high + k + 1]), low, high, low + last, high + last]);
    this.#hatch.geometry = new BufferGeometry().setAttribute("position", new Float32BufferAttribute(hatchLines(line), 3));
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

/** A point over two axes, at `along` of the third. */
function place([first, second]: WallLine["over"], [u, v]: readonly [number, number], along: number): readonly number[] {
  return [0, 1, 2].map((axis) => (axis === first ? u : axis === second ? v : along));
}

/** From points evenly along an upright wall, at 45° to the axes, out to the rim of the box: x, y, 0 of both ends of each line. */
export function hatchLines(line: WallLine): readonly number[] {
  if (line.over.includes(2)) return [];
  return Array.from({ length: HATCH_LINES }, (_, k) => (k + 0.5) / HATCH_LINES).flatMap((share) => {
    const [first, second] = alongLine(line.points, share);
    const [u, v] = line.over[0] === 0 ? [first, second] : [second, first];
    const length = Math.max(0, 1 - Math.max(u, v));
    return [u, v, 0, u + length, v + length, 0];
  });
}

function alongLine(points: WallLine["points"], share: number): readonly [number, number] {
  const at = share * (points.length - 1);
  const from = Math.min(points.length - 2, Math.floor(at));
  const [[u0, v0], [u1, v1]] = [points[from], points[from + 1]];
  return [u0 + (u1 - u0) * (at - from), v0 + (v1 - v0) * (at - from)];
}
