import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LIST_COMMA } from "../../model/index.ts";
import { evidenceTable, pointsOf, yearsWithout, type EvidenceChart } from "../../state/evidence/evidence-charts.ts";
import { evidenceText } from "../../state/evidence/evidence-texts.ts";
import { fileKey } from "../figure-frame/file-key.ts";
import "../figure-frame/tau-figure-frame.ts";
import { ChartElement, chartStyles, plotStyles } from "../internal/chart-element.ts";
import { named } from "../internal/plot-figure.ts";
import { drawEvidence, HEIGHT, sampleOf } from "./draw-evidence.ts";

/** Width of a mark of the key. */
const SAMPLE = 12;
/** The room of a picture that waits for its width: nothing below it moves when it comes. */
const EMPTY_PICTURE = html`<svg height=${HEIGHT} aria-hidden="true"></svg>`;

/**
 * Numbers of the report over the years, each a symbol on a stem: nothing is drawn between two years, for nothing is printed there. Years
 * without a number have a dot on the axis; forecasts are hollow.
 */
@customElement("tau-evidence-chart")
export class EvidenceChartElement extends ChartElement {
  static override styles = [...chartStyles, plotStyles, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; }
    .key { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 0 0 4px; padding: 0; font-size: 0.8125rem; }
    .key svg { display: inline-block; width: 12px; height: 12px; margin-right: 5px; vertical-align: -1px; }
    .source { font-size: 0.8125rem; margin-top: 4px; }
    details { font-size: 0.8125rem; }
    summary { min-height: 24px; width: max-content; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: 3px 14px 3px 0; text-align: left; font-weight: 400; border-top: 1px solid var(--tau-line); }
    thead :is(th, td) { border-top: 0; color: var(--tau-muted); }
    .right { text-align: right; }
  `];

  @property({ attribute: false }) chart: EvidenceChart | undefined;

  override render(): TemplateResult | typeof nothing {
    const { chart } = this;
    if (chart === undefined) return nothing;
    const unit = this.text(evidenceText(chart.series[0].unit));
    const sections = [...new Set(chart.series.map((series) => this.text(evidenceText(series.section))))];
    const says = this.sentence(chart);
    return html`
      <h3 id="title">${this.text(chart.title)} <span class="muted small">${unit}</span></h3>
      <p class="says" id="says">${says}</p>
      ${chart.series.length === 1 ? nothing : this.renderKey(chart)}
      <tau-figure-frame file="evidence-${chart.id}" .heading=${this.text(chart.title)} .sentence=${`${says} (${unit})`} .table=${() => evidenceTable(chart, this.language)}>
        ${this.width === 0 ? EMPTY_PICTURE : this.renderPicture(chart)}
      </tau-figure-frame>
      <p class="source muted">${msg(str`Source: the report, ${sections.join(this.text(LIST_COMMA))}.`)}</p>
      <details><summary>${msg("The numbers")}</summary>${this.renderTable(chart, unit)}</details>`;
  }

  private sentence(chart: EvidenceChart): string {
    const isChinese = this.language === "zh";
    const without = yearsWithout(chart).length;
    const said = chart.series.map((series) => {
      const numbers = series.points.map(([year, value]) => `${year}${isChinese ? " 年 " : ": "}${value.toFixed(1)}`).join(this.text(LIST_COMMA));
      return chart.series.length === 1 ? numbers : `${this.text(series)}${isChinese ? "：" : " – "}${numbers}`;
    }).join(isChinese ? "；" : "; ");
    return without === 0 ? msg(str`${said}.`) : msg(str`${said}. The ${without} years without a number are left empty.`);
  }

  private renderPicture(chart: EvidenceChart): readonly (SVGSVGElement | TemplateResult)[] {
    const picture = named(drawEvidence(chart, this.width), { "aria-labelledby": "title", "aria-describedby": "says" });
    const key = chart.series.map((series, k) => ({ sample: sampleOf(k), label: this.text(series) }));
    return key.length === 1 ? [picture] : [picture, fileKey(key, SAMPLE, this.width)];
  }

  private renderKey(chart: EvidenceChart): TemplateResult {
    return html`<ul class="key">${chart.series.map((series, k) => html`<li><svg viewBox="0 0 12 12" aria-hidden="true">${sampleOf(k)}</svg>${this.text(series)}</li>`)}</ul>`;
  }

  private renderTable(chart: EvidenceChart, unit: string): TemplateResult {
    return html`<table aria-labelledby="title">
      <thead><tr><th scope="col">${msg("Series")}</th><th scope="col">${msg("Year")}</th><th scope="col" class="right">${unit}</th><td></td></tr></thead>
      <tbody>${pointsOf(chart).map(({ series, year, value, isForecast }) => html`<tr>
        <th scope="row">${this.text(series)}</th><td>${year}</td><td class="right">${value.toFixed(1)}</td><td class="muted">${isForecast ? msg("forecast") : ""}</td>
      </tr>`)}</tbody>
    </table>`;
  }
}
