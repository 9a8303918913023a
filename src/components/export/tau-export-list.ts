import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { formatCount } from "../../model/index.ts";
import { bytesInWords } from "../../results/disk-space.ts";
import { filesOf } from "../../results/names.ts";
import { EXPORT_TEXTS } from "../../state/export/export-texts.ts";
import { isNoteOf } from "../../state/export/export-view.ts";
import { openingLine } from "../../state/export/opening-line.ts";
import { formatPercent } from "../../state/format.ts";
import { axisCount, type SweepSpec } from "../../sweep/spec.ts";
import type { StoredResult } from "../../workers/export-protocol.ts";
import { EXPORTS_FOLDER } from "../../workers/exports-folder.ts";
import { sharedStyles } from "../internal/styles.ts";
import { ExportPart } from "./export-element.ts";
import { exportStyles } from "./export-styles.ts";
import { saveExport } from "./save-export.ts";

type Unfinished = Extract<StoredResult, { readonly state: "unfinished" }>;
type Finished = Extract<StoredResult, { readonly state: "finished" }>;

/** What lies in this browser: exports that can be gone on with, and whole ones to save, check and delete. */
@customElement("tau-export-list")
export class ExportListElement extends ExportPart {
  static override styles = [sharedStyles, exportStyles, css`
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: grid; gap: 4px; padding: 10px 0; border-top: 1px solid var(--tau-line); font-size: 0.875rem; }
    h2:focus { outline: none; }
    li > b { overflow-wrap: anywhere; font-weight: 600; }
    li .facts { font-size: 0.8125rem; color: var(--tau-muted); font-variant-numeric: tabular-nums; }
    .buttons { gap: 6px; margin-top: 2px; }
    .buttons button { font-size: 0.8125rem; }
    progress { max-width: 24rem; }
  `];

  /** The folder whose file is being saved. */
  @state() private saving: string | null = null;

  /** Where the focus goes that was in a row, or on the button of an export that has come to the list: the row's first button, else the heading. */
  focusPlace(folder: string | null): HTMLElement | null {
    const row = folder === null ? null : this.renderRoot.querySelector(`li[aria-label="${CSS.escape(folder)}"]`);
    return (row ?? this.renderRoot).querySelector<HTMLElement>("button:not([disabled])") ?? this.renderRoot.querySelector("h2");
  }

  override render(): TemplateResult | typeof nothing {
    const { stored, run, note } = this.session?.view ?? {};
    if (stored == null) return nothing;
    return html`<h2 tabindex="-1">${msg("Exports in this browser")}</h2>
      ${note?.at === "list" ? html`<p class="note">${this.text(note.says)}</p>` : nothing}
      ${stored.some(({ folder }) => folder !== run?.order.folder) ? html`<ul>${stored.map((one) => this.renderOne(one))}</ul>`
        : html`<p class="muted small">${run === null ? msg("None yet. They stay here until they are deleted, or the browser’s data are cleared.")
          : msg("None but the one that is being written.")}</p>`}`;
  }

  private renderOne(one: StoredResult): TemplateResult | typeof nothing {
    const { run, note, check } = this.session?.view ?? {};
    if (run?.order.folder === one.folder) return nothing;
    return html`<li aria-label=${one.folder}><b>${one.folder}</b>
      ${one.state === "unreadable" ? html`<span class="error note">${this.text(one.says)}</span><div class="buttons">${this.renderDelete(one.folder)}</div>`
        : one.state === "finished" ? this.renderFinished(one) : this.renderUnfinished(one)}
      ${check?.folder === one.folder ? html`<progress max=${check.total} value=${check.done} aria-label=${msg("Progress of the check")}></progress>` : nothing}
      ${isNoteOf(note ?? null, one.folder) ? html`<p class=${note?.isProblem === true ? "error note" : "note"}>${this.text(note?.says ?? { en: "", zh: "" })}</p>` : nothing}
    </li>`;
  }

  private renderUnfinished(one: Unfinished): TemplateResult {
    const done = formatPercent(Math.floor((100 * one.doneCells) / one.cells) / 100, 3, this.language);
    return html`<span class="facts">${this.describe(one.spec)} · ${msg(str`unfinished, ${done} done`)}</span>
      ${one.isBusy ? html`<span class="facts">${msg("Another tab is writing it.")}</span>` : nothing}
      ${one.isOfOtherVersion ? html`<span class="error note">${msg(str`Version ${one.version} began it, and no other can go on: delete it and export again.`)}</span>` : nothing}
      <div class="buttons"><button ?disabled=${one.isBusy || one.isOfOtherVersion || this.isAtWork} @click=${() => this.session?.resume(one)}>${msg("Resume")}</button>${this.renderDelete(one.folder, one.isBusy)}</div>`;
  }

  private renderFinished(one: Finished): TemplateResult {
    const [result, ...beside] = one.files;
    const line = openingLine(one.format, one.file, one.spec.fields);
    const saving = this.saving === null ? "false" : "true";
    return html`<span class="facts">${this.describe(one.spec)} · ${bytesInWords(result.bytes)}</span>
      ${line === null ? nothing : html`<span class="facts">${msg("Once saved, in Python:")} <code>${line}</code></span>`}
      <div class="buttons"><button aria-disabled=${saving} @click=${() => this.save(one, result.name)}>${msg("Save to the disk")}</button>
        ${beside.map(({ name }) => html`<button aria-disabled=${saving} title=${name} @click=${() => this.save(one, name)}>${this.besideText(one, name)}</button>`)}
        <button aria-disabled=${this.isAtWork ? "true" : "false"} title=${msg("Compares every byte with what was written")}
          @click=${() => this.session?.verify(one)}>${msg("Verify")}</button>${this.renderDelete(one.folder, this.saving === one.folder)}</div>`;
  }

  private besideText({ file }: Finished, name: string): string {
    return filesOf(file).manifest === name ? msg("Save its manifest") : msg("Save its metadata");
  }

  private renderDelete(folder: string, isBusy = false): TemplateResult {
    return html`<button ?disabled=${isBusy || this.session?.view.check?.folder === folder} @click=${() => this.session?.remove(folder)}>${msg("Delete")}</button>`;
  }

  private get isAtWork(): boolean {
    const { run, check } = this.session?.view ?? {};
    return run != null || check != null;
  }

  private describe({ axes, fields, precision }: SweepSpec): string {
    const counts = axes.map((axis) => formatCount(axisCount(axis))).join(" × ");
    return `${msg(str`${counts} points`)} · ${fields.join(", ")} · ${precision}`;
  }

  private async save({ folder, file }: Finished, name: string): Promise<void> {
    if (this.saving !== null) return;
    this.saving = folder;
    try {
      const outcome = await saveExport([EXPORTS_FOLDER, folder, name]);
      if (outcome !== "not-chosen") this.session?.tell(folder, outcome === "saved" ? EXPORT_TEXTS.saved(name) : EXPORT_TEXTS.handedOver(name), false);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      this.session?.tell(folder, { en: `${file} could not be saved: ${reason}`, zh: `无法保存 ${file}：${reason}` }, true);
    } finally {
      this.saving = null;
    }
  }
}
