import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { EngineSeries } from "../../benchmark/chart-data.ts";
import type { ChartTable } from "../../state/chart-table.ts";
import { fileKey } from "../figure-frame/file-key.ts";
import "../figure-frame/tau-figure-frame.ts";
import { ChartElement, chartStyles, plotStyles } from "../internal/chart-element.ts";
import { ENGINE_MARKS, ENGINE_SAMPLE, engineSample } from "./engine-marks.ts";
import { logAxis, spreadLabels, type LogAxis } from "./log-layout.ts";

/** A value that all engines are held against: a line across the chart, named at its end. */
export interface ReferenceLine {
  readonly label: string;
  readonly value: number;
}

/** What a chart with two logarithmic axes shows. */
export interface LogChart {
  readonly title: string;
  /** Its title among all charts of the page. */
  readonly heading: string;
  /** Name of the files to be saved, without their ending. */
  readonly file: string;
  readonly table: () => ChartTable;
  /** What it says, in words. */
  readonly sentence: string;
  readonly series: readonly EngineSeries[];
  readonly references: readonly ReferenceLine[];
  readonly formatValue: (value: number) => string;
  /** A number of points an axis. */
  readonly formatSize: (size: number) => string;
}

const HEIGHT = 220;
const TOP = 8;
const BOTTOM = 26;
const LEFT = 62;
const RIGHT = 14;
/** Room for the names of reference lines. */
const NAMES = 92;
const LABEL_HEIGHT = 13;

/** Engines over the size of the sweep, both axes logarithmic: a straight line is a power of the size. */
@customElement("tau-log-chart")
export class LogChartElement extends ChartElement {
  static override styles = [...chartStyles, plotStyles];

  @property({ attribute: false }) chart: LogChart | undefined;

  override render(): TemplateResult | typeof nothing {
    const { chart } = this;
    if (chart === undefined) return nothing;
    return html`
      <h4>${chart.title}</h4>
      <p class="says">${chart.sentence}</p>
      <tau-figure-frame .file=${chart.file} .heading=${chart.heading} .sentence=${chart.sentence} .table=${chart.table}>
        ${this.width === 0 ? nothing : [this.renderPlot(chart), this.renderFileKey(chart)]}
      </tau-figure-frame>`;
  }

  private renderFileKey({ series }: LogChart): TemplateResult {
    return fileKey(series.map(({ engine }) => ({ sample: engineSample(engine), label: engine })), ENGINE_SAMPLE, this.width);
  }

  private renderPlot(chart: LogChart): TemplateResult {
    const marks = chart.series.flatMap(({ points }) => points);
    const right = this.width - (chart.references.length > 0 ? NAMES : RIGHT);
    const sizes = new Map(marks.map(({ points, size }) => [points, size]));
    const x = logAxis([...sizes.keys()], [LEFT, right], [...sizes.keys()]);
    const y = logAxis([...marks.flatMap(({ low, high }) => [low, high]), ...chart.references.map(({ value }) => value)], [HEIGHT - BOTTOM, TOP]);
    return html`<svg role="img" aria-label="${chart.title}: ${chart.sentence}" width=${this.width} height=${HEIGHT} viewBox="0 0 ${this.width} ${HEIGHT}">
      ${y.ticks.map((tick) => svg`
        <line class="rule" x1=${LEFT} x2=${right} y1=${y.place(tick)} y2=${y.place(tick)}></line>
        <text class="muted" x=${LEFT - 8} y=${y.place(tick)} text-anchor="end" dominant-baseline="central">${chart.formatValue(tick)}</text>`)}
      <line class="axis" x1=${LEFT} x2=${right} y1=${HEIGHT - BOTTOM} y2=${HEIGHT - BOTTOM}></line>
      ${[...sizes].map(([points, size]) => svg`
        <line class="axis" x1=${x.place(points)} x2=${x.place(points)} y1=${HEIGHT - BOTTOM} y2=${HEIGHT - BOTTOM + 4}></line>
        <text class="muted" x=${x.place(points)} y=${HEIGHT - 6} text-anchor="middle">${chart.formatSize(size)}</text>`)}
      ${this.renderReferences(chart.references, y, right)}
      ${chart.series.map((series) => this.renderSeries(series, x, y))}
    </svg>`;
  }

  private renderReferences(references: readonly ReferenceLine[], y: LogAxis, right: number): SVGTemplateResult[] {
    const labels = spreadLabels(references.map(({ label, value }) => ({ text: label, at: y.place(value) })), LABEL_HEIGHT);
    return labels.map(({ text, at, y: middle }) => svg`
      <line class="axis" stroke-dasharray="4 3" x1=${LEFT} x2=${right} y1=${at} y2=${at}></line>
      <line class="rule" x1=${right} x2=${right + 8} y1=${at} y2=${middle}></line>
      <text x=${right + 11} y=${middle} dominant-baseline="central">${text}</text>`);
  }

  private renderSeries({ engine, points }: EngineSeries, x: LogAxis, y: LogAxis): SVGTemplateResult {
    const { colour, shape } = ENGINE_MARKS[engine];
    const placed = points.filter(({ middle, low }) => middle > 0 && low > 0);
    return svg`<g>
      <polyline fill="none" stroke-width="1.5" stroke=${colour} points=${placed.map((one) => `${x.place(one.points)},${y.place(one.middle)}`).join(" ")}></polyline>
      ${placed.map((one) => svg`<g transform="translate(${x.place(one.points)} 0)">
        <line x1="0" x2="0" y1=${y.place(one.low)} y2=${y.place(one.high)} stroke=${colour} stroke-width="1.5"></line>
        <path transform="translate(0 ${y.place(one.middle)})" d=${shape} fill=${colour} stroke="var(--tau-surface)" stroke-width="1"></path>
      </g>`)}
    </g>`;
  }
}
