import { COLOURS, FONTS, type Theme } from "../design/tokens.ts";
import { pointOnEdge, type Triple } from "./box-geometry.ts";
import { type LabelledEdge, type Point } from "./label-edges.ts";
import { type LabelRequest, layOutLabels, type Rectangle } from "./label-layout.ts";
import { type TextFragment, textFragments } from "./text-fragments.ts";

export interface SceneAxis {
  /** Set in italic serif, e.g. `α`. */
  readonly symbol: string;
  readonly title: string;
  /** Position in 0..1 along the axis. */
  readonly ticks: readonly { readonly position: number; readonly label: string }[];
}

export type SceneAxes = readonly [SceneAxis, SceneAxis, SceneAxis];

interface Label {
  readonly element: HTMLElement;
  readonly axis: 0 | 1 | 2;
  /** `null` for the title. */
  readonly position: number | null;
  width: number;
  height: number;
}

/** How the box lies on the screen, in CSS px from the canvas's top left corner. */
export interface LabelView {
  readonly edges: readonly (LabelledEdge | null)[];
  readonly outline: readonly Point[];
  readonly toScreen: (point: Triple) => Point;
  readonly canvas: { readonly width: number; readonly height: number };
}

const TICK_GAP_PX = 9;
const TITLE_GAP_PX = 5;
const TICK_SHIFT_PX = 10;
const TITLE_SHIFT_PX = 160;
/** Along its axis a title stands in the middle, or else near it. */
const TITLE_POSITIONS = [0.5, 0.35, 0.65, 0.2, 0.8, 0, 1];
const WIDEST_TITLE_PX = 210;
const WIDEST_TITLE_SHARE = 0.42;
/** A title that finds no room beside its axis goes farther out, step by step. */
const TITLE_STEPS_PX = Array.from({ length: 25 }, (_, step) => step * 6);
/** How far the title of the upright axis may reach over the box, to the right of its edge. */
const TITLE_OVERHANG_PX = 24;
const UP: Point = [0, -1];
const DOWN: Point = [0, 1];

/** Ticks and titles as HTML over the canvas: crisp, upright, laid out anew at each draw. The typeface of words is that of the overlay. */
export class AxisLabels {
  readonly #root: HTMLElement;
  #labels: Label[] = [];
  #theme: Theme = "light";

