import { axisX, axisY, gridY, line, link, ruleX, ruleY, text, type Markish } from "@observablehq/plot";
import type { PriceMode, Rule } from "../../model/index.ts";
import type { GrowthCurve, GrowthFigure } from "../../state/growth-figure.ts";
import { plotFigure, TRANSIENT, type PlottedFigure } from "../internal/plot-figure.ts";

export const RULE_COLOURS: Readonly<Record<Rule, string>> = { report: "var(--tau-series1)", household: "var(--tau-series3)", planner: "var(--tau-series4)" };
export const DASHES: Readonly<Record<PriceMode, string>> = { given: "none", equilibrium: "6 4" };
export const PRESENT_WIDTH = 3.5;
export const OTHER_WIDTH = 1.5;

const LEAST_HEIGHT = 300;
const MOST_HEIGHT = 460;
/** Height of a wide plot, in parts of its width. */
const HEIGHT_SHARE = 0.42;
/** From the axis of τ to the foot of the picture, CSS pixels. */
export const AXIS_ROOM = 42;
const MARGINS = { marginTop: 52, marginBottom: AXIS_ROOM, marginLeft: 54, marginRight: 14 } as const;
const MARK_ROW = 15;
/** A label stands on the left of its line where there is no room on the right. */
const LABEL_ROOM = 90;
const KEY_ROW = 18;
/** Length of a sample line of the key, in parts of its column. */
const KEY_SAMPLE = 0.12;

/** A compute share that is marked by a line from top to bottom. */
export interface TauMark {
  readonly tau: number;
  readonly label: string;
  readonly isPresent: boolean;
}

export interface GrowthDrawing {
  readonly figure: GrowthFigure;
  readonly marks: readonly TauMark[];
  /** Where the curves are read; `null` where nobody reads. */
  readonly read: number | null;
  readonly isPresent: (rule: Rule, prices: PriceMode) => boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly axisTitle: string;
  readonly formatGrowth: (growth: number) => string;
}

/** Figure 7: a curve a rule and price mode over τ, growth upwards. */
export function drawGrowth({ figure: { taus, curves }, marks, read, isPresent, width, axisTitle, formatGrowth }: GrowthDrawing): PlottedFigure {
  const values = curves.flatMap(({ growth }) => growth);
  const curve = ({ rule, prices, growth }: GrowthCurve): Markish => line(taus.map((tau, k) => [tau, growth[k]]), {
    stroke: RULE_COLOURS[rule], strokeWidth: isPresent(rule, prices) ? PRESENT_WIDTH : OTHER_WIDTH, strokeDasharray: DASHES[prices], className: "curve",
  });
  return plotFigure({
    ...MARGINS, width, height: Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, HEIGHT_SHARE * width)),
    x: { domain: [0, 1] }, y: { domain: [Math.min(0, ...values), Math.max(0, ...values)], nice: true },
    marks: [
      gridY({ ticks: 5, stroke: "var(--tau-line)", strokeOpacity: 1 }),
      axisY({ ticks: 5, tickSize: 0, tickFormat: formatGrowth, label: null, fill: "var(--tau-muted)" }),
      axisX({ ticks: 5, tickSize: 0, label: null, fill: "var(--tau-muted)" }),
      text([axisTitle], { frameAnchor: "bottom", dy: AXIS_ROOM - 8, fill: "var(--tau-text)" }),
      ruleY([0], { stroke: "var(--tau-muted)" }),
      ...marks.flatMap((mark, row) => tauMark(mark, row, width)),
      ...curves.map(curve),
      read === null ? null : ruleX([read], { stroke: "var(--tau-accent)", className: TRANSIENT }),
    ],
  });
}

function tauMark({ tau, label, isPresent }: TauMark, row: number, width: number): Markish[] {
  const below = MARGINS.marginTop - 10 - row * MARK_ROW;
  const span = width - MARGINS.marginLeft - MARGINS.marginRight;
  const isLeft = (1 - tau) * span < LABEL_ROOM;
  return [
    ruleX([tau], isPresent ? { insetTop: -below - 6, stroke: "var(--tau-text)" } : { insetTop: -below - 6, stroke: "var(--tau-muted)", strokeDasharray: "2 3" }),
    text([label], { x: [tau], frameAnchor: "top", dy: -below - 4, dx: isLeft ? -5 : 5, textAnchor: isLeft ? "end" : "start", fill: "var(--tau-text)" }),
  ];
}

/** A line of the key: what a curve is called. */
export interface KeyEntry {
  readonly rule: Rule;
  readonly prices: PriceMode;
  readonly label: string;
}

/** The key to the curves, for a picture that leaves the page; on the page the table of values is the key. One column of entries a price mode. */
export function drawKey(entries: readonly KeyEntry[], isPresent: GrowthDrawing["isPresent"], width: number): PlottedFigure {
  const columns = [...new Set(entries.map(({ prices }) => prices))];
  const rows = [...new Set(entries.map(({ rule }) => rule))];
  return plotFigure({
    width, height: rows.length * KEY_ROW + 16, marginLeft: MARGINS.marginLeft, marginRight: MARGINS.marginRight, marginTop: 8, marginBottom: 8,
    x: { domain: [0, columns.length], axis: null }, y: { domain: [rows.length, 0], axis: null },
    marks: entries.flatMap(({ rule, prices, label }) => {
      const [x, y] = [columns.indexOf(prices), rows.indexOf(rule) + 0.5];
      return [
        link([0], { x1: [x], x2: [x + KEY_SAMPLE], y1: [y], y2: [y], stroke: RULE_COLOURS[rule], strokeDasharray: DASHES[prices], strokeWidth: isPresent(rule, prices) ? PRESENT_WIDTH : OTHER_WIDTH }),
        text([label], { x: [x + KEY_SAMPLE], y: [y], dx: 6, textAnchor: "start", fill: "var(--tau-text)" }),
      ];
    }),
  });
}
