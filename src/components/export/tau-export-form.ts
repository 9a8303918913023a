import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { FIELDS, PARAMETERS, STATUS_FLAGS, STATUS_INFO, type FieldName, type ParameterName } from "../../model/index.ts";
import { sweepAxes } from "../../state/derived-specs.ts";
import type { Explorer } from "../../state/explorer.ts";
import { chosenFields, countText, exportFields, withField, type CheckedForm, type ExportForm } from "../../state/export/export-form.ts";
import { formatNumber } from "../../state/format.ts";
import { describeProblem } from "../../sweep/problems.ts";
import type { Precision } from "../../sweep/spec.ts";
import { segmentedStyles } from "../internal/segmented-styles.ts";
import { sharedStyles } from "../internal/styles.ts";
import { withIndices } from "../internal/with-indices.ts";
import { ExportPart } from "./export-element.ts";
import { exportStyles } from "./export-styles.ts";

/** What is exported: points an axis, quantities, precision. */
@customElement("tau-export-form")
export class ExportFormElement extends ExportPart {
  static override styles = [sharedStyles, segmentedStyles, exportStyles, css`
    .axes { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 4px 12px; margin-bottom: 12px; }
    /* Inputs stand on one line also where a name takes two. */
    .axes .field { grid-row: span 3; grid-template-rows: subgrid; }
    .axes .field > span:first-child { align-self: end; }
    .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 2px 12px; margin-bottom: 8px; }
    .names { font-size: 0.8125rem; color: var(--tau-muted); margin-bottom: 12px; }
    .hint { font-size: 0.8125rem; color: var(--tau-muted); margin-bottom: 8px; }
    .fields label { display: flex; gap: 6px; align-items: flex-start; min-height: 24px; font-size: 0.8125rem; padding-block: 1px; }
    .fields span { min-width: 0; padding-top: 2px; }
    .options { max-width: 24rem; }
    sub { line-height: 0; font-size: 0.75em; }
    h2, legend { font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.02em; color: var(--tau-muted); margin-bottom: 6px; }
  `];

  @property({ attribute: false }) explorer: Explorer | undefined;
  @property({ attribute: false }) checked: CheckedForm | undefined;

  override render(): TemplateResult | typeof nothing {
    const { explorer, session, checked } = this;
    if (explorer === undefined || session === undefined || checked === undefined) return nothing;
    const { form, run } = session.view;
    const chosen = chosenFields(explorer.state, form);
    const noFields = checked.problems.find(({ at }) => at === "fields");
    return html`<fieldset ?disabled=${run !== null}>
      <h2>${msg("Points on each axis")}</h2>
      <p class="hint">${msg("The axes, their ranges and all other parameters are those of the explorer; an axis of one point takes the present value.")}</p>
      <div class="axes">${sweepAxes(explorer.state).map((name) => this.renderAxis(name, form))}</div>
      <fieldset><legend>${msg("Quantities to export")}</legend>
        <div class="fields">${exportFields(explorer.state.prices).map((name) => html`
          <label title=${this.meaningOf(name)}><input type="checkbox" name=${name} .checked=${live(chosen.includes(name))} @change=${(event: Event) => this.choose(name, event)} />
            <span><span class="variable">${withIndices(FIELDS[name].symbol)}</span> ${this.text(FIELDS[name].label)}</span></label>`)}</div>
        <p class="names">${msg("Columns or arrays in the file:")} <code>${[...sweepAxes(explorer.state), ...chosen].join(", ")}</code></p>
        ${noFields === undefined ? nothing : html`<p class="error">${describeProblem(noFields.problem, this.language)}</p>`}
      </fieldset>
      <fieldset><legend>${msg("Precision")}</legend>
        <div class="options">${this.renderPrecision("f64", msg("float64, exact"), form)}${this.renderPrecision("f32", msg("float32, half the size"), form)}</div>
      </fieldset>
    </fieldset>`;
  }

  private renderAxis(name: ParameterName, form: ExportForm): TemplateResult | typeof nothing {
    const { explorer, checked } = this;
    if (explorer === undefined || checked === undefined) return nothing;
    const { state } = explorer;
    const { min, max, spacing } = state.ranges[name];
    const wrong = checked.problems.find(({ at }) => at === name);
    return html`<label class="field"><span><span class="variable">${PARAMETERS[name].symbol}</span> ${msg(str`from ${formatNumber(min)} to ${formatNumber(max)}`)}${spacing === "log" ? msg(", log") : nothing}</span>
      <input type="text" inputmode="numeric" autocomplete="off" name=${name} aria-label=${msg(str`Points on ${PARAMETERS[name].symbol}`)} aria-invalid=${wrong === undefined ? "false" : "true"}
        .value=${live(countText(state, form, name))} @input=${(event: Event) => this.count(name, (event.target as HTMLInputElement).value)} />
      ${wrong === undefined ? nothing : html`<span class="error">${describeProblem(wrong.problem, this.language)}</span>`}</label>`;
  }

  private renderPrecision(precision: Precision, label: string, form: ExportForm): TemplateResult {
    return html`<label><input type="radio" name="precision" .checked=${live(form.precision === precision)} @change=${() => this.session?.setForm((old) => ({ ...old, precision }))} />${label}</label>`;
  }

  /** Codes have their own meanings besides. */
  private meaningOf(name: FieldName): string {
    const meaning = this.text(FIELDS[name].meaning);
    return name === "status" ? `${meaning} ${STATUS_FLAGS.map((flag) => this.text(STATUS_INFO[flag].label)).join(", ")}` : meaning;
  }

  private choose(name: FieldName, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.session?.setForm((form) => withField(form, name, checked));
  }

  private count(name: ParameterName, text: string): void {
    this.session?.setForm((form) => ({ ...form, counts: { ...form.counts, [name]: text } }));
  }
}
