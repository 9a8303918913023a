import { COLOURS, type Theme } from "../design/tokens.ts";
import type { Triple } from "./box-geometry.ts";
import type { Point } from "./label-edges.ts";
import { type LabelPlace, layOutLabels, type Rectangle } from "./label-layout.ts";
import { type TextFragment, textFragments } from "./text-fragments.ts";

/** A text at points of the scene, in display coordinates: the first where there is room is taken. */
export interface PointLabel {
  readonly text: string;
  readonly places: readonly Triple[];
}

/** Where a text may stand about its point, in the order of preference. */
export type Sides = readonly Pick<LabelPlace, "outward" | "gap">[];

interface Label extends PointLabel {
  readonly element: HTMLElement;
  width: number;
  height: number;
}

/** Texts at points as HTML over the canvas, upright and never over another label; one that finds no room is left out. */
export class PointLabels {
  readonly #root = document.createElement("div");
  #labels: Label[] = [];
  #theme: Theme = "light";

  /** @param fontSize CSS px */
  constructor(overlay: HTMLElement, private readonly sides: Sides, private readonly fontSize: number) {
    Object.assign(this.#root.style, { position: "absolute", inset: "0", overflow: "hidden", pointerEvents: "none", userSelect: "none" });
    overlay.append(this.#root);
  }

  /** All points at which a text may stand. */
  get places(): readonly Triple[] {
    return this.#labels.flatMap(({ places }) => places);
  }

  set(labels: readonly PointLabel[]): void {
    this.#labels = labels.map((label) => ({ ...label, element: document.createElement("div"), width: 0, height: 0 }));
    for (const { element, text } of this.#labels) {
      element.textContent = text;
      Object.assign(element.style, {
        position: "absolute", left: "0", top: "0", padding: "0 3px", borderRadius: "3px", fontSize: `${this.fontSize}px`, lineHeight: "1.3", whiteSpace: "nowrap",
        fontVariantNumeric: "tabular-nums", visibility: "hidden",
      });
    }
    this.#root.replaceChildren(...this.#labels.map(({ element }) => element));
    this.setTheme(this.#theme);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    const { text, surface } = COLOURS[theme];
    for (const { element } of this.#labels) Object.assign(element.style, { color: text, background: surface });
  }

  /** @param taken what the texts must not lie on @param hidden places at which none may stand @returns where the texts stand now */
  layOut(
    toScreen: (point: Triple) => Point, canvas: { readonly width: number; readonly height: number }, taken: readonly Rectangle[], hidden: ReadonlySet<Triple> = new Set(),
  ): readonly Rectangle[] {
    for (const label of this.#labels.filter(({ width }) => width === 0)) {
      [label.width, label.height] = [label.element.offsetWidth, label.element.offsetHeight];
    }
    const requests = this.#labels.map(({ places, width, height }) => ({
      places: places.filter((place) => !hidden.has(place)).flatMap((place) => this.sides.map((side) => ({ ...side, anchor: toScreen(place) }))), width, height, mayShift: 0,
    }));
    const rectangles = layOutLabels(requests, canvas, taken);
    rectangles.forEach((rectangle, k) => {
      const { style } = this.#labels[k].element;
      style.visibility = rectangle === null ? "hidden" : "visible";
      if (rectangle !== null) style.transform = `translate(${Math.round(rectangle.left)}px, ${Math.round(rectangle.top)}px)`;
    });
    return rectangles.filter((rectangle) => rectangle !== null);
  }

  /** The texts as they stand on the canvas now. */
  get texts(): readonly TextFragment[] {
    return textFragments(this.#root);
  }

  dispose(): void {
    this.#root.remove();
  }
}
