import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  CLASS_INFEASIBLE, CLASS_INFO, CLASS_NEGATIVE, CLASS_POSITIVE, evaluatePoint, FIELDS, isFeasible, LIST_COMMA, PARAMETERS, placeInView, valueInView, type ParameterName, type QuantityName,
} from "../../model/index.ts";
import { formatCount } from "../../model/index.ts";
import { axisNames, drawnAxes } from "../../state/axes.ts";
import { colourFields, withParameters, type ExplorerState } from "../../state/explorer-state.ts";
import type { Explorer } from "../../state/explorer.ts";
import { formatNumber, formatPercent, formatQuantity, formatQuantityShortly, quantityUnit } from "../../state/format.ts";
import { Hand } from "../../state/hand.ts";
import { brushOver, mapAxes, withMap, withMapAxis, type Brush } from "../../state/map-choice.ts";
import { countWithin, mapTable, planeMap, type PlaneMap } from "../../state/plane-map.ts";
import "../figure-frame/tau-figure-frame.ts";
import { ChartElement, chartStyles, plotStyles } from "../internal/chart-element.ts";
import { Follow } from "../internal/follow.ts";
import { named, type PlottedFigure } from "../internal/plot-figure.ts";
import { Remembered } from "../internal/remembered.ts";
import { drawLegend, drawMap, type MapAxis } from "./draw-map.ts";
import "./tau-map-brush.ts";

/** Points along each axis: at rest, and while a hand moves what decides them. */
const FINE = 64;
const COARSE = 32;
/** Digits of what can be pointed at. */
const DIGITS = 4;
/** What an arrow key, and a page key, moves the place of reading by, in parts of an axis. */
const STEP = 0.01;
const PAGE = 0.1;
/** A press that moves farther than this selects, and sets nothing. */
const CLICK_PX = 5;

type Place = readonly [number, number];

/**
 * Any quantity over any two parameters. It is read under the pointer or by the arrow keys; a click, or Enter, sets the two parameters; dragging, or
 * the arrow keys with Shift, selects a part, which the scene shows too.
 */
@customElement("tau-plane-map")
export class PlaneMapElement extends ChartElement {
  static override styles = [...chartStyles, plotStyles, css`
    .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 8px 12px; margin: 8px 0; font-size: 0.8125rem; }
    .choices label { display: grid; gap: 2px; color: var(--tau-muted); min-width: 0; }
    select { width: 100%; min-width: 0; padding-inline: 6px; color: var(--tau-text); text-overflow: ellipsis; }
    .pad { cursor: crosshair; touch-action: pan-y; border-radius: 4px; }
    .unit { margin: 6px 0 2px; font-size: 0.75rem; color: var(--tau-muted); }
    .reading { min-height: 1.5em; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
    .notes { margin: 2px 0 8px; font-size: 0.8125rem; }
  `];

