import { line, ruleX, ruleY, text } from "@observablehq/plot";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ChartElement, chartStyles, plotStyles } from "../internal/chart-element.ts";
import { named, plotFigure } from "../internal/plot-figure.ts";
import { formatNumber } from "../../state/format.ts";
import type { ConclusionChart, Series } from "./conclusion-charts.ts";

const HEIGHT = 260;
const MARK_ROW = 14;
const DASH = "5 4";

/** A conclusion's lines, with their key and a sentence that says what they show. */
@customElement("tau-conclusion-chart")
export class ConclusionChartElement extends ChartElement {
  static override styles = [...chartStyles, plotStyles, css`
    .key { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; margin: 6px 0 0; padding: 0; font-size: 0.8125rem; }
    .key svg { display: inline-block; width: 26px; vertical-align: middle; margin-right: 6px; }
    .plot { overflow: visible; }
  `];

  @property({ attribute: false }) chart: ConclusionChart | undefined;

  override render(): TemplateResult | typeof nothing {
    const { chart } = this;
    if (chart === undefined) return nothing;
    return html`
      <h3>${this.text(chart.title)}</h3>
      <p class="says">${this.text(chart.sentence)}</p>
      ${this.width === 0 ? nothing : this.draw(chart)}
      ${chart.series.length < 2 ? nothing : html`<ul class="key">${chart.series.map((series) => this.renderKey(series))}</ul>`}`;
  }

  private draw({ title, sentence, x, y, isLogarithmic, level, marks, series }: ConclusionChart): SVGSVGElement {
    const type = isLogarithmic ? "log" as const : "linear" as const;
    const figure = plotFigure({
      width: this.width, height: HEIGHT, marginLeft: 48, marginRight: 14, marginTop: 24 + MARK_ROW * marks.length, marginBottom: 36,
      x: { type, label: this.text(x), labelAnchor: "center", labelArrow: "none", ticks: 5, tickFormat: (value: number) => formatNumber(value, 3) },
      y: { type, label: this.text(y), labelArrow: "none", ticks: 5, nice: !isLogarithmic, grid: true, tickFormat: (value: number) => formatNumber(value, 3) },
      marks: [
        ruleY([level], { stroke: "var(--tau-muted)" }),
        ruleX(marks.map((mark) => mark.x), { stroke: "var(--tau-muted)", strokeDasharray: "2 3" }),
        // One row a mark, so that labels of near places do not meet.
        ...marks.map((mark, row) => text([mark], { x: "x", text: "label", frameAnchor: "top", dy: -MARK_ROW * (row + 0.5), textAnchor: "middle", fill: "var(--tau-text)" })),
        ...series.map(({ points, colour, isDashed }) => line(points as [number, number][], { stroke: colour, strokeWidth: 2, strokeDasharray: isDashed ? DASH : "none" })),
      ],
    });
    return named(figure, { "aria-label": `${this.text(title)}. ${this.text(sentence)}` });
  }

  private renderKey({ label, colour, isDashed }: Series): TemplateResult {
    return html`<li><svg width="26" height="8" aria-hidden="true"><line x1="0" x2="26" y1="4" y2="4" stroke=${colour} stroke-width="2" stroke-dasharray=${isDashed ? DASH : "none"}></line></svg>${this.text(label)}</li>`;
  }
}
