import { msg, str } from "@lit/localize";
import { scaleLinear } from "d3-scale";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatSeconds } from "../../benchmark/bench-format.ts";
import { describeSize, jobOf } from "../../benchmark/bench-labels.ts";
import type { BarGroup, TimeBar } from "../../benchmark/chart-data.ts";
import { barTable } from "../../state/benchmark/bench-chart-tables.ts";
import { formatNumber } from "../../state/format.ts";
import "../figure-frame/tau-figure-frame.ts";
import { ChartElement } from "../internal/chart-element.ts";
import { ENGINE_MARKS } from "./engine-marks.ts";

const ROW = 26;
const BAR = 14;
const NAME_WIDTH = 88;
const VALUE_WIDTH = 76;

/** One job at one size: a bar to the median of each engine, a whisker from the lower quartile to the 95th percentile. Bars begin at nought. */
@customElement("tau-bar-chart")
export class BarChartElement extends ChartElement {
  @property({ attribute: false }) group: BarGroup | undefined;

  override render(): TemplateResult | typeof nothing {
    const { group } = this;
    if (group === undefined) return nothing;
    const says = this.sentence(group);
    const height = group.bars.length * ROW;
    const end = Math.max(NAME_WIDTH + 20, this.width - VALUE_WIDTH);
    const scale = scaleLinear().domain([0, Math.max(...group.bars.map(({ high }) => high))]).range([NAME_WIDTH, end]);
    const title = this.text(jobOf(group.job).label);
    return html`
      <h4>${title}</h4>
      <p class="says">${says}</p>
      <tau-figure-frame file="benchmark-${group.job}-${group.size}" .heading=${msg(str`${title}, time`)} .sentence=${says} .table=${() => barTable(group, this.language)}>
        ${this.width === 0 ? nothing : html`<svg role="img" aria-label="${title}: ${says}" width=${this.width} height=${height} viewBox="0 0 ${this.width} ${height}">
          <line class="axis" x1=${NAME_WIDTH} x2=${NAME_WIDTH} y1="0" y2=${height}></line>
          ${group.bars.map((bar, k) => this.renderBar(bar, k * ROW + ROW / 2, scale))}
        </svg>`}
      </tau-figure-frame>`;
  }

  private renderBar(bar: TimeBar, y: number, scale: (value: number) => number): SVGTemplateResult {
    const { middle, low, high, engine, isValid } = bar;
    const cap = BAR / 2 - 3;
    const whisker = `M${scale(low)} ${y}H${scale(high)}M${scale(low)} ${y - cap}v${2 * cap}M${scale(high)} ${y - cap}v${2 * cap}`;
    return svg`<g>
      <text x=${NAME_WIDTH - 8} y=${y} text-anchor="end" dominant-baseline="central">${engine}</text>
      <rect x=${NAME_WIDTH} y=${y - BAR / 2} width=${Math.max(1, scale(middle) - NAME_WIDTH)} height=${BAR} fill=${ENGINE_MARKS[engine].colour}></rect>
      ${["halo", "whisker"].map((name) => svg`<path class=${name} d=${whisker}></path>`)}
      <text x=${scale(high) + 8} y=${y} dominant-baseline="central" class=${isValid ? "" : "alarm"}>${isValid ? formatSeconds(middle, this.language) : msg("invalid")}</text>
    </g>`;
  }

  private sentence({ bars, job, size }: BarGroup): string {
    const [fastest, ...others] = bars.filter(({ isValid }) => isValid);
    if (fastest === undefined) return msg("No valid measurement.");
    const time = formatSeconds(fastest.middle, this.language);
    const slowest = others.at(-1);
    if (slowest === undefined || fastest.middle === 0) return msg(str`${fastest.engine} takes ${time} for ${describeSize(job, size)} points.`);
    return msg(str`${fastest.engine} is fastest with ${time} for ${describeSize(job, size)} points; ${slowest.engine} takes ${formatNumber(slowest.middle / fastest.middle, 2)} times as long.`);
  }
}
