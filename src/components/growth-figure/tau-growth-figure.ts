import { msg, str } from "@lit/localize";
import { scaleLinear, type ScaleLinear } from "d3-scale";
import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  CLASS_BOUNDARY, CLASS_POSITIVE, evaluatePoint, PRICE_MODE_INFO, PRICE_MODES, RULE_INFO, RULES, type Parameters, type PriceMode, type Rule,
} from "../../model/index.ts";
import type { Explorer } from "../../state/explorer.ts";
import { withParameter } from "../../state/explorer-state.ts";
import { formatNumber, formatPercent } from "../../state/format.ts";
import { growthAt, growthFigure, growthTable, type GrowthCurve, type GrowthFigure } from "../../state/growth-figure.ts";
import "../figure-frame/tau-figure-frame.ts";
import { ChartElement, chartStyles } from "../internal/chart-element.ts";
import { Follow } from "../internal/follow.ts";

const LEAST_HEIGHT = 300;
const MOST_HEIGHT = 460;
/** Height of a wide plot, in parts of its width. */
const HEIGHT_SHARE = 0.42;
const TOP = 52;
const BOTTOM = 42;
const LEFT = 54;
const RIGHT = 14;
const MARK_ROW = 15;
/** A label stands on the left of its line where there is no room on the right. */
const LABEL_ROOM = 90;

const RULE_COLOURS: Readonly<Record<Rule, string>> = { report: "var(--tau-series1)", household: "var(--tau-series3)", planner: "var(--tau-series4)" };
const DASHES: Readonly<Record<PriceMode, string>> = { given: "none", equilibrium: "6 4" };

/** Compute shares that can be pointed at: hundredths. */
const POINTED = 100;

interface Scales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

interface Mark {
  readonly tau: number;
  readonly label: string;
  readonly isPresent: boolean;
}

/** Figure 7 of the report at the present point, under every rule and with prices given and in equilibrium; a click sets τ. */
@customElement("tau-growth-figure")
export class GrowthFigureElement extends ChartElement {
  static override styles = [...chartStyles, css`
    svg { cursor: crosshair; touch-action: pan-y; }
    .curve { fill: none; stroke-width: 1.5; }
    .curve.present { stroke-width: 3.5; }
    .mark { stroke: var(--tau-muted); stroke-width: 1; stroke-dasharray: 2 3; }
    .mark.present { stroke: var(--tau-text); stroke-dasharray: none; }
    .pointer { stroke: var(--tau-accent); stroke-width: 1; }
    .notes { margin: 2px 0 12px; font-size: 0.8125rem; }
    table { border-collapse: collapse; font-size: 0.8125rem; width: 100%; max-width: 36rem; }
    caption { text-align: left; padding-bottom: 4px; color: var(--tau-muted); }
    th, td { padding: 3px 0 3px 10px; border-top: 1px solid var(--tau-line); text-align: right; font-variant-numeric: tabular-nums; }
    thead :is(th, td) { border-top: 0; font-weight: 600; }
    tbody th { text-align: left; font-weight: 400; padding-left: 0; }
    .sample { display: inline-block; vertical-align: middle; width: 26px; overflow: visible; margin-right: 6px; }
    td.present { font-weight: 600; }
  `];