  @property({ attribute: false }) explorer: Explorer | undefined;
  protected readonly follow = new Follow(this, () => this.explorer, "idle");
  /** Where the map is read, in the units of the two parameters; `null`: at the present point. */
  @state() private read: Place | null = null;
  #pressed: { readonly at: Place; readonly client: Place } | null = null;
  /** The corner from which Shift and the arrow keys select. */
  #anchor: Place | null = null;
  #subject: readonly unknown[] = [];
  readonly #hand = new Hand(() => this.requestUpdate());
  readonly #map = new Remembered<PlaneMap>();
  readonly #picture = new Remembered<PlottedFigure>();
  readonly #legend = new Remembered<PlottedFigure>();

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const { state } = explorer;
    const map = this.map(state);
    const [across, up] = mapAxes(state);
    const { quantity } = state.map;
    const heading = msg(str`${this.text(FIELDS[quantity].label)} over ${PARAMETERS[across].symbol} and ${PARAMETERS[up].symbol}`);
    return html`
      <h2 id="title">${heading}</h2>
      ${this.renderChoices(state)}
      ${map.grid.range === null ? html`<p class="says">${msg("No point of this plane is feasible with the other parameters as they are, so there is nothing to draw.")}</p>` : html`
        <tau-figure-frame file="map" .heading=${heading} .sentence=${this.countText(state, map)} .table=${() => mapTable(map, quantity, this.language)}>
          ${this.width === 0 ? nothing : this.renderPicture(state, map, heading)}
        </tau-figure-frame>
        <p class="reading" id="reading" aria-live="polite">${this.readingText(state)}</p>
        <p class="notes" id="says">${this.countText(state, map)}</p>
        <tau-map-brush .explorer=${explorer}></tau-map-brush>
        <p class="notes muted" id="keys">${msg("A click sets the two parameters; dragging selects a part. Keys on the map: arrows move the place of reading, Enter sets it, Shift with arrows selects, Escape ends the selection. Dashed: slices of the scene.")}</p>`}`;
  }

  /** While a hand moves what decides the map, it has fewer points. */
  private map(state: ExplorerState): PlaneMap {
    const subject = [state.parameters, state.rule, state.prices, state.ranges, ...mapAxes(state), state.map.quantity];
    if (this.#subject.length > 0 && subject.some((one, k) => !Object.is(one, this.#subject[k]))) this.#hand.move();
    this.#subject = subject;
    const count = this.#hand.isMoving ? COARSE : FINE;
    return this.#map.of([...subject, count], () => planeMap(state, count));
  }

  private renderChoices(state: ExplorerState): TemplateResult {
    const axes = mapAxes(state);
    const parameter = (position: 0 | 1, label: string) => html`<label>${label}
      <select @change=${(event: Event) => this.explorer?.update((shown) => withMapAxis(shown, position, (event.target as HTMLSelectElement).value as ParameterName))}>
        ${axisNames(state.prices).map((name) => html`<option value=${name} .selected=${name === axes[position]}>${PARAMETERS[name].symbol}, ${this.text(PARAMETERS[name].label)}</option>`)}
      </select></label>`;
    return html`<div class="choices">
      <label>${msg("Quantity")}<select @change=${(event: Event) => this.explorer?.update((shown) => withMap(shown, { quantity: (event.target as HTMLSelectElement).value as QuantityName }))}>
        ${colourFields(state.prices).map((name) => html`<option value=${name} .selected=${name === state.map.quantity}>${this.text(FIELDS[name].label)}</option>`)}</select></label>
      ${parameter(0, msg("To the right"))}${parameter(1, msg("Upwards"))}
    </div>`;
  }

  private renderPicture(state: ExplorerState, map: PlaneMap, heading: string): TemplateResult {
    const { quantity } = state.map;
    const format = (value: number) => formatQuantityShortly(quantity, value);
    const unit = quantityUnit(quantity, this.language);
    const picture = this.#picture.of([map, state, this.read, this.width, this.language], () => this.draw(state, map));
    const legend = this.#legend.of([map, this.width, this.language], () => named(drawLegend(map.levels, unit === "" ? FIELDS[quantity].symbol : `${FIELDS[quantity].symbol}, ${unit}`, this.width, format), { "aria-label": msg("Colour scale") }));
    return html`
      <div class="pad" role="application" tabindex="0" aria-label=${heading} aria-describedby="says reading keys"
        @pointerdown=${this.onPress} @pointermove=${this.onMove} @pointerup=${this.onRelease} @pointercancel=${this.onCancel}
        @pointerleave=${this.stopReading} @keydown=${this.onKey} @blur=${this.stopReading}>${picture}</div>
      ${map.levels.length === 0 ? html`<p class="unit">${msg(str`${formatQuantity(quantity, map.grid.range?.[0] ?? NaN, this.language)} all over the map`)}</p>` : legend}`;
  }

  private draw(state: ExplorerState, map: PlaneMap): PlottedFigure {
    const { parameters, ranges, rule, prices } = state;
    const [across, up] = mapAxes(state);
    const axis = (name: ParameterName): MapAxis => ({ range: ranges[name], title: `${PARAMETERS[name].symbol}, ${this.text(PARAMETERS[name].label)}` });
    const isShown = [across, up].every((name) => parameters[name] >= ranges[name].min && parameters[name] <= ranges[name].max);
    const sign = evaluatePoint(parameters, rule, prices).class;
    const slice = (name: ParameterName) => {
      const place = state.scene.slices[drawnAxes(state).indexOf(name)] ?? null;
      return place === null ? null : valueInView(place, ranges[name]);
    };
    return named(drawMap({
      map, across: axis(across), up: axis(up), width: this.width, read: this.read, brush: brushOver(state.map.brush, [across, up]),
      present: isShown ? [parameters[across], parameters[up]] : null,
      presentColour: sign === CLASS_POSITIVE ? "var(--tau-raises)" : sign === CLASS_NEGATIVE ? "var(--tau-lowers)" : "var(--tau-boundary)",
      slices: { across: slice(across), up: slice(up) },
      formatValue: (value) => formatQuantityShortly(state.map.quantity, value),
      wordOf: (one) => this.text(CLASS_INFO[one].label),
    }), { "aria-labelledby": "title", "aria-describedby": "says" });
  }

  /** What is there where the map is read. */
  private readingText(state: ExplorerState): string {
    const [across, up] = mapAxes(state);
    const [x, y] = this.read ?? [state.parameters[across], state.parameters[up]];
    const { fields, class: sign } = evaluatePoint({ ...state.parameters, [across]: x, [up]: y }, state.rule, state.prices);
    const place = [`${PARAMETERS[across].symbol} = ${formatNumber(x)}`, `${PARAMETERS[up].symbol} = ${formatNumber(y)}`].join(this.text(LIST_COMMA));
    const { quantity } = state.map;
    const value = `${FIELDS[quantity].symbol} = ${formatQuantity(quantity, fields[quantity] ?? NaN, this.language)}`;
    return sign === CLASS_INFEASIBLE
      ? msg(str`At ${place} there is no economy: α+β leaves nothing for compute services.`)
      : msg(str`At ${place}: ${value}; ${this.text(CLASS_INFO[sign].meaning)}.`);
  }

  private countText(state: ExplorerState, map: PlaneMap): string {
    const { quantity, brush } = state.map;
    const shown = brushOver(brush, mapAxes(state));
    const { feasible, raising, least, mean, greatest } = countWithin(map, shown);
    const [points, raise, share] = [formatCount(feasible), formatCount(raising), formatPercent(raising / feasible, 3, this.language)];
    const [low, middle, high] = [least, mean, greatest].map((value) => formatQuantity(quantity, value, this.language));
    const { symbol } = FIELDS[quantity];
    if (shown === null) return msg(str`Of the ${points} feasible points of the map, ${raise} (${share}) raise growth. ${symbol} is least ${low}, on average ${middle}, at most ${high}.`);
    const part = shown.map(({ name, from, to }) => msg(str`${PARAMETERS[name].symbol} from ${formatNumber(from)} to ${formatNumber(to)}`)).join(this.text(LIST_COMMA));
    return feasible === 0
      ? msg(str`The selection (${part}) holds no feasible point of the map.`)
      : msg(str`Selected: ${part}. Of its ${points} feasible points of the map, ${raise} (${share}) raise growth. ${symbol} is least ${low}, on average ${middle}, at most ${high}.`);
  }

  /** What is under the pointer, within the axes and to the digits that a person can point at. */
  private placeUnder(event: PointerEvent): Place {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const picture = this.renderRoot.querySelector<PlottedFigure>(".pad > svg");
    return this.valuesAt([picture?.scale("x")?.invert?.(event.clientX - left) as number, picture?.scale("y")?.invert?.(event.clientY - top) as number]);
  }

  /** The values at a place, 0..1 along each axis. */
  private valuesAt(place: Place): Place {
    const { state } = this.explorer ?? {};
    if (state === undefined) return place;
    const [x, y] = mapAxes(state).map((name, k) => {
      const { min, max } = state.ranges[name];
      return Math.min(max, Math.max(min, Number(valueInView(place[k], state.ranges[name]).toPrecision(DIGITS))));
    });
    return [x, y];
  }

  private readonly onPress = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#pressed = { at: this.placeUnder(event), client: [event.clientX, event.clientY] };
  };

  private readonly onMove = (event: PointerEvent): void => {
    this.read = this.placeUnder(event);
    if (this.#pressed !== null && this.isDrag(event)) this.select(this.#pressed.at, this.read);
  };

  private readonly onRelease = (event: PointerEvent): void => {
    const isClick = this.#pressed !== null && !this.isDrag(event);
    this.#pressed = null;
    if (isClick) this.set(this.placeUnder(event));
  };

  private readonly onCancel = (): void => {
    this.#pressed = null;
  };

  private isDrag(event: PointerEvent): boolean {
    const [x, y] = this.#pressed?.client ?? [event.clientX, event.clientY];
    return Math.hypot(event.clientX - x, event.clientY - y) > CLICK_PX;
  }

  private readonly stopReading = (): void => {
    if (this.#pressed === null) this.read = null;
    this.#anchor = null;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const { state } = this.explorer ?? {};
    if (state === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const axes = mapAxes(state);
    const present = this.read ?? [state.parameters[axes[0]], state.parameters[axes[1]]];
    const moves: Readonly<Record<string, Place>> = {
      ArrowRight: [STEP, 0], ArrowLeft: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP], Home: [-PAGE, 0], End: [PAGE, 0], PageUp: [0, PAGE], PageDown: [0, -PAGE],
    };
    if (event.key in moves) {
      const [x, y] = axes.map((name, k) => placeInView(present[k], state.ranges[name]) + moves[event.key][k]);
      this.read = this.valuesAt([x, y]);
      this.#anchor = event.shiftKey ? this.#anchor ?? present : null;
      if (this.#anchor !== null) this.select(this.#anchor, this.read);
    } else if (event.key === "Enter") {
      this.set(present);
    } else if (event.key === "Escape") {
      this.explorer?.update((shown) => (shown.map.brush === null ? shown : withMap(shown, { brush: null })));
    } else {
      return;
    }
    event.preventDefault();
  };

  /** Selects what lies between two corners; nothing while they lie on one line. */
  private select(one: Place, other: Place): void {
    if (one[0] === other[0] || one[1] === other[1]) return;
    this.explorer?.update((state) => {
      const [across, up] = mapAxes(state);
      const side = (name: ParameterName, k: 0 | 1) => ({ name, from: Math.min(one[k], other[k]), to: Math.max(one[k], other[k]) });
      const brush: Brush = [side(across, 0), side(up, 1)];
      return withMap(state, { brush });
    });
  }

  /** Sets the two parameters; where there is no economy nothing is set, and the reading says so. */
  private set([x, y]: Place): void {
    this.read = [x, y];
    this.explorer?.update((state) => {
      const [across, up] = mapAxes(state);
      return isFeasible({ ...state.parameters, [across]: x, [up]: y }) ? withParameters(state, { [across]: x, [up]: y }) : state;
    });
  }
}
