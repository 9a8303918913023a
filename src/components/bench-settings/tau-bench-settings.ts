import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { formatCount } from "../../model/index.ts";
import { formatSeconds } from "../../benchmark/bench-format.ts";
import { describeSize } from "../../benchmark/bench-labels.ts";
import { SIZE_RANGE, sizesUpTo } from "../../benchmark/bench-plan.ts";
import { UNPROBED_ENGINES, type ProbedEngine } from "../../benchmark/probe-engines.ts";
import { checkForm, defaultForm, estimateBench, NUMBER_FIELDS, rangeOf, type BenchForm, type FormField, type NumberField } from "../../state/benchmark/bench-form.ts";
import { describeProblem, type Problem } from "../../sweep/problems.ts";
import { BenchElement } from "../internal/bench-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import "./tau-bench-progress.ts";

/** What is measured, how often, by which engines; and the buttons that begin it. */
@customElement("tau-bench-settings")
export class BenchSettingsElement extends BenchElement {
  static override styles = [sharedStyles, css`
    :host { display: grid; gap: 20px; align-content: start; }
    legend { margin-bottom: 8px; font-size: 0.8125rem; font-weight: 600; color: var(--tau-muted); }
    .engine { display: grid; grid-template-columns: auto 1fr; gap: 0 10px; align-items: baseline; padding: 4px 0; font-size: 0.875rem; }
    .engine input { width: 16px; height: 16px; margin: 0; accent-color: var(--tau-accent); align-self: center; }
    .engine p { grid-column: 2; }
    .engine.off label { color: var(--tau-muted); }
    .numbers { display: grid; gap: 10px; }
    .number-field { display: grid; grid-template-columns: 1fr 10.5rem; gap: 2px 12px; align-items: center; font-size: 0.875rem; }
    .number-field > :nth-child(3) { grid-column: 1 / -1; }
    input[inputmode="numeric"] {
      width: 100%; min-height: 32px; padding: 2px 10px; border: 1px solid var(--tau-line); border-radius: 6px; background: var(--tau-surface); text-align: right;
      font-variant-numeric: tabular-nums;
    }
    input[aria-invalid="true"] { border-color: var(--tau-error); }
    .actions { display: grid; gap: 8px; }
    /* The longest that it says, so that the buttons stay where they are. */
    #estimate { min-height: 3lh; }
    .actions button { min-height: 36px; font-size: 0.9375rem; }
    select { min-width: 0; width: 100%; font-variant-numeric: tabular-nums; }
    button.primary:not([disabled]) { background: var(--tau-accent); border-color: var(--tau-accent); color: var(--tau-accent-text); font-weight: 600; }
  `];

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === undefined) return nothing;
    const { view: { engines, work }, threads } = session;
    // The form stands there from the start, so that nothing below it moves when the engines are known.
    const isProbed = engines !== null;
    const form = session.view.form ?? defaultForm(UNPROBED_ENGINES);
    const checked = checkForm(form, threads);
    const problems = checked.ok || !isProbed ? {} : checked.problems;
    const isBlocked = !checked.ok || work !== null;
    const estimate = checked.ok ? this.estimate(checked.settings) : msg("Mend what is marked above to begin.");
    return html`
      <fieldset ?disabled=${!isProbed || work !== null}>
        <legend>${msg("Engines")}</legend>
        ${(engines ?? UNPROBED_ENGINES).map((engine) => this.renderEngine(engine, form))}
        ${this.renderProblem("engines", problems)}
      </fieldset>
      <fieldset class="numbers" ?disabled=${!isProbed || work !== null}>
        <legend>${msg("How much, how often")}</legend>
        <div class="number-field">
          <label for="size">${msg("Largest sweep")}</label>
          <select id="size" @change=${this.onSize}>
            ${sizesUpTo(SIZE_RANGE.max).map((size) => html`<option value=${size} .selected=${size === form.greatestSize}>${describeSize("fill", size)} = ${formatCount(size ** 4)}</option>`)}
          </select>
        </div>
        ${NUMBER_FIELDS.map((field) => this.renderNumber(field, form, problems))}
      </fieldset>
      <div class="actions">
        <p class="small muted" id="estimate" role="status">${isProbed ? estimate : msg("Finding out which engines work here.")}</p>
        <button class="primary" aria-describedby="estimate" ?disabled=${isBlocked} @click=${() => session.start()}>${msg("Run the benchmark")}</button>
        <button ?disabled=${isBlocked} @click=${() => session.checkParity()}>${msg("Compare the engines with the model")}</button>
      </div>
      <tau-bench-progress .session=${session}></tau-bench-progress>
    `;
  }

  private renderEngine({ id, label, available, reason }: ProbedEngine, form: BenchForm): TemplateResult {
    const isChosen = form.engines.includes(id);
    return html`<div class=${available ? "engine" : "engine off"}>
      <input type="checkbox" id=${id} .checked=${isChosen} ?disabled=${!available} aria-describedby="${id}-note" @change=${() => this.toggle(id, !isChosen)} />
      <label for=${id}><b>${id}</b></label>
      <p class="small muted" id="${id}-note">${this.text(label)}${reason === null
        ? nothing
        : html`. ${msg(str`It does not work here: ${reason}.`)}`}</p>
    </div>`;
  }

  private renderNumber(field: NumberField, form: BenchForm, problems: Readonly<Partial<Record<FormField, Problem>>>): TemplateResult {
    const labels: Readonly<Record<NumberField, string>> = { repeats: msg("Repeats"), warmUps: msg("Warm-ups"), threads: msg("Threads") };
    const { min, max } = rangeOf(field, this.session?.threads ?? 1);
    return html`<div class="number-field">
      <label for=${field}>${labels[field]} <span class="muted small">${min === max ? min : `${min}–${formatCount(max)}`}</span></label>
      <input id=${field} type="text" inputmode="numeric" autocomplete="off" .value=${form[field]} aria-invalid=${problems[field] === undefined ? "false" : "true"}
        aria-describedby="${field}-problem" @input=${(event: Event) => this.session?.setForm({ [field]: (event.target as HTMLInputElement).value })} />
      ${this.renderProblem(field, problems)}
    </div>`;
  }

  private renderProblem(field: FormField, problems: Readonly<Partial<Record<FormField, Problem>>>): TemplateResult {
    const problem = problems[field];
    return html`<div id="${field}-problem" role="alert">${problem === undefined ? nothing : html`<p class="error">${describeProblem(problem, this.language)}</p>`}</div>`;
  }

  private estimate(settings: Parameters<typeof estimateBench>[0]): string {
    const { runs, points, seconds } = estimateBench(settings);
    return msg(str`${formatCount(runs)} runs, the largest of ${formatCount(points)} points: about ${formatSeconds(Number(seconds.toPrecision(1)), this.language)} on a usual laptop. Keep this tab in front.`);
  }

  private toggle(id: ProbedEngine["id"], isChosen: boolean): void {
    const { engines, form } = this.session?.view ?? {};
    if (engines == null || form == null) return;
    this.session?.setForm({ engines: engines.map((engine) => engine.id).filter((one) => (one === id ? isChosen : form.engines.includes(one))) });
  }

  private onSize(event: Event): void {
    this.session?.setForm({ greatestSize: Number((event.target as HTMLSelectElement).value) });
  }
}
