import { msg, str } from "@lit/localize";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { PARAMETERS, type ParameterName } from "../../model/index.ts";
import { rangeProblems, USUAL_RANGES, withRange, type Range } from "../../state/axes.ts";
import { describeProblem, type Problem } from "../../sweep/problems.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { readNumber } from "../internal/read-number.ts";
import { sharedStyles } from "../internal/styles.ts";

/** What a parameter's slider and axis run over: least, greatest, evenly or by ratios. What is refused stays in its field, with the reason. */
@customElement("tau-range")
export class RangeElement extends ExplorerElement {
  static override styles = [sharedStyles, css`
    .row { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; margin-top: 6px; font-size: 0.75rem; color: var(--tau-muted); }
    label { display: flex; gap: 6px; align-items: center; }
    input[type="text"] {
      width: 4.75rem; min-height: 28px; padding: 2px 6px; border: 1px solid var(--tau-line); border-radius: 6px; background: var(--tau-surface);
      color: var(--tau-text); text-align: right; font-variant-numeric: tabular-nums; font-size: 0.8125rem;
    }
    input[aria-invalid="true"] { border-color: var(--tau-error); }
    button { min-height: 28px; padding: 2px 8px; font-size: 0.75rem; color: var(--tau-text); }
    .error { margin-top: 4px; }
  `];

  @property() name: ParameterName = "alpha";
  /** The fields' texts while they are refused. */
  @state() private refused: { readonly min: string; readonly max: string; readonly problems: readonly Problem[] } | null = null;
  #range: Range | undefined;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const present = this.explorer?.state.ranges[this.name];
    if (present !== this.#range) this.refused = null;
    this.#range = present;
  }

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    const range = explorer.state.ranges[this.name];
    const { symbol } = PARAMETERS[this.name];
    return html`
      <div class="row" role="group" aria-label=${msg(str`Range of ${symbol}`)}>
        <label>${msg("from")} ${this.renderField("min", range.min)}</label>
        <label>${msg("to")} ${this.renderField("max", range.max)}</label>
        <label><input type="checkbox" .checked=${live(range.spacing === "log")} @change=${this.onSpacing} />${msg("logarithmic")}</label>
        ${range === USUAL_RANGES[this.name] ? nothing : html`<button @click=${this.onUsual}>${msg("Usual range")}</button>`}
      </div>
      <div id="problem" role="alert">${this.refused === null ? nothing : html`<p class="error">
        ${this.refused.problems.map((problem) => describeProblem(problem, this.language)).join(" ")} ${msg("The last range stays.")}</p>`}</div>`;
  }

  private renderField(end: "min" | "max", value: number): TemplateResult {
    const { refused } = this;
    return html`<input type="text" inputmode="decimal" autocomplete="off" data-end=${end} .value=${refused === null ? String(value) : refused[end]}
      aria-invalid=${refused === null ? "false" : "true"} aria-describedby="problem" @change=${this.onField} />`;
  }

  private readonly onField = (): void => {
    const [min, max] = (["min", "max"] as const).map((end) => this.renderRoot.querySelector<HTMLInputElement>(`[data-end="${end}"]`)?.value.trim() ?? "");
    this.ask({ ...this.present(), min: readNumber(min), max: readNumber(max) }, min, max);
  };

  private readonly onSpacing = (event: Event): void => {
    const range: Range = { ...this.present(), spacing: (event.target as HTMLInputElement).checked ? "log" : "linear" };
    this.ask(range, String(range.min), String(range.max));
    this.requestUpdate();
  };

  private readonly onUsual = (): void => {
    this.explorer?.update((state) => withRange(state, this.name, USUAL_RANGES[this.name]));
  };

  private present(): Range {
    return this.explorer?.state.ranges[this.name] ?? USUAL_RANGES[this.name];
  }

  private ask(range: Range, min: string, max: string): void {
    const problems = rangeProblems(this.name, range);
    this.refused = problems.length === 0 ? null : { min, max, problems };
    if (problems.length === 0) this.explorer?.update((state) => withRange(state, this.name, range));
  }
}
