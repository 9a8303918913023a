import { msg, str } from "@lit/localize";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { PARAMETERS, valueInView } from "../../model/index.ts";
import type { RegionScene } from "../../scene/index.ts";
import { drawnAxes } from "../../state/axes.ts";
import { formatNumber } from "../../state/format.ts";
import { withSlice } from "../../state/scene-options.ts";
import type { RegionSource } from "../../state/region-source.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";

type Axis = 0 | 1 | 2;
type Point = readonly [number, number];

const AXES: readonly Axis[] = [0, 1, 2];
/** What an arrow key, and a page key, moves a slice by. */
const STEP = 0.01;
const PAGE = 0.1;
/** An axis that is seen end on can not be dragged along. */
const SHORTEST_PX = 20;

/** A handle on each slice, on an edge of the box: drag it, or move it with the arrow keys. */
@customElement("tau-slice-handles")
export class SliceHandlesElement extends ExplorerElement<RegionSource> {
  static override styles = [sharedStyles, css`
    :host { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
    [role="slider"] {
      position: absolute; left: -14px; top: -14px; width: 28px; height: 28px; display: grid; place-items: center; border-radius: 50%; pointer-events: auto; cursor: move;
      touch-action: none; background: var(--tau-panel); border: 2px solid var(--tau-accent); font-family: var(--tau-font-variable); font-style: italic; font-size: 0.9375rem; line-height: 1;
    }
  `];

  @property({ attribute: false }) scene: RegionScene | undefined;
  #unfollow: (() => void) | undefined;
  #dragged: { readonly axis: Axis; readonly from: Point; readonly place: number } | null = null;

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined || this.scene === undefined) return nothing;
    const { state } = explorer;
    return html`${AXES.filter((axis) => state.scene.slices[axis] !== null).map((axis) => {
      const name = drawnAxes(state)[axis];
      const place = state.scene.slices[axis] ?? 0;
      const { symbol } = PARAMETERS[name];
      return html`<div role="slider" tabindex="0" data-axis=${axis} aria-label=${msg(str`Slice across ${symbol}`)} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(100 * place)}
        aria-valuetext="${symbol} = ${formatNumber(valueInView(place, state.ranges[name]), 3)}"
        @pointerdown=${(event: PointerEvent) => this.onPress(event, axis, place)} @pointermove=${this.onMove} @pointerup=${this.onRelease} @pointercancel=${this.onRelease}
        @keydown=${(event: KeyboardEvent) => this.onKey(event, axis, place)}>${symbol}</div>`;
    })}`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("scene")) {
      this.#unfollow?.();
      this.#unfollow = this.scene?.onDraw(() => this.lay());
    }
    this.lay();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  private lay(): void {
    for (const handle of this.renderRoot.querySelectorAll<HTMLElement>("[data-axis]")) {
      const axis = AXES[Number(handle.dataset.axis)];
      const [x, y] = this.screenPlace(axis, this.explorer?.state.scene.slices[axis] ?? 0);
      handle.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    }
  }

  /** Of the edges along the axis, on the floor and nearest to the foot of the picture; for the upright axis the one to the right. */
  private screenPlace(axis: Axis, place: number): Point {
    const { scene } = this;
    if (scene === undefined) return [0, 0];
    const middle = (corner: Point) => scene.toScreen(alongEdge(axis, corner, 0.5));
    const corners: readonly Point[] = axis === 2 ? [[0, 0], [0, 1], [1, 0], [1, 1]] : [[0, 0], [1, 0]];
    const reach = (corner: Point) => middle(corner)[axis === 2 ? 0 : 1];
    const corner = corners.reduce((best, other) => (reach(other) > reach(best) ? other : best));
    return scene.toScreen(alongEdge(axis, corner, place));
  }

  private onPress(event: PointerEvent, axis: Axis, place: number): void {
    event.preventDefault();
    const handle = event.currentTarget as HTMLElement;
    handle.setPointerCapture(event.pointerId);
    handle.focus();
    this.#dragged = { axis, from: [event.clientX, event.clientY], place };
  }

  private readonly onMove = (event: PointerEvent): void => {
    const dragged = this.#dragged;
    if (dragged === null) return;
    const [[x0, y0], [x1, y1]] = [this.screenPlace(dragged.axis, 0), this.screenPlace(dragged.axis, 1)];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length < SHORTEST_PX) return;
    const along = ((event.clientX - dragged.from[0]) * (x1 - x0) + (event.clientY - dragged.from[1]) * (y1 - y0)) / length ** 2;
    this.move(dragged.axis, dragged.place + along);
  };

  private readonly onRelease = (): void => {
    this.#dragged = null;
  };

  private onKey(event: KeyboardEvent, axis: Axis, place: number): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP, PageUp: PAGE, PageDown: -PAGE, Home: -1, End: 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.move(axis, place + step);
  }

  private move(axis: Axis, place: number): void {
    const kept = Number(Math.min(1, Math.max(0, place)).toFixed(3));
    this.explorer?.update((state) => withSlice(state, axis, kept));
  }
}

function alongEdge(axis: Axis, [first, second]: Point, place: number): readonly [number, number, number] {
  if (axis === 0) return [place, first, second];
  return axis === 1 ? [first, place, second] : [first, second, place];
}
