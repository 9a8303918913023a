import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  CLASS_BOUNDARY, CLASS_POSITIVE, evaluatePoint, PRICE_MODE_INFO, PRICE_MODES, RULE_INFO, RULES, type Parameters, type PriceMode, type Rule,
} from "../../model/index.ts";
import type { Explorer } from "../../state/explorer.ts";
import { withParameter } from "../../state/explorer-state.ts";
import { formatNumber, formatPercent } from "../../state/format.ts";
import { growthAt, growthFigure, growthTable, type GrowthFigure } from "../../state/growth-figure.ts";
import "../figure-frame/tau-figure-frame.ts";
import { ChartElement, chartStyles, plotStyles } from "../internal/chart-element.ts";
import { Follow } from "../internal/follow.ts";
import { named, type PlottedFigure } from "../internal/plot-figure.ts";
import { Remembered } from "../internal/remembered.ts";
import { AXIS_ROOM, DASHES, drawGrowth, drawKey, OTHER_WIDTH, PRESENT_WIDTH, RULE_COLOURS, type TauMark } from "./draw-growth.ts";

/** Compute shares that can be pointed at: hundredths. */
const POINTED = 100;
/** What an arrow key, and a page key, moves the place of reading by. */
const STEP = 1;
const PAGE = 10;

interface Drawn {
  readonly picture: PlottedFigure;
  /** Seen only in a saved picture. */
  readonly key: SVGSVGElement;
}

/**
 * Figure 7 of the report at the present point, under every rule and with prices given and in equilibrium. The curves are read under the pointer,
 * or where the handle on the axis has been moved with the arrow keys; a click, or Enter, sets τ.
 */
