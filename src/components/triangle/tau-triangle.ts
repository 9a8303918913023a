import { msg, str } from "@lit/localize";
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import {
  CLASS_NEGATIVE, CLASS_POSITIVE, evaluatePoint, isFeasible, SERVICE_ELASTICITY, serviceElasticity, type SignClass,
} from "../../model/index.ts";
import { withParameters, type ExplorerState } from "../../state/explorer-state.ts";
import { formatNumber } from "../../state/format.ts";
import { equationLink } from "../internal/equation-link.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { fromPoint, toPoint, TRIANGLE_HEIGHT, TRIANGLE_WIDTH } from "./triangle-geometry.ts";

/** Small triangles along a side of the tinted field. */
const FIELD_STEPS = 36;
/** Least share that the pointer can set: beyond it the model has no point. */
const LEAST_SHARE = 0.01;
const KEY_STEP = 0.01;
const MARGIN = 22;

const TINT_OF: Readonly<Record<string, string>> = { [CLASS_POSITIVE]: "field-raises", [CLASS_NEGATIVE]: "field-lowers" };

/**
 * The three elasticities that sum to one, set at once: by pointer, or by the arrow keys. Its field shows for every (α, β) the
 * certified sign at the other parameters' present values.
 */
@customElement("tau-triangle")
export class TriangleElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    svg { display: block; width: 100%; max-width: 300px; margin: 0 auto; touch-action: none; cursor: crosshair; overflow: visible; }
    svg:focus-visible { outline: 2px solid var(--tau-focus); outline-offset: 2px; border-radius: 6px; }
    .outline { fill: none; stroke: var(--tau-muted); stroke-width: 1; }
    .field-raises { fill: var(--tau-raises); fill-opacity: 0.3; }
    .field-lowers { fill: var(--tau-lowers); fill-opacity: 0.3; }
    .field-boundary { fill: var(--tau-boundary); fill-opacity: 0.3; }
    .handle { fill: var(--tau-panel); stroke: var(--tau-text); stroke-width: 2.5; }
    text { fill: var(--tau-text); font-size: 12px; font-family: var(--tau-font-sans); }
    .symbol { font-family: var(--tau-font-variable); font-style: italic; font-size: 15px; }
    .chi { display: flex; justify-content: space-between; gap: 8px; font-size: 0.875rem; margin-top: 4px; }
  `];

  #fieldKey = "";
  #field: TemplateResult[] = [];

  override render(): TemplateResult | typeof nothing {
    if (this.explorer === undefined) return nothing;
    const { state } = this.explorer;
    const { alpha, beta } = state.parameters;
    const [x, y] = toPoint(alpha, beta);
    const corners = [toPoint(1, 0), toPoint(0, 1), toPoint(0, 0)].map((point) => point.join(",")).join(" ");
    const chi = serviceElasticity(alpha, beta);
    return html`
      <svg viewBox="${-MARGIN} ${-MARGIN} ${TRIANGLE_WIDTH + 2 * MARGIN} ${TRIANGLE_HEIGHT + 2 * MARGIN}" tabindex="0" role="application"
        aria-label=${msg(str`Triangle of elasticities: α ${formatNumber(alpha, 3)}, β ${formatNumber(beta, 3)}, χ ${formatNumber(chi, 3)}. Arrow keys move the point; the sliders below set the same.`)}
        @pointerdown=${this.onPointer} @pointermove=${this.onPointer} @keydown=${this.onKey}>
        ${this.field(state)}
        <polygon class="outline" points=${corners} />
        <text class="symbol" x="-8" y=${TRIANGLE_HEIGHT + 17} text-anchor="middle">α</text>
        <text class="symbol" x=${TRIANGLE_WIDTH + 8} y=${TRIANGLE_HEIGHT + 17} text-anchor="middle">β</text>
        <text class="symbol" x=${TRIANGLE_WIDTH / 2} y="-8" text-anchor="middle">χ</text>
        ${isFeasible(state.parameters) ? svg`<circle class="handle" cx=${x} cy=${y} r="7" />` : nothing}
      </svg>
      <p class="chi"><span><span class="variable">χ</span> ${this.text(SERVICE_ELASTICITY.label)} (${equationLink(SERVICE_ELASTICITY.equation)})</span><span class="number">${formatNumber(chi)}</span></p>
    `;
  }

  /** The tinted field; made anew only when what decides the sign beside α and β changes. */
  private field(state: ExplorerState): TemplateResult[] {
    const key = `${state.prices} ${state.rule} ${state.prices === "given" ? state.parameters.wr : state.parameters.tau}`;
    if (key !== this.#fieldKey) {
      this.#fieldKey = key;
      this.#field = fieldTriangles(state);
    }
    return this.#field;
  }

  private onPointer(event: PointerEvent): void {
    const target = event.currentTarget as SVGSVGElement;
    if (event.type === "pointerdown") target.setPointerCapture(event.pointerId);
    else if (!target.hasPointerCapture(event.pointerId)) return;
    const matrix = target.getScreenCTM()?.inverse();
    if (matrix === undefined) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const [alpha, beta] = fromPoint(x, y, LEAST_SHARE);
    this.set(alpha, beta);
  }

  private onKey(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [KEY_STEP, -KEY_STEP], ArrowRight: [-KEY_STEP, KEY_STEP], ArrowUp: [-KEY_STEP / 2, -KEY_STEP / 2], ArrowDown: [KEY_STEP / 2, KEY_STEP / 2],
    };
    if (!(event.key in moves)) return;
    const move = moves[event.key];
    event.preventDefault();
    const { alpha = NaN, beta = NaN } = this.explorer?.state.parameters ?? {};
    const [x, y] = toPoint(alpha + move[0], beta + move[1]);
    this.set(...fromPoint(x, y, LEAST_SHARE));
  }

  private set(alpha: number, beta: number): void {
    const round = (value: number) => Number(value.toFixed(3));
    this.explorer?.update((state) => withParameters(state, { alpha: round(alpha), beta: round(beta) }));
  }
}

/** Rows of small triangles, neighbours of one sign joined, each with the sign at its middle. */
function fieldTriangles(state: ExplorerState): TemplateResult[] {
  const paths = new Map<string, string>();
  const step = 1 / FIELD_STEPS;
  for (let row = 0; row < FIELD_STEPS; row++) {
    for (let column = 0; column < FIELD_STEPS - row; column++) {
      const [alpha, beta] = [row * step, column * step];
      add([[alpha, beta], [alpha + step, beta], [alpha, beta + step]]);
      if (row + column < FIELD_STEPS - 1) add([[alpha + step, beta], [alpha + step, beta + step], [alpha, beta + step]]);
    }
  }
  return [...paths].map(([name, path]) => svg`<path class=${name} d=${path} />`);

  function add(corners: readonly (readonly [number, number])[]): void {
    const middle = (k: 0 | 1) => corners.reduce((sum, corner) => sum + corner[k], 0) / 3;
    const sign: SignClass = evaluatePoint({ ...state.parameters, alpha: middle(0), beta: middle(1) }, state.rule, state.prices).class;
    const name = TINT_OF[sign] ?? "field-boundary";
    const points = corners.map(([alpha, beta]) => toPoint(alpha, beta).map((u) => u.toFixed(2)).join(" "));
    paths.set(name, `${paths.get(name) ?? ""}M${points.join("L")}Z`);
  }
}

