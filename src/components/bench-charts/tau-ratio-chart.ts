import { msg } from "@lit/localize";
import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatRatio } from "../../benchmark/bench-format.ts";
import { describeSize, jobOf, VERDICT_LABELS } from "../../benchmark/bench-labels.ts";
import type { BenchPair } from "../../benchmark/compare-bench.ts";
import { ratioTable } from "../../state/benchmark/bench-chart-tables.ts";
import { formatNumber } from "../../state/format.ts";
import "../figure-frame/tau-figure-frame.ts";
import { ChartElement, chartStyles } from "../internal/chart-element.ts";
import { logAxis, type LogAxis } from "./log-layout.ts";

const ROW = 22;
const HEAD = 22;
const NARROW = 520;

/** How many times as long B took as A, a row a pair, slowest first: the ratio, where it lies with 95 %, and 1 as a line. */
@customElement("tau-ratio-chart")
export class RatioChartElement extends ChartElement {
  static override styles = [...chartStyles, css`
    .mark { fill: var(--tau-accent); stroke: var(--tau-accent); stroke-width: 2; }
  `];

  @property({ attribute: false }) pairs: readonly BenchPair[] = [];

  override render(): TemplateResult | typeof nothing {
    const pairs = this.pairs.filter(({ ratio }) => ratio !== null && ratio > 0).sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
    if (pairs.length === 0) return nothing;
    const [title, sentence] = [msg("Time of B over that of A"), msg("The table below holds every figure.")];
    return html`
      <h3>${title}</h3>
      <tau-figure-frame file="benchmark-comparison" .heading=${title} .sentence=${sentence} .table=${() => ratioTable(pairs, this.language)}>
        ${this.width === 0 ? nothing : this.renderPlot(pairs, `${title}. ${sentence}`)}
      </tau-figure-frame>`;
  }

  private renderPlot(pairs: readonly BenchPair[], name: string): TemplateResult {
    const names = this.width < NARROW ? 150 : 230;
    const height = HEAD + pairs.length * ROW;
    const spread = pairs.flatMap(({ ratio, interval }) => [ratio ?? 1, ...(interval ?? [])]);
    const reach = Math.max(1.1, ...spread.map((value) => Math.max(value, 1 / value)));
    const x = logAxis([1 / reach, reach], [names, this.width - 62]);
    return html`
      <svg role="img" aria-label=${name} width=${this.width} height=${height} viewBox="0 0 ${this.width} ${height}">
        ${[1 / reach, 1, reach].map((tick) => svg`
          <line class=${tick === 1 ? "axis" : "rule"} x1=${x.place(tick)} x2=${x.place(tick)} y1=${HEAD - 6} y2=${height}></line>
          <text class="muted" x=${x.place(tick)} y="10" text-anchor="middle">${formatNumber(tick, 3)}</text>`)}
        ${pairs.map((pair, k) => this.renderPair(pair, HEAD + (k + 0.5) * ROW, x, names))}
      </svg>`;
  }

  private renderPair({ job, size, engine, ratio, interval, verdict }: BenchPair, y: number, x: LogAxis, names: number): SVGTemplateResult {
    const name = this.width < NARROW ? `${this.text(jobOf(job).label)} ${describeSize(job, size)}` : `${this.text(jobOf(job).label)} ${describeSize(job, size)}, ${engine}`;
    return svg`<g>
      <title>${name}: ${formatRatio(ratio, this.language)}, ${VERDICT_LABELS[verdict][this.language]}</title>
      <text x=${names - 14} y=${y} text-anchor="end" dominant-baseline="central">${name}</text>
      ${interval === null ? nothing : svg`<line class="mark" x1=${x.place(interval[0])} x2=${x.place(interval[1])} y1=${y} y2=${y}></line>`}
      <circle class="mark" cx=${x.place(ratio ?? 1)} cy=${y} r="4"></circle>
      <text x=${this.width} y=${y} text-anchor="end" dominant-baseline="central">${formatRatio(ratio, this.language)}</text>
    </g>`;
  }
}