  constructor(overlay: HTMLElement) {
    this.#root = document.createElement("div");
    Object.assign(this.#root.style, { position: "absolute", inset: "0", overflow: "hidden", pointerEvents: "none", userSelect: "none" });
    overlay.append(this.#root);
  }

  set(axes: SceneAxes): void {
    const indices = [0, 1, 2] as const;
    const titles = indices.map((axis) => ({ element: titleElement(axes[axis]), axis, position: null, width: 0, height: 0 }));
    const ticks = indices.flatMap((axis) =>
      axes[axis].ticks.map(({ position, label }) => ({ element: tickElement(label), axis, position, width: 0, height: 0 })),
    );
    this.#labels = [...ticks, ...titles];
    this.#root.replaceChildren(...this.#labels.map(({ element }) => element));
    this.setTheme(this.#theme);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    const { text, muted, surface } = COLOURS[theme];
    for (const { element, position } of this.#labels) {
      element.style.color = position === null ? text : muted;
      element.style.textShadow = ["0 0 2px", "0 0 3px", "0 0 5px"].map((halo) => `${halo} ${surface}`).join(", ");
    }
  }

  /** Puts every label where it belongs in this view; the answer is what they cover. */
  layOut(view: LabelView): readonly Rectangle[] {
    const { edges, outline, toScreen, canvas } = view;
    this.#measure(canvas.width);
    const obstacles = outline.map(([left, top]) => ({ left, top, width: 0, height: 0 }));
    const place = (labels: readonly Label[]): ReadonlyMap<Label, Rectangle | null> => {
      const requests = labels.map((label) => this.#request(label, edges[label.axis] as LabelledEdge, toScreen));
      const rectangles = layOutLabels(requests, canvas, obstacles);
      return new Map(labels.map((label, index) => [label, rectangles[index] ?? null]));
    };
    const shown = this.#labels.filter(({ axis }) => (edges[axis] ?? null) !== null);
    const ticksFirst = place(shown);
    // An axis without a name says less than one without a number: a title that found no room chooses before the ticks.
    const isHomeless = (label: Label): boolean => label.position === null && ticksFirst.get(label) === null;
    const homeless = shown.filter(isHomeless);
    const places = homeless.length === 0 ? ticksFirst : place([...homeless, ...shown.filter((label) => !isHomeless(label))]);
    for (const label of this.#labels) {
      const rectangle = places.get(label) ?? null;
      label.element.style.visibility = rectangle === null ? "hidden" : "visible";
      if (rectangle !== null) label.element.style.transform = `translate(${Math.round(rectangle.left)}px, ${Math.round(rectangle.top)}px)`;
    }
    return [...places.values()].filter((rectangle) => rectangle !== null);
  }

  /** The texts as they stand on the canvas now. */
  get texts(): readonly TextFragment[] {
    return textFragments(this.#root);
  }

  dispose(): void {
    this.#root.remove();
  }

  #request(label: Label, { edge, outward }: LabelledEdge, toScreen: (point: Triple) => Point): LabelRequest {
    const { axis, position, width, height } = label;
    if (position !== null) {
      const places = [{ anchor: toScreen(pointOnEdge(edge, position)), outward, gap: TICK_GAP_PX }];
      return { places, width, height, mayShift: TICK_SHIFT_PX };
    }
    if (axis === 2) {
      const ends = [toScreen(pointOnEdge(edge, 0)), toScreen(pointOnEdge(edge, 1))] as const;
      const top = ends[0][1] < ends[1][1] ? ends[0] : ends[1];
      const anchor: Point = [top[0] + TITLE_OVERHANG_PX - width / 2, top[1]];
      const places = TITLE_STEPS_PX.map((step) => ({ anchor, outward: UP, gap: TITLE_GAP_PX + step }));
      return { places, width, height, mayShift: TITLE_SHIFT_PX };
    }
    const nearest = TICK_GAP_PX + TITLE_GAP_PX + this.#ticksReach(axis, outward);
    const anchors = TITLE_POSITIONS.map((along) => toScreen(pointOnEdge(edge, along)));
    const places = [outward, DOWN].flatMap((direction) =>
      TITLE_STEPS_PX.flatMap((step) => anchors.map((anchor) => ({ anchor, outward: direction, gap: nearest + step }))),
    );
    return { places, width, height, mayShift: TITLE_SHIFT_PX };
  }

  /** How far the ticks of an axis reach out from it. */
  #ticksReach(axis: number, outward: Point): number {
    const ticks = this.#labels.filter((label) => label.axis === axis && label.position !== null);
    return Math.max(0, ...ticks.map(({ width, height }) => Math.abs(outward[0]) * width + Math.abs(outward[1]) * height));
  }

  /** Sizes are read once, and again after a time in which the overlay was not shown. */
  #measure(width: number): void {
    const widest = `${Math.round(Math.min(WIDEST_TITLE_PX, width * WIDEST_TITLE_SHARE))}px`;
    const unread = this.#labels.filter((label) => label.width === 0 || (label.position === null && label.element.style.maxWidth !== widest));
    for (const { element } of unread) Object.assign(element.style, { maxWidth: widest, width: "max-content" });
    for (const label of unread) {
      label.width = textWidth(label.element);
      label.height = label.element.offsetHeight;
    }
    for (const { element, width: tight } of unread) element.style.width = `${tight}px`;
  }
}

/** Of lines of even length; the element itself is as wide as it may be. */
function textWidth(element: HTMLElement): number {
  const text = document.createRange();
  text.selectNodeContents(element);
  return Math.ceil(text.getBoundingClientRect().width) + 1;
}

function labelElement(): HTMLElement {
  const element = document.createElement("div");
  Object.assign(element.style, { position: "absolute", left: "0", top: "0", visibility: "hidden", fontVariantNumeric: "tabular-nums" });
  return element;
}

function tickElement(text: string): HTMLElement {
  const element = labelElement();
  Object.assign(element.style, { fontSize: "12px", lineHeight: "1.2", whiteSpace: "nowrap" });
  element.textContent = text;
  return element;
}

function titleElement({ symbol, title }: SceneAxis): HTMLElement {
  const element = labelElement();
  Object.assign(element.style, { fontSize: "13px", lineHeight: "1.25", textAlign: "center", textWrap: "balance" });
  const letter = document.createElement("i");
  Object.assign(letter.style, { font: `italic 17px/1 ${FONTS.variable}`, marginInlineEnd: "0.35em" });
  letter.textContent = symbol;
  element.append(letter, title);
  return element;
}
