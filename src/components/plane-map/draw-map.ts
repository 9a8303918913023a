import { areaY, axisX, axisY, contour, dot, frame, identity, line, rect, ruleX, ruleY, text, type Markish } from "@observablehq/plot";
import { cividis } from "../../design/cividis.ts";
import { CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, placeInView, type SignClass } from "../../model/index.ts";
import type { Range } from "../../state/axes.ts";
import type { ContourLine } from "../../state/contour-lines.ts";
import type { Brush } from "../../state/map-choice.ts";
import type { PlaneMap } from "../../state/plane-map.ts";
import { niceTicks } from "../../scene/nice-ticks.ts";
import { plotFigure, TRANSIENT, type PlottedFigure } from "../internal/plot-figure.ts";

const LEAST_HEIGHT = 300;
const MOST_HEIGHT = 560;
/** Height of a wide map, in parts of its width. */
const HEIGHT_SHARE = 0.66;
const MARGINS = { marginTop: 30, marginRight: 14, marginBottom: 44, marginLeft: 54 } as const;
const TICKS = 6;
const LEGEND_HEIGHT = 50;
const HATCH = "hatch";
const HALO = { stroke: "var(--tau-surface)", strokeWidth: 3, paintOrder: "stroke" } as const;
/** Half of what a level's label, and a side's name, need, CSS pixels. */
const LABEL_ROOM = 14;
const SIDE_ROOM = 50;

type Pair = readonly [number, number];

/** One axis of the map. */
export interface MapAxis {
  readonly range: Range;
  readonly title: string;
}

export interface MapDrawing {
  readonly map: PlaneMap;
  readonly across: MapAxis;
  readonly up: MapAxis;
  /** The present point; `null` where the map does not reach it. */
  readonly present: Pair | null;
  readonly presentColour: string;
  /** Where slices of the scene cut the map. */
  readonly slices: { readonly across: number | null; readonly up: number | null };
  readonly brush: Brush | null;
  /** Where the map is read; `null` where nobody reads. */
  readonly read: Pair | null;
  /** CSS pixels. */
  readonly width: number;
  readonly formatValue: (value: number) => string;
  readonly wordOf: (sign: SignClass) => string;
}

/**
 * A quantity over two parameters: bands between round levels, the sign's boundary, what is not feasible hatched, and what is chosen. The scales of the
 * figure are places, 0..1 along each axis, whatever its spacing.
 */
export function drawMap({ map, across, up, present, presentColour, slices, brush, read, width, formatValue, wordOf }: MapDrawing): PlottedFigure {
  const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, HEIGHT_SHARE * width));
  const size: Pair = [width - MARGINS.marginLeft - MARGINS.marginRight, height - MARGINS.marginTop - MARGINS.marginBottom];
  const [x, y] = [across, up].map(({ range }) => (value: number) => placeInView(value, range));
  const place = ([right, high]: Pair): Pair => [x(right), y(high)];
  const outside = map.infeasible.map(place);
  const figure = plotFigure({
    ...MARGINS, width, height, x: { domain: [0, 1] }, y: { domain: [0, 1] },
    color: { type: "threshold", domain: [...map.levels], range: [...bandColours(map.levels.length + 1)] },
    marks: [
      bands(map),
      ...lines(map.contours, { stroke: "var(--tau-text)", strokeWidth: 0.5, strokeOpacity: 0.6 }),
      ...lines(map.boundary, { stroke: "var(--tau-surface)", strokeWidth: 5 }),
      ...lines(map.boundary, { stroke: "var(--tau-text)", strokeWidth: 2.5, className: "boundary" }),
      areaY(outside, { x: "0", y1: "1", y2: 1, fill: "var(--tau-surface)" }),
      areaY(outside, { x: "0", y1: "1", y2: 1, fill: `url(#${HATCH})`, className: "infeasible" }),
      ...levelLabels(map, formatValue, size),
      ...[[CLASS_POSITIVE, map.inside.raises] as const, [CLASS_NEGATIVE, map.inside.lowers] as const]
        .flatMap(([sign, found]) => (found === null ? [] : [sideLabel(wordOf(sign), place(found), size)])),
      ...outside.slice(-1).map(([right]) => text([wordOf(CLASS_INFEASIBLE)], { x: [right], y: [1], textAnchor: "end", dx: -6, dy: 14, fill: "var(--tau-text)", ...HALO })),
      frame({ stroke: "var(--tau-muted)" }),
      slices.across === null ? null : ruleX([x(slices.across)], { stroke: "var(--tau-text)", strokeDasharray: "6 4", className: "slice" }),
      slices.up === null ? null : ruleY([y(slices.up)], { stroke: "var(--tau-text)", strokeDasharray: "6 4", className: "slice" }),
      brush === null ? null : rect([0], {
        x1: [x(brush[0].from)], x2: [x(brush[0].to)], y1: [y(brush[1].from)], y2: [y(brush[1].to)],
        fill: "var(--tau-accent)", fillOpacity: 0.18, stroke: "var(--tau-accent)", strokeWidth: 2, clip: true, className: "brush",
      }),
      ...(present === null ? [] : pointMarks(place(present), presentColour)),
      ...(read === null ? [] : crosshair(place(read))),
      ...axes(across, up),
    ],
  });
  figure.prepend(hatchPattern());
  return figure;
}

