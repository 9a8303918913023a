import { COLOURS, type Theme } from "../design/tokens.ts";
import type { Triple } from "./box-geometry.ts";
import type { Point } from "./label-edges.ts";
import { layOutLabels, type Rectangle } from "./label-layout.ts";

/** The value of a line, and where on it the value may stand: the first place that is free is taken. */
export interface ContourLabel {
  readonly text: string;
  readonly places: readonly Triple[];
}

interface Label extends ContourLabel {
  readonly element: HTMLElement;
  width: number;
  height: number;
}

/** Values on lines as HTML over the canvas, upright and never over another label; one that finds no room is left out. */
export class ContourLabels {
  readonly #root = document.createElement("div");
  #labels: Label[] = [];
  #theme: Theme = "light";

  constructor(overlay: HTMLElement) {
    Object.assign(this.#root.style, { position: "absolute", inset: "0", overflow: "hidden", pointerEvents: "none", userSelect: "none" });
    overlay.append(this.#root);
  }

  set(labels: readonly ContourLabel[]): void {
    this.#labels = labels.map((label) => ({ ...label, element: document.createElement("div"), width: 0, height: 0 }));
    for (const { element, text } of this.#labels) {
      element.textContent = text;
      Object.assign(element.style, {
        position: "absolute", left: "0", top: "0", padding: "0 3px", borderRadius: "3px", fontSize: "11px", lineHeight: "1.3", whiteSpace: "nowrap",
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

  /** @param taken rectangles of the labels that stand already */
  layOut(toScreen: (point: Triple) => Point, canvas: { readonly width: number; readonly height: number }, taken: readonly Rectangle[]): void {
    for (const label of this.#labels.filter(({ width }) => width === 0)) {
      [label.width, label.height] = [label.element.offsetWidth, label.element.offsetHeight];
    }
    const requests = this.#labels.map(({ places, width, height }) => ({
      places: places.map((place) => ({ anchor: toScreen(place), outward: [0, 0] as const, gap: 0 })), width, height, mayShift: 0,
    }));
    layOutLabels(requests, canvas, taken).forEach((rectangle, k) => {
      const { style } = this.#labels[k].element;
      style.visibility = rectangle === null ? "hidden" : "visible";
      if (rectangle !== null) style.transform = `translate(${Math.round(rectangle.left)}px, ${Math.round(rectangle.top)}px)`;
    });
  }

  dispose(): void {
    this.#root.remove();
  }
}
