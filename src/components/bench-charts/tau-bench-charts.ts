import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { formatMemory, formatRate, formatSeconds, formatShare } from "../../benchmark/bench-format.ts";
import { describeSize, jobOf, WORK_LABELS } from "../../benchmark/bench-labels.ts";
import { BENCH_JOB_IDS, type BenchJobId, type BenchResult } from "../../benchmark/bench-result.ts";
import { bandwidthSeries, barGroups, measuredSizes, roofLines, scalingSeries, type EngineSeries } from "../../benchmark/chart-data.ts";
import { rooflineTable, scalingTable } from "../../state/benchmark/bench-chart-tables.ts";
import { formatNumber } from "../../state/format.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { ENGINE_SAMPLE, engineSample } from "./engine-marks.ts";
import "./tau-bar-chart.ts";
import "./tau-log-chart.ts";
import type { LogChart } from "./tau-log-chart.ts";

/** A result in pictures: bars of one size, time as the work grows, and what plain memory work allows. Their figures stand in the tables. */
@customElement("tau-bench-charts")
export class BenchChartsElement extends LocalizedElement {
  static override styles = [sharedStyles, css`
    :host { display: grid; gap: 28px; min-width: 0; }
    section { display: grid; gap: 14px; min-width: 0; }
    .head { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; }
    h3 { font-size: 1rem; }
    .head label { display: flex; gap: 8px; align-items: center; font-size: 0.8125rem; }
    .panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); gap: 20px 32px; }
    .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0; padding: 0; list-style: none; font-size: 0.8125rem; }
    .legend li { display: flex; gap: 6px; align-items: center; }
  `];

  @property({ attribute: false }) result: BenchResult | undefined;
  @state() private size: number | null = null;

  override render(): TemplateResult | typeof nothing {
    const { result } = this;
    const sizes = result === undefined ? [] : measuredSizes(result);
    const largest = sizes.at(-1);
    if (result === undefined || largest === undefined) return nothing;
    const size = this.size !== null && sizes.includes(this.size) ? this.size : largest;
    return html`
      <section aria-labelledby="times">
        <div class="head">
          <h3 id="times">${msg("Time by job and engine")}</h3>
          ${sizes.length === 1 ? nothing : html`<label>${msg("Points")}
            <select @change=${(event: Event) => { this.size = Number((event.target as HTMLSelectElement).value); }}>
              ${sizes.map((one) => html`<option value=${one} .selected=${one === size}>${describeSize("fill", one)}</option>`)}
            </select></label>`}
        </div>
        <p class="small muted">${msg("Medians; whiskers from the lower quartile to the 95th percentile. Each job has its own scale.")}</p>
        <div class="panels">${barGroups(result, size).map((group) => html`<tau-bar-chart .group=${group}></tau-bar-chart>`)}</div>
      </section>
      ${this.renderScaling(result, sizes)}
      ${this.renderRoofline(result)}`;
  }

  private renderScaling(result: BenchResult, sizes: readonly number[]): TemplateResult | typeof nothing {
    const jobs = BENCH_JOB_IDS.filter((job) => scalingSeries(result, job).some(({ points }) => points.length > 1));
    if (sizes.length < 2 || jobs.length === 0) return nothing;
    return html`<section aria-labelledby="scaling">
      <h3 id="scaling">${msg("Time as the work grows")}</h3>
      ${this.renderLegend(result)}
      <div class="panels">${jobs.map((job) => html`<tau-log-chart .chart=${this.scalingChart(result, job)}></tau-log-chart>`)}</div>
    </section>`;
  }

  private renderRoofline(result: BenchResult): TemplateResult | typeof nothing {
    const jobs = BENCH_JOB_IDS.filter((job) => bandwidthSeries(result, job).length > 0);
    if (jobs.length === 0 || result.rooflines.length === 0) return nothing;
    return html`<section aria-labelledby="roofline">
      <h3 id="roofline">${msg("Beside what the memory can do")}</h3>
      <p class="small muted">${msg("Bytes of cells written a second. The dashed lines are plain memory work of so many bytes a thread on as many threads, nothing computed: what no sweep that keeps its cells can beat.")}</p>
      ${this.renderLegend(result)}
      <div class="panels">${jobs.map((job) => html`<tau-log-chart .chart=${this.rooflineChart(result, job)}></tau-log-chart>`)}</div>
    </section>`;
  }

  private renderLegend({ measurements }: BenchResult): TemplateResult {
    const engines = [...new Set(measurements.map(({ engine }) => engine))];
    return html`<ul class="legend" aria-label=${msg("Engines")}>${engines.map((engine) => html`<li>
      <svg width=${ENGINE_SAMPLE} height=${ENGINE_SAMPLE} aria-hidden="true">${engineSample(engine)}</svg>${engine}</li>`)}</ul>`;
  }

  private scalingChart(result: BenchResult, job: BenchJobId): LogChart {
    const series = scalingSeries(result, job);
    const title = this.text(jobOf(job).label);
    return {
      title, heading: msg(str`${title}, time as the work grows`), file: `benchmark-scaling-${job}`, table: () => scalingTable(job, series, this.language),
      sentence: this.growth(series, job), series, references: [],
      formatValue: (seconds) => formatSeconds(seconds, this.language), formatSize: (size) => describeSize(job, size),
    };
  }

  private growth(series: readonly EngineSeries[], job: BenchJobId): string {
    const [first] = series.filter(({ points }) => points.length > 1);
    const [from, to] = [first?.points.at(0), first?.points.at(-1)];
    if (first === undefined || from === undefined || to === undefined || from.middle === 0) return msg("One size was measured.");
    return msg(str`From ${describeSize(job, from.size)} to ${describeSize(job, to.size)}, ${formatNumber(to.points / from.points, 3)} times the points, ${first.engine} takes ${formatNumber(to.middle / from.middle, 3)} times as long.`);
  }

  private rooflineChart(result: BenchResult, job: BenchJobId): LogChart {
    const series = bandwidthSeries(result, job);
    const roofs = roofLines(result);
    const title = this.text(jobOf(job).label);
    return {
      title, heading: msg(str`${title}, beside what the memory can do`), file: `benchmark-memory-${job}`, table: () => rooflineTable(job, series, roofs, this.language),
      sentence: this.reach(series, roofs[0]?.bandwidth), series,
      references: roofs.map(({ work, bytes, bandwidth }) => ({ label: `${this.text(WORK_LABELS[work])}, ${formatMemory(bytes, this.language)}`, value: bandwidth })),
      formatValue: (bandwidth) => formatRate(bandwidth, "B/s", this.language), formatSize: (size) => describeSize(job, size),
    };
  }

  private reach(series: readonly EngineSeries[], roof: number | undefined): string {
    const best = series.flatMap(({ engine, points }) => points.map(({ middle, size }) => ({ engine, middle, size })))
      .reduce<{ engine: string; middle: number; size: number } | null>((most, one) => (most === null || one.middle > most.middle ? one : most), null);
    if (best === null) return "";
    const rate = formatRate(best.middle, "B/s", this.language);
    if (roof === undefined) return msg(str`${best.engine} writes the most, ${rate}, at ${describeSize("fill", best.size)}.`);
    return msg(str`${best.engine} writes the most, ${rate} at ${describeSize("fill", best.size)}: ${formatShare(best.middle / roof, this.language)} of the fastest line.`);
  }
}
