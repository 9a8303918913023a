import { BufferGeometry, Float32BufferAttribute, Group, LineBasicMaterial, LineSegments } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import { BOX_EDGES, type Facing, isBackEdge, pointOnEdge, type Triple } from "./box-geometry.ts";

/** Edges of the box behind the content, and a grid at the ticks of axes 0 and 1 on its floor (its ceiling, seen from below). */
export class BoxObject {
  readonly group = new Group();
  readonly #edgeInk = new LineBasicMaterial();
  readonly #gridInk = new LineBasicMaterial({ transparent: true, opacity: 0.55 });
  readonly #edges = new LineSegments(new BufferGeometry(), this.#edgeInk);
  readonly #grid = new LineSegments(new BufferGeometry(), this.#gridInk);
  #drawn = "";

  constructor() {
    this.group.add(this.#edges, this.#grid);
  }

  /** `ticks` are positions in 0..1 on axes 0 and 1. Does nothing where the picture is the same as before. */
  update(facing: Facing, ticks: readonly [readonly number[], readonly number[]]): void {
    const wanted = JSON.stringify([facing, ticks]);
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    replaceLines(this.#edges, BOX_EDGES.filter((edge) => isBackEdge(edge, facing)).flatMap((edge) => [pointOnEdge(edge, 0), pointOnEdge(edge, 1)]));
    const height = facing[2][0] ? 1 : 0;
    const along = ticks[0].flatMap((x): Triple[] => [[x, 0, height], [x, 1, height]]);
    const across = ticks[1].flatMap((depth): Triple[] => [[0, depth, height], [1, depth, height]]);
    replaceLines(this.#grid, [...along, ...across]);
  }

  setTheme(theme: Theme): void {
    this.#edgeInk.color.set(COLOURS[theme].hatch);
    this.#gridInk.color.set(COLOURS[theme].hatch);
  }

  dispose(): void {
    this.#edges.geometry.dispose();
    this.#grid.geometry.dispose();
    this.#edgeInk.dispose();
    this.#gridInk.dispose();
  }
}

function replaceLines(lines: LineSegments, points: readonly Triple[]): void {
  lines.geometry.dispose();
  lines.geometry = new BufferGeometry().setAttribute("position", new Float32BufferAttribute(points.flat(), 3));
}
