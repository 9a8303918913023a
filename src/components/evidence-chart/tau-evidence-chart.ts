import { msg, str } from "@lit/localize";
import { dot, ruleX, ruleY, text, tickX } from "@observablehq/plot";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { pointsOf, yearsWithout, type EvidenceChart, type EvidencePoint } from "../../state/evidence/evidence-charts.ts";
import type { EvidenceSeries } from "../../state/evidence/evidence-schema.ts";
import { evidenceText } from "../../state/evidence/evidence-texts.ts";
import { ChartElement, chartStyles, plotStyles } from "../internal/chart-element.ts";
import { plotFigure } from "../internal/plot-figure.ts";

const HEIGHT = 220;
/** Series of one year stand side by side, this many pixels apart. */
const APART = 30;
const COLOURS = ["var(--tau-series1)", "var(--tau-series4)", "var(--tau-series3)", "var(--tau-series5)"] as const;
const SHAPES = ["circle", "square", "triangle", "diamond"] as const;
/** Room for a label that stands beside the first or the last year. */
const MARGIN_YEARS = 0.12;

/**
 * Numbers of the report over the years, each a dot on a stem: nothing is drawn between two years, for nothing is printed there. Years
 * without a number have a small tick on the axis; forecasts are hollow.
 */
@customElement("tau-evidence-chart")
export class EvidenceChartElement extends ChartElement {
  static override styles = [...chartStyles, plotStyles, css`
    :host { display: grid; align-content: start; }
    .key { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 4px 0; padding: 0; font-size: 0.8125rem; }
    .key svg { display: inline-block; width: 12px; height: 12px; margin-right: 5px; vertical-align: -1px; }
    .source { font-size: 0.8125rem; margin-top: 4px; }
    details { font-size: 0.8125rem; margin-top: 4px; }
    summary { min-height: 24px; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: 3px 14px 3px 0; text-align: left; font-weight: 400; border-top: 1px solid var(--tau-line); }
    thead th { border-top: 0; color: var(--tau-muted); }
    .right { text-align: right; }
  `];

  @property({ attribute: false }) chart: EvidenceChart | undefined;

  override render(): TemplateResult | typeof nothing {
    const { chart } = this;
    if (chart === undefined) return nothing;
    const { unit } = chart.series[0];
    const sections = [...new Set(chart.series.map((series) => this.text(evidenceText(series.section))))];
    return html`
      <h3 id="title">${this.text(chart.title)} <span class="muted small">${this.text(evidenceText(unit))}</span></h3>
      <p class="says" id="says">${this.sentence(chart)}</p>
      ${chart.series.length === 1 ? nothing : html`<ul class="key">${chart.series.map((series, k) => html`<li>${this.renderSample(k)}${this.text(series)}</li>`)}</ul>`}
      <div role="img" aria-labelledby="title" aria-describedby="says">${this.width === 0 ? nothing : this.draw(chart)}</div>
      <p class="source muted">${msg(str`Source: the report, ${sections.join(this.language === "zh" ? "、" : ", ")}.`)}</p>
      <details><summary>${msg("The numbers")}</summary>${this.renderTable(chart, this.text(evidenceText(unit)))}</details>`;
  }

  private sentence(chart: EvidenceChart): string {
    const without = yearsWithout(chart).length;
    const said = chart.series.map((series) => {
      const numbers = series.points.map(([year, value]) => `${year}: ${value.toFixed(1)}`).join(this.language === "zh" ? "，" : ", ");
      return chart.series.length === 1 ? numbers : `${this.text(series)}${this.language === "zh" ? "：" : " – "}${numbers}`;
    }).join(this.language === "zh" ? "；" : "; ");
    if (without === 0) return msg(str`${said}.`);
    return msg(str`${said}. The ${without} years without a number are left empty.`);
  }

  private draw(chart: EvidenceChart): SVGSVGElement {
    const points = pointsOf(chart);
    const years = points.map(({ year }) => year);
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const margin = Math.max(1, last - first) * MARGIN_YEARS + 0.3;
    return plotFigure({
      width: this.width, height: HEIGHT, marginLeft: 44, marginRight: 12, marginTop: 24, marginBottom: 28,
      x: { type: "linear", domain: [first - margin, last + margin], label: null, ticks: [...new Set(years)], tickFormat: (year: number) => String(year), tickSize: 6 },
      y: { label: null, grid: true, nice: true, domain: [0, Math.max(...points.map(({ value }) => value))], ticks: 4 },
      marks: [
        ruleY([0], { stroke: "var(--tau-muted)" }),
        tickX(yearsWithout(chart).map((year) => ({ year })), { x: "year", y: () => 0, stroke: "var(--tau-line)", strokeWidth: 2 }),
        ...chart.series.flatMap((series, k) => this.marks(points.filter((point) => point.series === series), k, chart.series)),
      ],
    });
  }

  private marks(points: readonly EvidencePoint[], k: number, all: readonly EvidenceSeries[]) {
    const dx = (k - (all.length - 1) / 2) * Math.min(APART, this.width / 14);
    const stroke = COLOURS[k];
    const at = { x: "year", dx } as const;
    return [
      ...[false, true].map((wanted) => ruleX(points.filter(({ isForecast }) => isForecast === wanted),
        { ...at, y1: 0, y2: "value", stroke, strokeWidth: 2, strokeDasharray: wanted ? "3 3" : "none" })),
      dot(points, { ...at, y: "value", r: 4.5, symbol: SHAPES[k], stroke, strokeWidth: 2, fill: ({ isForecast }: EvidencePoint) => (isForecast ? "var(--tau-surface)" : stroke) }),
      text(points, { ...at, y: "value", dy: -12, text: ({ value }: EvidencePoint) => value.toFixed(1), fill: "var(--tau-text)", fontSize: 11 }),
    ];
  }

  private renderSample(k: number): TemplateResult {
    const shapes = [
      html`<svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5" fill=${COLOURS[0]}></circle></svg>`,
      html`<svg viewBox="0 0 12 12" aria-hidden="true"><rect x="1.5" y="1.5" width="9" height="9" fill=${COLOURS[1]}></rect></svg>`,
      html`<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M6 0.5L11.5 11H0.5Z" fill=${COLOURS[2]}></path></svg>`,
      html`<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M6 0L11 6L6 12L1 6Z" fill=${COLOURS[3]}></path></svg>`,
    ];
    return shapes[k];
  }

  private renderTable(chart: EvidenceChart, unit: string): TemplateResult {
    return html`<table aria-labelledby="title">
      <thead><tr><th scope="col">${msg("Series")}</th><th scope="col">${msg("Year")}</th><th scope="col" class="right">${unit}</th><th scope="col"></th></tr></thead>
      <tbody>${pointsOf(chart).map(({ series, year, value, isForecast }) => html`<tr>
        <th scope="row">${this.text(series)}</th><td>${year}</td><td class="right">${value.toFixed(1)}</td><td class="muted">${isForecast ? msg("forecast") : ""}</td>
      </tr>`)}</tbody>
    </table>`;
  }
}
