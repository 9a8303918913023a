import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { benchMarkdown } from "../../benchmark/bench-markdown.ts";
import type { BilingualText } from "../../model/index.ts";
import { benchFileName } from "../../state/benchmark/bench-session.ts";
import type { FilePurpose, RefusedFile, ShownResult } from "../../state/benchmark/bench-view.ts";
import { BenchElement } from "../internal/bench-element.ts";
import { Copying } from "../internal/copy-text.ts";
import { saveText } from "../internal/save-text.ts";
import { sharedStyles } from "../internal/styles.ts";

/** A result of a few hundred measurements has 200 kB; a file of more than this is something else. */
const MOST_BYTES = 64 * 2 ** 20;
const TOO_LARGE: BilingualText = { en: "It has more than 64 MiB; a result has less than one.", zh: "文件超过 64 MiB；一份结果不到 1 MiB。" };
const UNREADABLE: BilingualText = { en: "The browser could not read it.", zh: "浏览器无法读取该文件。" };
const MOST_PROBLEMS = 5;

/** Where the shown result comes from, and what can be done with it: save, copy, open another, compare. Files may be dropped on it. */
@customElement("tau-bench-files")
export class BenchFilesElement extends BenchElement {
  static override styles = [sharedStyles, css`
    .bar { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; }
    h2 { font-size: 1.0625rem; color: var(--tau-text); letter-spacing: 0; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
    .buttons button { font-size: 0.8125rem; }
    .refused { margin-top: 8px; }
    .refused ul { margin: 4px 0 0; padding-left: 1.2em; }
    .drop { border-radius: 8px; outline: 2px dashed transparent; outline-offset: 6px; }
    .drop.over { outline-color: var(--tau-focus); }
  `];

  private readonly copying = new Copying(this);
  @state() private isOver = false;
  #purpose: FilePurpose = "open";

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === undefined) return nothing;
    const { shown, refused, work } = session.view;
    const isBusy = work !== null;
    return html`
      <div class=${this.isOver ? "drop over" : "drop"} @dragover=${this.onDrag} @dragleave=${() => { this.isOver = false; }} @drop=${this.onDrop}>
        <div class="bar">
          <h2>${this.headingOf(shown)}</h2>
          <div class="buttons">
            ${shown === null ? nothing : html`
              <button @click=${() => saveText(benchFileName(shown.result), "application/json", `${JSON.stringify(shown.result, null, 2)}\n`)}>${msg("Save")}</button>
              <button @click=${() => this.copying.copy(benchMarkdown(shown.result, this.language))}>${this.copying.outcome === "copied" ? msg("Copied") : msg("Copy as Markdown")}</button>`}
            <button ?disabled=${isBusy} @click=${() => this.choose("open")}>${msg("Open a result")}</button>
            ${shown === null ? nothing : html`<button ?disabled=${isBusy} @click=${() => this.choose("compare")}>${msg("Compare with another")}</button>`}
          </div>
        </div>
        <input type="file" accept="application/json,.json" hidden @change=${this.onChosen} />
        <div role="status" class="small">${this.copying.outcome === "refused" ? msg("The browser does not allow copying here.") : nothing}</div>
        <div role="alert">${refused === null ? nothing : this.renderRefused(refused)}</div>
      </div>`;
  }

  private headingOf(shown: ShownResult | null): string {
    if (shown === null) return msg("Result");
    return shown.file === null ? msg("Result of this machine") : msg(str`Result from ${shown.file}`);
  }

  private renderRefused({ purpose, file, problems }: RefusedFile): TemplateResult {
    const kept = purpose === "open" ? msg("What was shown stays.") : msg("Nothing was compared.");
    return html`<div class="refused error">
      <p><b>${msg(str`${file} is no benchmark that can be read.`)}</b> ${kept}</p>
      <ul>${problems.slice(0, MOST_PROBLEMS).map((problem) => html`<li>${this.text(problem)}</li>`)}</ul>
      ${problems.length > MOST_PROBLEMS ? html`<p>${msg(str`And ${problems.length - MOST_PROBLEMS} more.`)}</p>` : nothing}
    </div>`;
  }

  private choose(purpose: FilePurpose): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>("input[type=file]");
    if (input === null) return;
    this.#purpose = purpose;
    // The same file may be chosen twice in a row.
    input.value = "";
    input.click();
  }

  private onChosen(event: Event): void {
    void this.take(this.#purpose, (event.target as HTMLInputElement).files?.[0]);
  }

  private onDrag(event: DragEvent): void {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    this.isOver = true;
  }

  private onDrop(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    if (this.session?.view.work === null) void this.take("open", event.dataTransfer?.files[0]);
  }

  private async take(purpose: FilePurpose, file: File | undefined): Promise<void> {
    const { session } = this;
    if (session === undefined || file === undefined) return;
    try {
      if (file.size > MOST_BYTES) throw new RangeError();
      session.take(purpose, file.name, await file.text());
    } catch (cause) {
      const isLarge = cause instanceof RangeError;
      session.refuse(purpose, file.name, [isLarge ? TOO_LARGE : UNREADABLE]);
    }
  }
}
