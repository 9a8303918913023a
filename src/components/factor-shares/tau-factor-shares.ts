import { msg } from "@lit/localize";
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { isFeasible, technologyAt, type BilingualText } from "../../model/index.ts";
import { formatPercent } from "../../state/format.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";

interface Share {
  readonly formula: string;
  readonly value: number;
  readonly label: BilingualText;
  readonly className: string;
}

/** Who earns what part of output (MODEL.md, section 2): the parts add up to one, whatever the prices and the rule. */
function factorShares(alpha: number, beta: number): readonly Share[] {
  const { chi, profitShare } = technologyAt(alpha, beta);
  return [
    { formula: "α", value: alpha, className: "capital", label: { en: "Ordinary capital K", zh: "普通资本 K" } },
    { formula: "β", value: beta, className: "production", label: { en: "Compute in final production, part of D", zh: "最终生产所用算力，D 的一部分" } },
    { formula: "χ²", value: chi * chi, className: "services", label: { en: "Compute in services, part of D", zh: "算力服务所用算力，D 的一部分" } },
    { formula: "χ(α+β)", value: profitShare, className: "profit", label: { en: "Profit of the service monopoly", zh: "算力服务垄断利润" } },
  ];
}

/** The factor shares of the present point as one bar with its legend. */
@customElement("tau-factor-shares")
export class FactorSharesElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    :host { margin-bottom: 14px; }
    .title { display: flex; gap: 8px; align-items: baseline; flex-wrap: wrap; }
    svg { display: block; }
    .bar { width: 100%; height: 16px; margin: 6px 0; }
    .capital { fill: var(--tau-series1); }
    .production { fill: var(--tau-series3); }
    .services { fill: var(--tau-series4); }
    .profit { fill: var(--tau-series5); }
    .gap { stroke: var(--tau-panel); stroke-width: 2; vector-effect: non-scaling-stroke; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: grid; grid-template-columns: 12px 4em minmax(0, 1fr) auto; gap: 8px; align-items: baseline; font-size: 0.8125rem; padding: 2px 0; }
    .total { border-top: 1px solid var(--tau-line); }
  `];

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { parameters } = this.explorer.state;
    if (!isFeasible(parameters)) return nothing;
    const shares = factorShares(parameters.alpha, parameters.beta);
    const percent = (value: number) => formatPercent(value, 3, this.language);
    const starts = shares.map((_, k) => shares.slice(0, k).reduce((total, { value }) => total + value, 0));
    return html`
      <div class="title"><h2 id="title">${msg("Who earns output")}</h2><span class="added">${msg("beyond the report")}</span></div>
      <svg class="bar" role="img" aria-labelledby="title" aria-describedby="legend" viewBox="0 0 1 1" preserveAspectRatio="none">
        ${shares.map(({ value, className }, k) => svg`<rect class=${className} x=${starts[k]} width=${value} height="1"></rect>`)}
        ${starts.slice(1).map((at) => svg`<line class="gap" x1=${at} x2=${at} y1="0" y2="1"></line>`)}
      </svg>
      <ul id="legend">${shares.map(({ formula, value, label, className }) => html`<li>
        <svg width="12" height="12" aria-hidden="true"><rect class=${className} width="12" height="12" rx="2"></rect></svg>
        <span class="variable">${formula}</span><span>${this.text(label)}</span><span class="number">${percent(value)}</span></li>`)}
        <li class="total muted"><span></span><span>1</span><span>${msg("together")}</span><span class="number">${percent(shares.reduce((total, { value }) => total + value, 0))}</span></li>
      </ul>`;
  }
}
