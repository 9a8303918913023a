import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../../components/evidence-chart/tau-evidence-chart.ts";
import { growthRateTable } from "../../components/evidence-tables/growth-rate-table.ts";
import "../../components/evidence-tables/tau-centre-table.ts";
import { Anchor } from "../../components/internal/anchor.ts";
import { LocalizedElement } from "../../components/internal/localized-element.ts";
import { sharedStyles } from "../../components/internal/styles.ts";
import { tableFrame } from "../../components/internal/table-frame.ts";
import { tableStyles } from "../../components/internal/table-styles.ts";
import type { Theme } from "../../design/tokens.ts";
import { regionCounts } from "../../state/evidence/centre-table.ts";
import { EVIDENCE } from "../../state/evidence/evidence.ts";
import { EVIDENCE_CHARTS } from "../../state/evidence/evidence-charts.ts";
import { evidenceText, REGION_TEXTS } from "../../state/evidence/evidence-texts.ts";
import { totalCompute } from "../../state/evidence/total-compute.ts";
import "../site-header/tau-site-header.ts";

/** The report's figures, as printed and as recomputed, and its list of computing centres. */
@customElement("tau-evidence-page")
export class EvidencePage extends LocalizedElement {
  static override styles = [sharedStyles, tableStyles, css`
    main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 40px; padding: 20px; max-width: 1500px; margin: 0 auto; }
    h1 { margin: 0 0 6px; font-size: 1.375rem; font-weight: 650; letter-spacing: -0.01em; }
    section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; scroll-margin-top: 16px; }
    section > h2 { font-size: 1.125rem; color: var(--tau-text); letter-spacing: 0; }
    section > p, .lede p { max-width: 52em; }
    .lede p + p { margin-top: 8px; }
    .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(400px, 100%), 1fr)); gap: 32px 40px; }
    .differs { color: var(--tau-error); }
    td.prose { min-width: 16em; }
    td.years { white-space: nowrap; }
    tbody th { min-width: 8em; }
    .facts { display: grid; gap: 10px; margin: 0; padding: 0; list-style: none; }
    .facts b { font-variant-numeric: tabular-nums; }
    .counts { max-width: 36rem; }
    @media (max-width: 599px) {
      main { padding-inline: 14px; }
      h1 { font-size: 1.1875rem; }
    }
  `];

  @property({ attribute: false }) theme: Theme = "light";
  protected readonly anchor = new Anchor(this);

  override render(): TemplateResult {
    return html`
      <tau-site-header page="evidence" .theme=${this.theme} @theme-change=${(event: CustomEvent<Theme>) => { this.theme = event.detail; }}></tau-site-header>
      <main>
        <div class="lede">
          <h1>${msg("The evidence: what the report counts")}</h1>
          <p>${msg("Figures of the report by Tsinghua and Inspur (December 2023), as it prints them. Years for which it prints no number are left empty, not interpolated. The figures illustrate the model; they do not test it.")}</p>
        </div>
        <section id="figures" tabindex="-1" aria-labelledby="title-figures">
          <h2 id="title-figures">${msg("Figures")}</h2>
          <p class="small muted">${msg("Filled: a count. Hollow, on a dashed stem: a forecast. A dot on the axis: a year without a number.")}</p>
          <div class="charts">${EVIDENCE_CHARTS.map((chart) => html`<tau-evidence-chart .chart=${chart}></tau-evidence-chart>`)}</div>
        </section>
        <section id="rates" tabindex="-1" aria-labelledby="title-rates">
          <h2 id="title-rates">${msg("Do the printed rates follow from the end points?")}</h2>
          <p>${msg("Each rate is recomputed from the first and the last number that the report prints; a yearly rate is compound. Both ends are rounded to one decimal, which leaves a range.")}</p>
          ${growthRateTable()}
        </section>
        ${this.renderTargets()}
        <section id="centres" tabindex="-1" aria-labelledby="title-centres">
          <h2 id="title-centres">${msg("Computing centres")}</h2>
          <p>${msg("The report's list of intelligent computing centres, each with its status and the month that it gives. The English names are ours.")}</p>
          <tau-centre-table></tau-centre-table>
          ${this.renderRegions()}
        </section>
      </main>`;
  }

  private renderTargets(): TemplateResult {
    const { year, total, intelligentShare } = totalCompute();
    return html`<section id="targets" tabindex="-1" aria-labelledby="title-targets">
      <h2 id="title-targets">${msg("Targets and other figures")}</h2>
      <ul class="facts">
        ${EVIDENCE.targets.map((target) => html`<li><b>${target.year}</b> ${this.text(target)}<br /><span class="small muted">${this.text(evidenceText(target.source))}</span></li>`)}
        ${EVIDENCE.other.map(({ year: counted, en, value, unit }) => html`<li><b>${counted}</b> ${this.text(evidenceText(en))}${this.language === "zh" ? "：" : ": "}<b>${value}</b> ${this.text(evidenceText(unit))}</li>`)}
      </ul>
      <p>${msg(str`The report's own figures for ${year} add up to ${total.toFixed(1)} EFLOPS, ${intelligentShare.toFixed(1)} % of it intelligent compute: already more than the target for 2025. The target and the figures can hardly measure compute in the same way, then: EFLOPS depend on the numerical precision of the arithmetic, and the report states that precision for neither.`)}</p>
    </section>`;
  }

  private renderRegions(): TemplateResult {
    const counts = regionCounts();
    const differs = counts.some(({ listed, counted }) => listed !== counted);
    return html`
      <div class="counts">${tableFrame(msg("Centres by region: the list, and the report's text"), html`
        <thead><tr><th scope="col">${msg("Region")}</th><th scope="col" class="right">${msg("In the list")}</th><th scope="col" class="right">${msg("In the text")}</th></tr></thead>
        <tbody>${counts.map(({ region, listed, counted }) => html`<tr>
          <th scope="row">${this.text(REGION_TEXTS[region])}</th><td class="right">${listed}</td><td class="right">${counted}</td>
        </tr>`)}</tbody>`)}</div>
      ${differs ? html`<p class="small muted">${msg("The list is counted by the four regions of the National Bureau of Statistics. The report's text (February 2023) counts otherwise; both give the same total.")}</p>` : nothing}`;
  }
}