@customElement("tau-growth-figure")
export class GrowthFigureElement extends ChartElement {
  static override styles = [...chartStyles, plotStyles, css`
    .pad { position: relative; cursor: crosshair; touch-action: pan-y; }
    .handle { position: absolute; left: -14px; top: -14px; width: 28px; height: 28px; display: grid; place-items: center; border-radius: 50%; }
    .handle::after { content: ""; width: 12px; height: 12px; border-radius: 50%; background: var(--tau-panel); border: 2.5px solid var(--tau-accent); }
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
  protected readonly follow = new Follow(this, () => this.explorer, "idle");
  /** τ at which the curves are read, by pointer or keys; `null`: at the present one. */
  @state() private read: number | null = null;
  readonly #drawn = new Remembered<Drawn>();

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { parameters, prices } = this.explorer.state;
    const figure = growthFigure(parameters);
    const title = msg("Growth over the compute share (Figure 7 of the report)");
    if (figure === null) return html`<h2 id="title">${title}</h2><p class="says">${msg("No τ is feasible with these parameters, so there is nothing to draw.")}</p>`;
    const sentence = this.sentence(figure, parameters, prices);
    return html`
      <h2 id="title">${title}</h2>
      <p class="says">${sentence}</p>
      <tau-figure-frame file="growth-over-tau" .heading=${title} .sentence=${sentence} .table=${() => growthTable(figure, this.language)}>
        ${this.width === 0 ? nothing : this.renderPlot(figure, parameters)}
      </tau-figure-frame>
      <p class="notes muted">${msg("Solid: prices given; dashed: equilibrium. At τᶜ the given prices clear the market; at τ* growth peaks in equilibrium. A click sets τ; so do the arrow keys and Enter on the handle.")}</p>
      ${this.renderTable(parameters)}`;
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

  private renderPlot(figure: GrowthFigure, parameters: Parameters): TemplateResult {
    const { picture, key } = this.#drawn.of([this.explorer?.state, this.read, this.width, this.language], () => this.draw(figure));
    return html`<div class="pad" @pointermove=${(event: PointerEvent) => { this.read = tauUnder(event, picture); }} @pointerleave=${this.stopReading}
      @click=${(event: PointerEvent) => this.setTau(tauUnder(event, picture))}>
      ${picture}${this.renderHandle(picture, parameters)}
    </div>${key}`;
  }

  private draw(figure: GrowthFigure): Drawn {
    const isPresent = (rule: Rule, prices: PriceMode) => this.isPresent(rule, prices);
    const picture = drawGrowth({
      figure, marks: this.marks(figure), read: this.read, isPresent, width: this.width,
      axisTitle: msg("τ, share of investment in compute"), formatGrowth: (growth) => formatPercent(growth, 3, this.language),
    });
    const key = drawKey(figure.curves.map(({ rule, prices }) => ({ rule, prices, label: this.curveName(rule, prices) })), isPresent, this.width);
    key.setAttribute("data-for-file", "");
    return { picture: named(picture, { "aria-labelledby": "title", "aria-describedby": "values" }), key };
  }

  private renderHandle(picture: PlottedFigure, parameters: Parameters): TemplateResult {
    const tau = this.read ?? parameters.tau;
    const { rule, prices } = this.explorer?.state ?? { rule: "report" as const, prices: "given" as const };
    const growth = formatPercent(growthAt(parameters, tau, rule, prices), 3, this.language);
    const [left, top] = [picture.scale("x")?.apply(tau) as number, Number(picture.getAttribute("height")) - AXIS_ROOM];
    return html`<div class="handle" role="slider" tabindex="0" .style=${`transform: translate(${left}px, ${top}px)`} aria-label=${msg("τ at which the curves are read; Enter sets it")}
      aria-valuemin=${1 / POINTED} aria-valuemax=${1 - 1 / POINTED} aria-valuenow=${tau} aria-valuetext=${msg(str`τ = ${formatNumber(tau)}: growth ${growth} a year`)}
      @keydown=${this.onKey} @blur=${this.stopReading}></div>`;
  }

  private marks({ consistentTau, growthMaximisingTau }: GrowthFigure): TauMark[] {
    const tau = this.explorer?.state.parameters.tau ?? NaN;
    return [
      { tau, label: msg(str`τ now: ${formatNumber(tau)}`), isPresent: true },
      { tau: consistentTau, label: `τᶜ = ${formatNumber(consistentTau)}`, isPresent: false },
      { tau: growthMaximisingTau, label: `τ* = ${formatNumber(growthMaximisingTau)}`, isPresent: false },
    ].filter((mark) => mark.tau >= 0 && mark.tau <= 1);
  }

  /** The curves' values where they are read; also the key to their colours. */
  private renderTable(parameters: Parameters): TemplateResult {
    const tau = this.read ?? parameters.tau;
    return html`<table id="values">
      <caption>${msg(str`Growth a year at τ = ${formatNumber(tau)}`)}</caption>
      <thead><tr><td></td>${PRICE_MODES.map((prices) => html`<th scope="col">${this.text(PRICE_MODE_INFO[prices].label)}</th>`)}</tr></thead>
      <tbody>${RULES.map((rule) => html`<tr>
        <th scope="row">${this.text(RULE_INFO[rule].label)}</th>
        ${PRICE_MODES.map((prices) => html`<td class=${this.isPresent(rule, prices) ? "present" : ""}>
          <svg class="sample" width="26" height="8" aria-hidden="true"><line x1="0" x2="26" y1="4" y2="4" stroke=${RULE_COLOURS[rule]}
            stroke-width=${this.isPresent(rule, prices) ? PRESENT_WIDTH : OTHER_WIDTH} stroke-dasharray=${DASHES[prices]}></line></svg>${formatPercent(growthAt(parameters, tau, rule, prices), 3, this.language)}</td>`)}
      </tr>`)}</tbody>
    </table>`;
  }

  private isPresent(rule: Rule, prices: PriceMode): boolean {
    return this.explorer?.state.rule === rule && this.explorer.state.prices === prices;
  }

  private curveName(rule: Rule, prices: PriceMode): string {
    return msg(str`${this.text(RULE_INFO[rule].label)}, prices: ${this.text(PRICE_MODE_INFO[prices].label)}`);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const tau = this.read ?? this.explorer?.state.parameters.tau ?? NaN;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP, PageUp: PAGE, PageDown: -PAGE, Home: -POINTED, End: POINTED,
    };
    if (event.key in moves) this.read = hundredth(tau + moves[event.key] / POINTED);
    else if (event.key === "Enter") this.setTau(hundredth(tau));
    else if (event.key === "Escape") this.read = null;
    else return;
    event.preventDefault();
  };

  private readonly stopReading = (): void => {
    this.read = null;
  };

  private setTau(tau: number): void {
    this.explorer?.update((present) => withParameter(present, "tau", tau));
  }
}

/** The nearest τ that can be pointed at. */
function hundredth(tau: number): number {
  return Math.min(POINTED - 1, Math.max(1, Math.round(POINTED * tau))) / POINTED;
}

function tauUnder(event: PointerEvent, picture: PlottedFigure): number {
  const { left } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return hundredth(picture.scale("x")?.invert?.(event.clientX - left) as number);
}
