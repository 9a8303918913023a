import { BufferAttribute, BufferGeometry, DoubleSide, Float32BufferAttribute, Group, LineBasicMaterial, LineLoop, LineSegments, Mesh, MeshBasicMaterial } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import type { Triple } from "./box-geometry.ts";
import { clearGroup } from "./clear-group.ts";
import { type Range, shareOf, vertexColours } from "./colour-scale.ts";
import type { PointLabel } from "./point-labels.ts";

/** A line over the two other axes of a slice, 0..1 each, on which the slice has one value. */
export interface SliceContour {
  readonly level: number;
  /** The level as it is written for people. */
  readonly label: string;
  readonly points: readonly (readonly [number, number])[];
}

/** A plane across one axis, with a value at each point of a square grid: first the lower of the other two axes within a row, then the higher. */
export interface Slice {
  readonly axis: 0 | 1 | 2;
  /** 0..1 along the axis. */
  readonly place: number;
  readonly count: number;
  /** NaN where nothing is drawn. */
  readonly values: Float64Array;
  readonly contours: readonly SliceContour[];
}

/** Where along a line its value may stand, in parts of its points. */
const LABEL_PLACES = [0.5, 0.35, 0.65, 0.2, 0.8];

/** Slices are not lit, so that their colours are those of the legend. In display coordinates. */
export class SlicesObject {
  readonly group = new Group();
  readonly #fill = new MeshBasicMaterial({ vertexColors: true, side: DoubleSide, transparent: true, opacity: 0.92, polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 1 });
  /** Light lines on the dark half of the scale, dark ones on the light half. */
  readonly #inks = { light: new LineBasicMaterial({ transparent: true, opacity: 0.7, color: "#ffffff" }), dark: new LineBasicMaterial({ transparent: true, opacity: 0.6, color: "#000000" }) };
  readonly #frame = new LineBasicMaterial();
  #slices: readonly Slice[] = [];

  set(slices: readonly Slice[], range: Range): void {
    clearGroup(this.group);
    this.#slices = slices;
    for (const slice of slices) {
      const at = (u: number, v: number) => spread(slice.axis, slice.place, u, v);
      const fill = sliceFill(slice, range);
      const inks = (["light", "dark"] as const).map((ink) => {
        const lines = slice.contours.filter(({ level }) => (shareOf(level, range) < 0.5) === (ink === "light"))
          .flatMap(({ points }) => points.slice(1).flatMap((point, k) => [...at(...points[k]), ...at(...point)]));
        return new LineSegments(new BufferGeometry().setAttribute("position", new Float32BufferAttribute(lines, 3)), this.#inks[ink]);
      });
      this.group.add(new Mesh(fill, this.#fill), ...inks, new LineLoop(planeRim(slice), this.#frame));
    }
  }

  /** The values of the lines that `set` drew. */
  get labels(): readonly PointLabel[] {
    return this.#slices.flatMap(({ axis, place, contours }) => contours.map(({ label, points }) => ({
      text: label, places: LABEL_PLACES.map((part) => spread(axis, place, ...points[Math.floor(part * (points.length - 1))])),
    })));
  }

  get fills(): readonly Mesh[] {
    return this.group.children.filter((drawn) => drawn instanceof Mesh);
  }

  setTheme(theme: Theme): void {
    this.#frame.color.set(COLOURS[theme].text);
  }

  dispose(): void {
    clearGroup(this.group);
    for (const material of [this.#fill, this.#inks.light, this.#inks.dark, this.#frame]) material.dispose();
  }
}

/** The plane in the colours of the scale, without the cells that have no value. */
export function sliceFill(slice: Slice, range: Range): BufferGeometry {
  const { count, values } = slice;
  return new BufferGeometry().setAttribute("position", new Float32BufferAttribute(planePoints(slice), 3))
    .setAttribute("color", new BufferAttribute(vertexColours(Float32Array.from(values), range), 3)).setIndex(cellsWithValues(values, count));
}

type Plane = Pick<Slice, "axis" | "place" | "count">;

/** The points of the plane's grid, three coordinates each. */
export function planePoints({ axis, place, count }: Plane): readonly number[] {
  return Array.from({ length: count * count }, (_, k) => spread(axis, place, (k % count) / (count - 1), Math.floor(k / count) / (count - 1))).flat();
}

/** The rim of the plane, as a loop. */
export function planeRim({ axis, place }: Plane): BufferGeometry {
  const corners = ([[0, 0], [1, 0], [1, 1], [0, 1]] as const).flatMap(([u, v]) => spread(axis, place, u, v));
  return new BufferGeometry().setAttribute("position", new Float32BufferAttribute(corners, 3));
}

/** A point of the plane in all three axes. */
function spread(axis: 0 | 1 | 2, place: number, u: number, v: number): Triple {
  if (axis === 0) return [place, u, v];
  return axis === 1 ? [u, place, v] : [u, v, place];
}

/** Two triangles for every cell whose corners all have a value, one where three of them have. */
export function cellsWithValues(values: Float64Array, count: number): number[] {
  const triangles: number[] = [];
  for (let row = 0; row + 1 < count; row++) {
    for (let column = 0; column + 1 < count; column++) {
      const corner = row * count + column;
      const corners = [corner, corner + 1, corner + count + 1, corner + count].filter((at) => !Number.isNaN(values[at]));
      if (corners.length < 3) continue;
      triangles.push(corners[0], corners[1], corners[2]);
      if (corners.length === 4) triangles.push(corners[0], corners[2], corners[3]);
    }
  }
  return triangles;
}
