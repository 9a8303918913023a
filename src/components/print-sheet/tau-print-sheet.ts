import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, STATUS_INFO, statusFlags, type BilingualText,
} from "../../model/index.ts";
import type { CompareSession } from "../../state/compare/compare-session.ts";
import type { Explorer } from "../../state/explorer.ts";
import { formatNumber, formatPercent } from "../../state/format.ts";
import { verdictAt } from "../../state/verdict.ts";
import { labelled, parameterRows, type Tool } from "../../takeaway/index.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { expressionFormula } from "../internal/formula.ts";
import { pageLink } from "../internal/page-link.ts";
import { sharedStyles } from "../internal/styles.ts";
import { axesText } from "../take-away/axes-text.ts";
import { drawPicture, type Seen } from "../take-away/scene-files.ts";
import { problemText } from "../take-away/take-away-problem.ts";
import { inequalityAt, type Side } from "../verdict/inequality.ts";
import { comparisonChoices, comparisonParameters, comparisonVerdict } from "./comparison-sheet.ts";

/** Pixels of the printed picture to a CSS px of the scene: what printers show. */
const SCALE = 2;

/** What is printed instead of the page: one sheet with the picture, what it means and what it rests on. Shown on paper alone. */
@customElement("tau-print-sheet")
export class PrintSheetElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    :host { display: none; }
    @media print { :host { display: block; } }
    /* Paper is white, whatever the theme of the page. */
    article { --tau-text: #000; --tau-muted: #444; --tau-line: #bbb; --tau-surface: #fff; }
    article { display: flex; flex-direction: column; gap: 3mm; height: 250mm; overflow: hidden; color: var(--tau-text); background: var(--tau-surface); font-size: 9pt; line-height: 1.35; }
    header { display: flex; justify-content: space-between; align-items: baseline; border-bottom: 0.3mm solid var(--tau-line); padding-bottom: 2mm; }
    h1 { margin: 0; font-size: 13pt; }
    h2 { font-size: 9pt; margin-bottom: 1mm; }
    p + h2 { margin-top: 2mm; }
    .verdict strong { font-size: 12pt; display: block; }
    .picture { flex: 1 1 0; min-height: 60mm; display: flex; justify-content: center; }
    @media print and (orientation: landscape) { article { height: 180mm; } }
    .picture canvas { max-width: 100%; max-height: 100%; object-fit: contain; }
    .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 8mm; }
    table { border-collapse: collapse; width: 100%; }
    td { padding: 0.4mm 2mm 0.4mm 0; border-bottom: 0.2mm solid var(--tau-line); vertical-align: baseline; }
    td.number { text-align: right; }
    td:last-child { white-space: nowrap; }
    ul { margin: 0; padding-left: 4mm; }
    .link { font-size: 7.5pt; overflow-wrap: anywhere; border-top: 0.3mm solid var(--tau-line); padding-top: 2mm; }
  `];

  @property({ attribute: false }) tool: Tool = { version: "", commit: null };
  @property({ attribute: false }) findSeen: () => Seen = () => ({ scene: undefined, comparison: undefined });
  @state() private picture: HTMLCanvasElement | null = null;
  /** Why there is no picture. */
  @state() private problem: BilingualText | null = null;
  @state() private isPrinting = false;
  /** What is printed instead of one scenario. */
  @state() private comparison: CompareSession | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeprint", this.prepare);
    addEventListener("afterprint", this.finish);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.prepare);
    removeEventListener("afterprint", this.finish);
  }

  override render(): TemplateResult | typeof nothing {
    const { explorer, language } = this;
    if (!this.isPrinting || explorer === undefined) return nothing;
    const { comparison } = this;
    return html`<article>
      <header><h1>${msg("Where does investing more in compute raise growth?")}</h1><span class="muted">Tauscape ${this.tool.version}</span></header>
      <div class="picture">${this.picture ?? html`<p class="muted">${this.problem === null ? nothing : this.text(this.problem)}</p>`}</div>
      <div class="verdict">${comparison === undefined ? this.renderVerdict(explorer) : comparisonVerdict(comparison, language)}</div>
      <div class="columns">
        <section><h2>${msg("Parameters")}</h2>${comparison !== undefined ? comparisonParameters(explorer.state, language)
          : html`<table>${parameterRows(explorer.state, language).map(({ symbol, label, value, unit }) => html`
            <tr><td class="variable">${symbol}</td><td>${label}</td><td class="number">${value}</td><td>${unit}</td></tr>`)}</table>`}</section>
        <section>${comparison === undefined ? this.renderFlags() : nothing}<h2>${msg("What is assumed")}</h2><ul>${this.assumptions().map((text) => html`<li>${text}</li>`)}</ul></section>
      </div>
      <div class="link">${pageLink(explorer.state)}</div>
    </article>`;
  }

  private renderVerdict({ state: { parameters }, point }: Explorer): TemplateResult {
    const { headline, sentence } = verdictAt(parameters, point, this.language);
    return html`<strong>${headline}</strong>${sentence} ${this.renderInequality()}`;
  }

  private renderInequality(): TemplateResult | typeof nothing {
    const { state, point } = this.explorer ?? {};
    if (state === undefined || point === undefined || point.class === CLASS_INFEASIBLE) return nothing;
    const { left, right, isRate } = inequalityAt(state.parameters, state.rule, state.prices);
    const relation = point.class === CLASS_POSITIVE ? ">" : point.class === CLASS_NEGATIVE ? "<" : "=";
    const unit = isRate ? msg("a year") : "";
    const formula = (side: Side) => html`<math><mrow>${expressionFormula(side.expression)}</mrow></math>`;
    return html`<p>${formula(left)} = ${formatNumber(left.value)} ${unit} <b>${relation}</b> ${formatNumber(right.value)} ${unit} = ${formula(right)}</p>`;
  }

  private renderFlags(): TemplateResult | typeof nothing {
    const flags = statusFlags(this.explorer?.point.status ?? 0);
    if (flags.length === 0) return nothing;
    return html`<h2>${msg("Flags")}</h2>${flags.map((flag) => html`<p>${labelled(STATUS_INFO[flag].label, STATUS_INFO[flag].meaning, this.language)}</p>`)}`;
  }

  private assumptions(): readonly string[] {
    const { state, client, sweep } = this.explorer ?? {};
    if (state === undefined) return [];
    // Of a comparison the counts stand with the verdict.
    const share = this.comparison === undefined ? sweep?.summary?.share : null;
    return [
      ...comparisonChoices(state, this.language),
axesText(state),
      ...(share == null || sweep?.isPending ? [] : [msg(str`${formatPercent(share, 4, this.language)} of the feasible points have more compute raise growth.`)]),
      ...(client == null ? [] : [msg(str`Counted by the engine ${client.engine.id}; signs are certified.`)]),
      msg("Model: Tsinghua and Inspur, report on China's computing power, 2023."),
    ];
  }

  private readonly prepare = (): void => {
    const { explorer, language, tool } = this;
    if (explorer === undefined) return;
    this.isPrinting = true;
    const seen = this.findSeen();
    this.comparison = seen.comparison?.session;
    try {
      const taken = { state: explorer.state, link: pageLink(explorer.state), language, tool };
      this.picture = drawPicture({ explorer, taken, theme: "light", seen }, SCALE, false);
    } catch (error) {
      // The sheet says so in the picture's place, and everything else is printed.
      [this.picture, this.problem] = [null, problemText(error)];
    }
    // The sheet must stand before the browser lays the paper out.
    this.performUpdate();
  };

  private readonly finish = (): void => {
    this.isPrinting = false;
    this.picture = null;
  };
}
