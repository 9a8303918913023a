import type { Theme } from "../design/tokens.ts";
import { AxisLabels, type LabelView, type SceneAxes } from "./axis-labels.ts";
import type { Triple } from "./box-geometry.ts";
import type { Rectangle } from "./label-layout.ts";
import { type Marker, MARKER_REACH_PX } from "./marker-object.ts";
import { type PointLabel, PointLabels, type Sides } from "./point-labels.ts";
import type { TextFragment } from "./text-fragments.ts";

/** Values stand on their lines, words of a point beside its marker. */
const ON_LINE: Sides = [{ outward: [0, 0], gap: 0 }];
const BESIDE_MARKER: Sides = ([[1, 0], [-1, 0], [0, -1], [0, 1]] as const).map((outward) => ({ outward, gap: MARKER_REACH_PX + 4 }));
const FONT_PX = { contour: 11, marker: 12 } as const;

/** All texts over the canvas: those of the axes stand first, then those of markers, then values of lines; none lies on another, or on a marker. */
export class SceneLabels {
  readonly #axes: AxisLabels;
  readonly #contours: PointLabels;
  readonly #markers: PointLabels;
  #marked: readonly Marker[] = [];

  /** `overlay` covers the canvas exactly and is positioned. */
  constructor(overlay: HTMLElement) {
    this.#axes = new AxisLabels(overlay);
    this.#contours = new PointLabels(overlay, ON_LINE, FONT_PX.contour);
    this.#markers = new PointLabels(overlay, BESIDE_MARKER, FONT_PX.marker);
  }

  setAxes(axes: SceneAxes): void {
    this.#axes.set(axes);
  }

  setContours(labels: readonly PointLabel[]): void {
    this.#contours.set(labels);
  }

  setMarkers(markers: readonly Marker[]): void {
    this.#marked = markers;
    this.#markers.set(markers.flatMap(({ label, position }) => (label === null ? [] : [{ text: label, places: [position] }])));
  }

  setTheme(theme: Theme): void {
    for (const part of [this.#axes, this.#contours, this.#markers]) part.setTheme(theme);
  }

  /** @param hiddenOf which of some points lie behind a surface: a value that stood there would seem to be the surface's */
  layOut(view: LabelView, hiddenOf: (points: readonly Triple[]) => ReadonlySet<Triple>): void {
    const taken = [...this.#axes.layOut(view), ...this.#marked.map(({ position }) => around(view.toScreen(position)))];
    const ofMarkers = this.#markers.layOut(view.toScreen, view.canvas, taken);
    this.#contours.layOut(view.toScreen, view.canvas, [...taken, ...ofMarkers], hiddenOf(this.#contours.places));
  }

  /** The texts as they stand on the canvas now. */
  get texts(): readonly TextFragment[] {
    return [this.#axes, this.#markers, this.#contours].flatMap(({ texts }) => texts);
  }

  dispose(): void {
    for (const part of [this.#axes, this.#contours, this.#markers]) part.dispose();
  }
}

/** What a marker covers. */
function around([x, y]: readonly [number, number]): Rectangle {
  return { left: x - MARKER_REACH_PX, top: y - MARKER_REACH_PX, width: 2 * MARKER_REACH_PX, height: 2 * MARKER_REACH_PX };
}
