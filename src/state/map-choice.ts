import { isAdmissible, placeInView, type ParameterName, type PriceMode, type QuantityName } from "../model/index.ts";
import { axisNames, drawnAxes, type Axes, type Ranges } from "./axes.ts";

/** What a map runs over: to the right, and upwards. */
export type MapAxes = readonly [across: ParameterName, up: ParameterName];

/** A part of one parameter's range, in its own unit; from < to. */
export interface BrushSide {
  readonly name: ParameterName;
  readonly from: number;
  readonly to: number;
}

/** A part of a plane: a side for each of two different parameters. */
export type Brush = readonly [BrushSide, BrushSide];

/** What the map shows. */
export interface MapChoice {
  readonly quantity: QuantityName;
  /** `null`: the first axis of the scene and the one upwards. */
  readonly axes: MapAxes | null;
  readonly brush: Brush | null;
}

export const USUAL_MAP: MapChoice = { quantity: "growth", axes: null, brush: null };

interface WithMap {
  readonly prices: PriceMode;
  readonly axes: Axes | null;
  readonly map: MapChoice;
}

export function mapAxes(state: WithMap): MapAxes {
  const [x, , up] = drawnAxes(state);
  return state.map.axes ?? [x, up];
}

export function areMapAxes(names: readonly ParameterName[], prices: PriceMode): boolean {
  return names.length === 2 && names[0] !== names[1] && names.every((name) => axisNames(prices).includes(name));
}

export function withMap<State extends WithMap>(state: State, change: Partial<MapChoice>): State {
  return { ...state, map: { ...state.map, ...change } };
}

/** Puts a parameter on an axis of the map; where it is on the other already, the two change places. */
export function withMapAxis<State extends WithMap>(state: State, position: 0 | 1, name: ParameterName): State {
  const present = mapAxes(state);
  const other = present[1 - position] === name ? present[position] : present[1 - position];
  return withMap(state, { axes: position === 0 ? [name, other] : [other, name] });
}

/** What of a choice is left at other prices: axes and quantity that they have, and a brush over parameters that they have. */
export function mapAtPrices({ quantity, axes, brush }: MapChoice, prices: PriceMode, quantities: readonly QuantityName[]): MapChoice {
  return {
    quantity: quantities.includes(quantity) ? quantity : USUAL_MAP.quantity,
    axes: axes !== null && areMapAxes(axes, prices) ? axes : null,
    brush: brush !== null && isBrush(brush, prices) ? brush : null,
  };
}

/** Whether a brush selects something: two different parameters with an effect, each from a value of it to a greater one. */
export function isBrush([one, other]: Brush, prices: PriceMode): boolean {
  return areMapAxes([one.name, other.name], prices)
    && [one, other].every(({ name, from, to }) => isAdmissible(name, from) && isAdmissible(name, to) && from < to);
}

/** The brush as it lies over two axes, in their order; `null` where there is none over these. */
export function brushOver(brush: Brush | null, [across, up]: MapAxes): Brush | null {
  if (brush === null) return null;
  const [one, other] = brush;
  if (one.name === across && other.name === up) return brush;
  return one.name === up && other.name === across ? [other, one] : null;
}

/** From and to, 0..1 along each drawn axis. */
export type BrushBox = readonly [Reach, Reach, Reach];
export type Reach = readonly [from: number, to: number];

interface WithSpace extends WithMap {
  readonly ranges: Ranges;
  readonly parameters: Readonly<Record<ParameterName, number>>;
}

/**
 * The part of the scene's box that the brush selects: all of an axis that the brush does not limit. `null` where there is no brush, where the
 * scene shows neither of its parameters or only values outside it.
 */
export function brushBox(state: WithSpace): BrushBox | null {
  const { map: { brush }, ranges, parameters } = state;
  const axes = drawnAxes(state);
  if (brush === null || !brush.some(({ name }) => axes.includes(name))) return null;
  if (brush.some(({ name, from, to }) => !axes.includes(name) && (parameters[name] < from || parameters[name] > to))) return null;
  const [x, y, up] = axes.map((name): Reach => {
    const side = brush.find((one) => one.name === name);
    if (side === undefined) return [0, 1];
    const within = (value: number) => Math.min(1, Math.max(0, placeInView(value, ranges[name])));
    return [within(side.from), within(side.to)];
  });
  return [x, y, up].every(([from, to]) => from < to) ? [x, y, up] : null;
}

/** The edges of a box, in display coordinates. */
export function boxEdges(box: BrushBox): readonly (readonly [Point, Point])[] {
  return ([0, 1, 2] as const).flatMap((along) => [0, 1].flatMap((first) => [0, 1].map((second): readonly [Point, Point] => {
    const sides = [first, second];
    const ends = box.map((reach, axis): Reach => {
      if (axis === along) return reach;
      const at = reach[sides.shift() ?? 0];
      return [at, at];
    });
    return [[ends[0][0], ends[1][0], ends[2][0]], [ends[0][1], ends[1][1], ends[2][1]]];
  })));
}

type Point = readonly [number, number, number];
