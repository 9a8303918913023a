import { dot, ruleX, ruleY, text, type Markish } from "@observablehq/plot";
import { svg, type SVGTemplateResult } from "lit";
import { pointsOf, yearsWithout, type EvidenceChart, type EvidencePoint } from "../../state/evidence/evidence-charts.ts";
import { plotFigure } from "../internal/plot-figure.ts";

/** CSS pixels, whatever the width. */
export const HEIGHT = 220;
/** Series of one year stand side by side: at most so many pixels apart. */
const APART = 30;
const COLOURS = ["var(--tau-series1)", "var(--tau-series4)", "var(--tau-series3)", "var(--tau-series5)"] as const;
const SYMBOLS = ["circle", "square", "triangle", "diamond"] as const;
/** The symbols in a box of 12 by 12, for the key. */
const OUTLINES = ["M6 1A5 5 0 1 1 6 11A5 5 0 1 1 6 1", "M1.5 1.5H10.5V10.5H1.5Z", "M6 0.5L11.5 11H0.5Z", "M6 0L11 6L6 12L1 6Z"] as const;
/** Room beside the first and the last year, in parts of the time between them. */
const MARGIN_SHARE = 0.12;

/** A series' symbol in its colour, in a box of 12 by 12. `k` counts the series of a chart. */
export function sampleOf(k: number): SVGTemplateResult {
  return svg`<path d=${OUTLINES[k]} fill=${COLOURS[k]}></path>`;
}

/** Each number a symbol on a stem, `width` CSS pixels wide; nothing is drawn between two years. */
export function drawEvidence(chart: EvidenceChart, width: number): SVGSVGElement {
  const points = pointsOf(chart);
  const years = [...new Set(points.map(({ year }) => year))];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const margin = Math.max(1, (last - first) * MARGIN_SHARE);
  const apart = Math.min(APART, width / 16);
  return plotFigure({
    width, height: HEIGHT, marginLeft: 44, marginRight: 12, marginTop: 24, marginBottom: 28,
    x: { type: "linear", domain: [first - margin, last + margin], label: null, ticks: years, tickFormat: (year: number) => String(year) },
    y: { type: "linear", label: null, grid: true, nice: true, zero: true, domain: [0, Math.max(...points.map(({ value }) => value))], ticks: 4 },
    marks: [
      ruleY([0], { stroke: "var(--tau-muted)" }),
      dot(yearsWithout(chart), { x: (year: number) => year, y: () => 0, r: 2, fill: "var(--tau-muted)" }),
      ...chart.series.flatMap((series, k) => marksOf(points.filter((point) => point.series === series), k, (k - (chart.series.length - 1) / 2) * apart)),
    ],
  });
}

function marksOf(points: readonly EvidencePoint[], k: number, dx: number): Markish[] {
  const stroke = COLOURS[k];
  const at = { x: "year", dx } as const;
  return [
    ...[false, true].map((wanted) => ruleX(points.filter(({ isForecast }) => isForecast === wanted),
      { ...at, y1: 0, y2: "value", stroke, strokeWidth: 2, strokeDasharray: wanted ? "3 3" : "none" })),
    dot(points, { ...at, y: "value", r: 4.5, symbol: SYMBOLS[k], stroke, strokeWidth: 2, fill: ({ isForecast }: EvidencePoint) => (isForecast ? "var(--tau-surface)" : stroke) }),
    text(points, { ...at, y: "value", dy: -13, text: ({ value }: EvidencePoint) => value.toFixed(1), fill: "var(--tau-text)", fontSize: 11 }),
  ];
}
