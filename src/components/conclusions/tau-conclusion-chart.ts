import { line, ruleX, ruleY, text } from "@observablehq/plot";
import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { fileKey } from "../figure-frame/file-key.ts";
import "../figure-frame/tau-figure-frame.ts";
import { ChartElement, chartStyles, plotStyles } from "../internal/chart-element.ts";
import { named, plotFigure } from "../internal/plot-figure.ts";
import { formatNumber } from "../../state/format.ts";
import { conclusionTable, type ConclusionChart, type Series } from "./conclusion-charts.ts";

const HEIGHT = 260;
const MARK_ROW = 14;
const DASH = "5 4";
/** Width of a line of the key. */
const SAMPLE = 26;

/** A conclusion's lines, with their key and a sentence that says what they show. */
@customElement("tau-conclusion-chart")
export class ConclusionChartElement extends ChartElement {
  static override styles = [...chartStyles, plotStyles, css`
    .key { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; margin: 6px 0 0; padding: 0; font-size: 0.8125rem; }
    .key svg { display: inline-block; width: 26px; vertical-align: middle; margin-right: 6px; }
    .plot { overflow: visible; }
  `];

  @property({ attribute: false }) chart: ConclusionChart | undefined;
  /** Name of the files to be saved, without their ending. */
  @property() file = "conclusion";

  override render(): TemplateResult | typeof nothing {
    const { chart } = this;
    if (chart === undefined) return nothing;
    return html`
      <h3>${this.text(chart.title)}</h3>
      <p class="says">${this.text(chart.sentence)}</p>
      <tau-figure-frame .file=${this.file} .heading=${this.text(chart.title)} .sentence=${this.text(chart.sentence)} .table=${() => conclusionTable(chart, this.language)}>
        ${this.width === 0 ? nothing : this.renderPicture(chart)}
      </tau-figure-frame>
      ${chart.series.length < 2 ? nothing : html`<ul class="key">${chart.series.map((series) => this.renderKey(series))}</ul>`}`;
  }

  private renderPicture(chart: ConclusionChart): readonly (SVGSVGElement | TemplateResult)[] {
    const key = chart.series.map((series) => ({ sample: this.sample(series), label: this.text(series.label) }));
    return key.length < 2 ? [this.draw(chart)] : [this.draw(chart), fileKey(key, SAMPLE, this.width)];
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

  private renderKey(series: Series): TemplateResult {
    return html`<li><svg width=${SAMPLE} height="12" aria-hidden="true">${this.sample(series)}</svg>${this.text(series.label)}</li>`;
  }

  private sample({ colour, isDashed }: Series): SVGTemplateResult {
    return svg`<line x1="0" x2=${SAMPLE} y1="6" y2="6" stroke=${colour} stroke-width="2" stroke-dasharray=${isDashed ? DASH : "none"}></line>`;
  }
}
