import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { FormatInfo } from "../../exporters/exporter.ts";
import { FORMATS } from "../../exporters/format-table.ts";
import { bytesInWords } from "../../results/disk-space.ts";
import type { Explorer } from "../../state/explorer.ts";
import { chosenFields, formatRefusal, type CheckedForm } from "../../state/export/export-form.ts";
import { specKey } from "../../state/export/export-plan.ts";
import { sharedStyles } from "../internal/styles.ts";
import { ExportPart } from "./export-element.ts";
import { exportStyles } from "./export-styles.ts";
import { canSaveFolders } from "./save-export.ts";

/** The formats, one to be chosen, each with its meaning and what it would weigh. */
@customElement("tau-export-format")
export class ExportFormatElement extends ExportPart {
  static override styles = [sharedStyles, exportStyles, css`
    legend { font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.02em; color: var(--tau-muted); margin-bottom: 2px; }
    label { display: grid; grid-template-columns: auto 1fr minmax(4.75rem, auto); gap: 0 8px; padding: 6px 0; border-top: 1px solid var(--tau-line); font-size: 0.875rem; align-items: start; cursor: pointer; }
    label > span { min-width: 0; padding-top: 2px; }
    .bytes { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .meaning { display: block; font-size: 0.8125rem; color: var(--tau-muted); text-wrap: pretty; }
    label.refused, fieldset[disabled] label { color: var(--tau-muted); cursor: default; }
  `];

  @property({ attribute: false }) explorer: Explorer | undefined;
  @property({ attribute: false }) checked: CheckedForm | undefined;

  override render(): TemplateResult | typeof nothing {
    const { explorer, session } = this;
    if (explorer === undefined || session === undefined) return nothing;
    const fields = chosenFields(explorer.state, session.view.form).length;
    return html`<fieldset ?disabled=${session.view.run !== null}><legend>${msg("Format")}</legend>${FORMATS.map((exporter) => this.renderFormat(exporter, fields))}</fieldset>`;
  }

  private renderFormat(exporter: FormatInfo, fields: number): TemplateResult {
    const refusal = formatRefusal(exporter, fields, canSaveFolders());
    return html`<label class=${refusal === null ? "" : "refused"}>
      <input type="radio" name="format" value=${exporter.id} ?disabled=${refusal !== null} .checked=${live(this.session?.view.form.format === exporter.id)}
        @change=${() => this.session?.setForm((form) => ({ ...form, format: exporter.id }))} />
      <span>${this.text(exporter.label)} <span class="muted">${exporter.extensions[0]}</span>
        <span class="meaning">${this.text(exporter.meaning)}${refusal === null ? nothing : html`${this.language === "zh" ? "" : " "}${this.text(refusal)}`}</span></span>
      <span class="bytes">${this.bytesOf(exporter)}</span></label>`;
  }

  private bytesOf({ id }: FormatInfo): string {
    const { costs, isMeasuring } = this.session?.view ?? {};
    const spec = this.checked?.spec ?? null;
    const found = spec !== null && costs?.key === specKey(spec) ? costs.bytes[id] : undefined;
    if (found === undefined) return isMeasuring === true ? "…" : "–";
    return found.exact ? bytesInWords(found.bytes) : `≈ ${bytesInWords(found.bytes)}`;
  }
}