function axes(across: MapAxis, up: MapAxis): Markish[] {
  const [x, y] = [across, up].map(({ range: { min, max, spacing } }) => new Map(niceTicks(min, max, TICKS, spacing).map(({ position, label }) => [position, label])));
  const style = { tickSize: 4, label: null, fill: "var(--tau-muted)", stroke: "var(--tau-muted)" } as const;
  return [
    axisX([...x.keys()], { ...style, tickFormat: (position: number) => x.get(position) ?? "" }),
    axisY([...y.keys()], { ...style, tickFormat: (position: number) => y.get(position) ?? "" }),
    text([across.title], { frameAnchor: "bottom", dy: MARGINS.marginBottom - 8, fill: "var(--tau-text)" }),
    text([`↑ ${up.title}`], { frameAnchor: "top-left", dy: 8 - MARGINS.marginTop, dx: 8 - MARGINS.marginLeft, fill: "var(--tau-text)" }),
  ];
}

/** The grid's points are the middles of Plot's cells, so the cells reach half a step beyond the axes, and are cut off there. */
function bands({ grid: { count }, continued, levels }: PlaneMap): Markish {
  const half = 0.5 / (count - 1);
  return contour(continued, {
    width: count, height: count, x1: -half, x2: 1 + half, y1: -half, y2: 1 + half, fill: identity, stroke: "none", clip: true, thresholds: [-Number.MAX_VALUE, ...levels],
  });
}

function lines(found: readonly ContourLine[], style: Readonly<Record<string, string | number>>): Markish[] {
  return found.map(({ points }) => line(points.map(([x, y]): [number, number] => [x, y]), { ...style, clip: true }));
}

/** The value of each level, once, in the middle of its longest line, unless another stands there already. */
function levelLabels({ levels, contours }: PlaneMap, formatValue: MapDrawing["formatValue"], [width, height]: Pair): Markish[] {
  const placed: Pair[] = [];
  return levels.flatMap((level) => {
    const longest = contours.filter((one) => one.level === level).reduce<ContourLine | null>((best, one) => (one.points.length > (best?.points.length ?? 0) ? one : best), null);
    if (longest === null) return [];
    const [x, y] = longest.points[Math.floor(longest.points.length / 2)];
    const isFree = x * width > LABEL_ROOM && placed.every(([right, high]) => Math.hypot((x - right) * width, (y - high) * height) > 2 * LABEL_ROOM);
    if (!isFree) return [];
    placed.push([x, y]);
    return [text([formatValue(level)], { x: [x], y: [y], fill: "var(--tau-text)", ...HALO })];
  });
}

function sideLabel(word: string, [x, y]: Pair, [width]: Pair): Markish {
  const least = SIDE_ROOM / width;
  return text([word], { x: [Math.min(1 - least, Math.max(least, x))], y: [y], fill: "var(--tau-text)", fontWeight: 600, fontSize: 12, ...HALO });
}

/** The present point: a ball in a light and a dark ring, as in the scene. */
function pointMarks([x, y]: Pair, colour: string): Markish[] {
  return [
    dot([0], { x: [x], y: [y], r: 8, fill: "var(--tau-surface)", stroke: "var(--tau-text)", strokeWidth: 1.5 }),
    dot([0], { x: [x], y: [y], r: 5, fill: colour, className: "present" }),
  ];
}

function crosshair([x, y]: Pair): Markish[] {
  return ([[3, "var(--tau-surface)"], [1, "var(--tau-text)"]] as const).flatMap(([strokeWidth, stroke]) =>
    [ruleX([x], { stroke, strokeWidth, className: TRANSIENT }), ruleY([y], { stroke, strokeWidth, className: TRANSIENT })]);
}

function bandColours(count: number): readonly string[] {
  return Array.from({ length: count }, (_, k) => cividis(count === 1 ? 0.5 : k / (count - 1)));
}

/** Fine lines for what is not feasible: never a colour of the scale. */
function hatchPattern(): SVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>, ...children: readonly SVGElement[]) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const stroke = make("line", { x1: "0", y1: "0", x2: "0", y2: "6", stroke: "var(--tau-hatch)", "stroke-width": "2" });
  return make("defs", {}, make("pattern", { id: HATCH, width: "6", height: "6", patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, stroke));
}

/** The bands of colour in a row, with the levels between them, below what they mean. */
export function drawLegend(levels: readonly number[], title: string, width: number, formatValue: (value: number) => string): PlottedFigure {
  const colours = bandColours(levels.length + 1);
  return plotFigure({
    width, height: LEGEND_HEIGHT, marginLeft: MARGINS.marginLeft, marginRight: MARGINS.marginRight, marginTop: 18, marginBottom: 20,
    x: { domain: [0, colours.length] }, color: { type: "identity" },
    marks: [
      text([title], { frameAnchor: "top-left", dy: -16, fill: "var(--tau-text)" }),
      rect(colours, { x1: (_, k: number) => k, x2: (_, k: number) => k + 1, fill: identity }),
      axisX(levels.map((_, k) => k + 1), { tickFormat: (k: number) => formatValue(levels[k - 1]), tickSize: 3, label: null, fill: "var(--tau-muted)", stroke: "var(--tau-muted)" }),
    ],
  });
}
