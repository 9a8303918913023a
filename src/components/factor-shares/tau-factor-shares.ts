import { msg } from "@lit/localize";
import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isFeasible } from "../../model/index.ts";
import type { Explorer } from "../../state/explorer.ts";
import { factorShares, factorShareTable, type FactorShare } from "../../state/factor-shares.ts";
import { formatPercent } from "../../state/format.ts";
import { fileKey } from "../figure-frame/file-key.ts";
import "../figure-frame/tau-figure-frame.ts";
import { ChartElement, chartStyles } from "../internal/chart-element.ts";
import { Follow } from "../internal/follow.ts";

const HEIGHT = 16;
/** Side of a square of the key. */
const SAMPLE = 12;

/** The factor shares of the present point as one bar with its legend. */
@customElement("tau-factor-shares")
export class FactorSharesElement extends ChartElement {
  static override styles = [...chartStyles, css`
    :host { margin-bottom: 14px; }
    .title { display: flex; gap: 8px; align-items: baseline; flex-wrap: wrap; }
    .bar { height: 16px; margin: 6px 0; }
    .capital { fill: var(--tau-series1); }
    .production { fill: var(--tau-series3); }
    .services { fill: var(--tau-series4); }
    .profit { fill: var(--tau-series5); }
    .gap { stroke: var(--tau-panel); stroke-width: 2; }
    svg[data-for-file] { display: none; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: grid; grid-template-columns: 12px 5em minmax(0, 1fr) auto; gap: 8px; align-items: baseline; font-size: 0.8125rem; padding: 2px 0; }
    .total { border-top: 1px solid var(--tau-line); }
  `];

  @property({ attribute: false }) explorer: Explorer | undefined;
  protected readonly follow = new Follow(this, () => this.explorer);

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { parameters } = this.explorer.state;
    if (!isFeasible(parameters)) return nothing;
    const shares = factorShares(parameters.alpha, parameters.beta);
    const title = msg("Who earns output");
    const percent = (value: number) => formatPercent(value, 3, this.language);
    const sentence = shares.map(({ formula, label, value }) => `${this.text(label)} ${formula} = ${percent(value)}`).join(this.language === "zh" ? "；" : "; ");
    return html`
      <div class="title"><h2 id="title">${title}</h2><span class="added">${msg("beyond the report")}</span></div>
      <tau-figure-frame file="factor-shares" .heading=${title} .sentence=${sentence} .table=${() => factorShareTable(shares, this.language)}>
        ${this.renderBar(shares)}
        ${fileKey(shares.map(({ name, formula, value, label }) => ({ sample: sample(name), label: `${formula} = ${percent(value)}  ${this.text(label)}` })), SAMPLE, this.width)}
        <ul id="legend">${shares.map(({ name, formula, value, label }) => html`<li>
          <svg width=${SAMPLE} height=${SAMPLE} aria-hidden="true">${sample(name)}</svg>
          <span class="variable">${formula}</span><span>${this.text(label)}</span><span class="number">${percent(value)}</span></li>`)}
          <li class="total muted"><span></span><span>1</span><span>${msg("together")}</span><span class="number">${percent(shares.reduce((total, { value }) => total + value, 0))}</span></li>
        </ul>
      </tau-figure-frame>`;
  }

  private renderBar(shares: readonly FactorShare[]): TemplateResult {
    const starts = shares.map((_, k) => this.width * shares.slice(0, k).reduce((total, { value }) => total + value, 0));
    return html`<svg class="bar" role="img" aria-labelledby="title" aria-describedby="legend" width=${this.width} height=${HEIGHT} viewBox="0 0 ${this.width} ${HEIGHT}">
      ${shares.map(({ name, value }, k) => svg`<rect class=${name} x=${starts[k]} width=${this.width * value} height=${HEIGHT}></rect>`)}
      ${starts.slice(1).map((at) => svg`<line class="gap" x1=${at} x2=${at} y1="0" y2=${HEIGHT}></line>`)}
    </svg>`;
  }
}

function sample(name: FactorShare["name"]): SVGTemplateResult {
  return svg`<rect class=${name} width=${SAMPLE} height=${SAMPLE} rx="2"></rect>`;
}