  @property({ attribute: false }) explorer: Explorer | undefined;
  protected readonly follow = new Follow(this, () => this.explorer);
  /** τ under the pointer. */
  @state() private pointed: number | null = null;

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { parameters, prices } = this.explorer.state;
    const figure = growthFigure(parameters);
    return html`
      <h2 id="title">${msg("Growth over the compute share (Figure 7 of the report)")}</h2>
      ${figure === null ? html`<p class="says">${msg("No τ is feasible with these parameters, so there is nothing to draw.")}</p>` : html`
        <p class="says">${this.sentence(figure, parameters, prices)}</p>
        <tau-figure-frame file="growth-over-tau" .heading=${msg("Growth over the compute share (Figure 7 of the report)")} .sentence=${this.sentence(figure, parameters, prices)}
          .table=${() => growthTable(figure, this.language)}>${this.width === 0 ? nothing : this.renderPlot(figure)}</tau-figure-frame>
        <p class="notes muted">${msg("Solid: prices given; dashed: equilibrium. At τᶜ the given prices clear the market; at τ* growth peaks in equilibrium. A click sets τ.")}</p>
        ${this.renderTable(parameters)}`}`;
  }

  private sentence({ growthMaximisingTau }: GrowthFigure, parameters: Parameters, prices: PriceMode): string {
    const { rule } = this.explorer?.state ?? { rule: "report" as const };
    const name = this.text(RULE_INFO[rule].label);
    if (prices === "equilibrium") {
      const peak = formatPercent(growthAt(parameters, growthMaximisingTau, rule, prices), 3, this.language);
      return msg(str`In equilibrium growth is a hump: it rises with τ up to τ* = 1−α = ${formatNumber(growthMaximisingTau)}, where it is ${peak} a year, and falls beyond (rule: ${name}).`);
    }
    const sign = evaluatePoint({ ...parameters, tau: 0.5 }, rule, prices).class;
    if (sign === CLASS_BOUNDARY) return msg(str`At given prices growth does not depend on τ: the line is flat, because ω = Θ (rule: ${name}).`);
    return sign === CLASS_POSITIVE
      ? msg(str`At given prices growth rises with τ in a straight line, because ω is above Θ (rule: ${name}).`)
      : msg(str`At given prices growth falls with τ in a straight line, because ω is below Θ (rule: ${name}).`);
  }

  private renderPlot(figure: GrowthFigure): TemplateResult {
    const right = this.width - RIGHT;
    const { bottom } = this;
    const values = figure.curves.flatMap(({ growth }) => growth);
    const x = scaleLinear().domain([0, 1]).range([LEFT, right]);
    const y = scaleLinear().domain([Math.min(0, ...values), Math.max(0, ...values)]).nice().range([bottom, TOP]);
    return html`<svg role="img" aria-labelledby="title" aria-describedby="values" width=${this.width} height=${bottom + BOTTOM} viewBox="0 0 ${this.width} ${bottom + BOTTOM}"
      @pointermove=${(event: PointerEvent) => { this.pointed = this.tauUnder(event, x); }} @pointerleave=${() => { this.pointed = null; }}
      @click=${(event: PointerEvent) => this.setTau(this.tauUnder(event, x))}>
      ${y.ticks(5).map((tick) => svg`
        <line class=${tick === 0 ? "axis" : "rule"} x1=${LEFT} x2=${right} y1=${y(tick)} y2=${y(tick)}></line>
        <text class="muted" x=${LEFT - 8} y=${y(tick)} text-anchor="end" dominant-baseline="central">${formatPercent(tick, 3, this.language)}</text>`)}
      ${x.ticks(5).map((tick) => svg`<text class="muted" x=${x(tick)} y=${bottom + 16} text-anchor="middle">${formatNumber(tick)}</text>`)}
      <text x=${(LEFT + right) / 2} y=${bottom + BOTTOM - 6} text-anchor="middle">${msg("τ, share of investment in compute")}</text>
      ${this.marks(figure).map((mark, row) => this.renderMark(mark, row, { x, y }))}
      ${figure.curves.map((curve) => this.renderCurve(curve, figure.taus, { x, y }))}
      ${this.pointed === null ? nothing : svg`<line data-transient class="pointer" x1=${x(this.pointed)} x2=${x(this.pointed)} y1=${TOP} y2=${bottom}></line>`}
    </svg>`;
  }

  /** Pixels from the top to the axis of τ. */
  private get bottom(): number {
    return Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, HEIGHT_SHARE * this.width)) - BOTTOM;
  }

  private marks({ consistentTau, growthMaximisingTau }: GrowthFigure): Mark[] {
    const tau = this.explorer?.state.parameters.tau ?? NaN;
    return [
      { tau, label: msg(str`τ now: ${formatNumber(tau)}`), isPresent: true },
      { tau: consistentTau, label: `τᶜ = ${formatNumber(consistentTau)}`, isPresent: false },
      { tau: growthMaximisingTau, label: `τ* = ${formatNumber(growthMaximisingTau)}`, isPresent: false },
    ].filter((mark) => mark.tau >= 0 && mark.tau <= 1);
  }

  private renderMark({ tau, label, isPresent }: Mark, row: number, { x }: Scales): SVGTemplateResult {
    const at = x(tau);
    const top = 10 + row * MARK_ROW;
    const isLeft = at > this.width - RIGHT - LABEL_ROOM;
    return svg`<line class="mark ${isPresent ? "present" : ""}" x1=${at} x2=${at} y1=${top - 6} y2=${this.bottom}></line>
      <text x=${at + (isLeft ? -5 : 5)} y=${top} text-anchor=${isLeft ? "end" : "start"} dominant-baseline="central">${label}</text>`;
  }

  private renderCurve({ rule, prices, growth }: GrowthCurve, taus: readonly number[], { x, y }: Scales): SVGTemplateResult {
    return svg`<polyline class="curve ${this.isPresent(rule, prices) ? "present" : ""}" stroke=${RULE_COLOURS[rule]} stroke-dasharray=${DASHES[prices]}
      points=${growth.map((value, k) => `${x(taus[k]).toFixed(1)},${y(value).toFixed(1)}`).join(" ")}></polyline>`;
  }

  /** The curves' values where the pointer is, else at the present τ; also the key to their colours. */
  private renderTable(parameters: Parameters): TemplateResult {
    const tau = this.pointed ?? parameters.tau;
    return html`<table id="values">
      <caption>${msg(str`Growth a year at τ = ${formatNumber(tau)}`)}</caption>
      <thead><tr><td></td>${PRICE_MODES.map((prices) => html`<th scope="col">${this.text(PRICE_MODE_INFO[prices].label)}</th>`)}</tr></thead>
      <tbody>${RULES.map((rule) => html`<tr>
        <th scope="row">${this.text(RULE_INFO[rule].label)}</th>
        ${PRICE_MODES.map((prices) => html`<td class=${this.isPresent(rule, prices) ? "present" : ""}>
          <svg class="sample" width="26" height="8" aria-hidden="true"><line x1="0" x2="26" y1="4" y2="4" stroke=${RULE_COLOURS[rule]}
            stroke-width=${this.isPresent(rule, prices) ? 3.5 : 1.5} stroke-dasharray=${DASHES[prices]}></line></svg>${formatPercent(growthAt(parameters, tau, rule, prices), 3, this.language)}</td>`)}
      </tr>`)}</tbody>
    </table>`;
  }

  private isPresent(rule: Rule, prices: PriceMode): boolean {
    return this.explorer?.state.rule === rule && this.explorer.state.prices === prices;
  }

  private tauUnder(event: PointerEvent, x: Scales["x"]): number {
    const left = (event.currentTarget as SVGElement).getBoundingClientRect().left;
    return Math.min(POINTED - 1, Math.max(1, Math.round(POINTED * x.invert(event.clientX - left)))) / POINTED;
  }

  private setTau(tau: number): void {
    this.explorer?.update((present) => withParameter(present, "tau", tau));
  }
}
