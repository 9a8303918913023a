import { BufferGeometry, Float32BufferAttribute, Group, LineBasicMaterial, LineSegments } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import { BOX_EDGES, type Facing, groundHeight, isBackEdge, pointOnEdge, type Triple } from "./box-geometry.ts";
import type { LabelledEdge } from "./label-edges.ts";

/** Length of a tick's mark where the box is 1 wide. */
const MARK_LENGTH = 0.016;

/** Edges of the box behind the content, marks at the ticks of the labelled ones, and a grid at those of axes 0 and 1 on its ground. */
export class BoxObject {
  readonly group = new Group();
  readonly #edgeInk = new LineBasicMaterial();
  readonly #markInk = new LineBasicMaterial();
  readonly #gridInk = new LineBasicMaterial({ transparent: true, opacity: 0.55 });
  readonly #edges = new LineSegments(new BufferGeometry(), this.#edgeInk);
  readonly #marks = new LineSegments(new BufferGeometry(), this.#markInk);
  readonly #grid = new LineSegments(new BufferGeometry(), this.#gridInk);
  #ticks: readonly (readonly number[])[] = [[], [], []];
  #drawn = "";

  constructor() {
    this.group.add(this.#edges, this.#marks, this.#grid);
  }

  /** Positions in 0..1 on the three axes. */
  setTicks(ticks: readonly (readonly number[])[]): void {
    this.#ticks = ticks;
    this.#drawn = "";
  }

  /** Before each draw. Does nothing where the same faces are seen, and the same edges labelled, as before. */
  update(facing: Facing, labelled: readonly (LabelledEdge | null)[]): void {
    const wanted = `${facing.join()};${labelled.map((one) => (one === null ? "" : `${one.edge.at.join()},${one.tickDirection.join()}`)).join(";")}`;
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    replaceLines(this.#edges, BOX_EDGES.filter((edge) => isBackEdge(edge, facing)).flatMap((edge) => [pointOnEdge(edge, 0), pointOnEdge(edge, 1)]));
    replaceLines(this.#marks, labelled.flatMap((one) => (one === null ? [] : this.#ticks[one.edge.axis].flatMap((position) => mark(one, position)))));
    const height = groundHeight(facing);
    const along = this.#ticks[0].flatMap((x): Triple[] => [[x, 0, height], [x, 1, height]]);
    const across = this.#ticks[1].flatMap((depth): Triple[] => [[0, depth, height], [1, depth, height]]);
    replaceLines(this.#grid, [...along, ...across]);
  }

  setTheme(theme: Theme): void {
    const { hatch, muted } = COLOURS[theme];
    this.#edgeInk.color.set(hatch);
    this.#gridInk.color.set(hatch);
    this.#markInk.color.set(muted);
  }

  dispose(): void {
    for (const { geometry } of [this.#edges, this.#marks, this.#grid]) geometry.dispose();
    for (const ink of [this.#edgeInk, this.#markInk, this.#gridInk]) ink.dispose();
  }
}

function mark({ edge, tickDirection }: LabelledEdge, position: number): readonly [Triple, Triple] {
  const from = pointOnEdge(edge, position);
  const end = (axis: 0 | 1 | 2): number => from[axis] + tickDirection[axis] * MARK_LENGTH;
  return [from, [end(0), end(1), end(2)]];
}

function replaceLines(lines: LineSegments, points: readonly Triple[]): void {
  lines.geometry.dispose();
  lines.geometry = new BufferGeometry().setAttribute("position", new Float32BufferAttribute(points.flat(), 3));
}
