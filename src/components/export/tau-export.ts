import { msg } from "@lit/localize";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { checkExport, chosenFields, formatOf, formatRefusal, type CheckedForm } from "../../state/export/export-form.ts";
import { quotaRefusal, specKey } from "../../state/export/export-plan.ts";
import { cellCount } from "../../sweep/spec.ts";
import type { ExportView } from "../../state/export/export-view.ts";
import { describeProblem } from "../../sweep/problems.ts";
import { ExplorerElement } from "../internal/explorer-element.ts";
import { Follow } from "../internal/follow.ts";
import { whenIdle } from "../internal/page-time.ts";
import { sharedStyles } from "../internal/styles.ts";
import { WhenQuiet } from "../internal/when-quiet.ts";
import { exportStyles } from "./export-styles.ts";
import { FocusRescue } from "./focus-rescue.ts";
import { canSaveFolders } from "./save-export.ts";
import type { ExportListElement } from "./tau-export-list.ts";
import type { ExportRunElement } from "./tau-export-run.ts";
import { canExport, sharedExport } from "./shared-export.ts";
import "./tau-export-command.ts";
import "./tau-export-form.ts";
import "./tau-export-format.ts";
import "./tau-export-list.ts";
import "./tau-export-plan.ts";
import "./tau-export-run.ts";

/** Measuring waits for idle time, so long at most. */
const LATEST_MEASURE_MS = 2000;

/** The panel that writes the explorer's sweep, every point of it, into a file of this browser, and from there to the disk. */
@customElement("tau-export")
export class ExportElement extends ExplorerElement {
  protected static override pace = "idle" as const;
  static override styles = [sharedStyles, exportStyles, css`
    .lead { max-width: 80ch; font-size: 0.875rem; margin-bottom: 14px; }
    .parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 20px 32px; align-items: start; }
    .parts > * { min-width: 0; }
    .start { display: grid; gap: 8px; margin: 16px 0; }
    tau-export-list { margin-top: 20px; padding-top: 16px; border-top: 1px solid var(--tau-line); }
  `];

  readonly #session = canExport() ? sharedExport() : null;
  protected readonly followSession = new Follow(this, () => this.#session ?? undefined);
  readonly #quiet = new WhenQuiet(this);
  readonly #focus = new FocusRescue(this);

  override render(): TemplateResult | typeof nothing {
    const { explorer } = this;
    if (explorer === undefined) return nothing;
    if (this.#session === null) return html`<p class="note">${msg("This browser gives pages no storage for large files, so nothing can be exported here. A current Chrome, Edge, Firefox or Safari does, and so does the command tauscape.")}</p>`;
    const checked = checkExport(explorer.state, this.#session.view.form);
    return html`
      <p class="lead muted">${msg("Every point of the grid, as a file. It is written into this browser’s own storage first, so that it can be paused, resumed and checked, and is saved to the disk from there.")}</p>
      <div class="parts">
        <tau-export-form .explorer=${explorer} .session=${this.#session} .checked=${checked}></tau-export-form>
        <tau-export-format .explorer=${explorer} .session=${this.#session} .checked=${checked}></tau-export-format>
        <div>
          <tau-export-plan .session=${this.#session} .spec=${checked.spec}></tau-export-plan>
          <div class="start">${this.renderStart(checked)}</div>
          <tau-export-command .session=${this.#session} .spec=${checked.spec}></tau-export-command>
        </div>
      </div>
      <tau-export-list .session=${this.#session}></tau-export-list>
      <div class="visually-hidden" role="status">${this.text(this.#session.view.said)}</div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("focus", this.onFocus);
    void this.#session?.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("focus", this.onFocus);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { explorer } = this;
    const session = this.#session;
    if (explorer === undefined || session === null) return;
    void this.keepFocus(session.view);
    if (session.view.run !== null) return;
    const { spec } = checkExport(explorer.state, session.view.form);
    if (spec === null) return;
    const { format } = session.view.form;
    this.#quiet.after(`${specKey(spec)} ${format} ${session.view.runs}`, () => void whenIdle(LATEST_MEASURE_MS).then(() => session.measure(spec, format)));
  }

  private renderStart(checked: CheckedForm): TemplateResult {
    const session = this.#session;
    const { explorer } = this;
    if (session === null || explorer === undefined) return html``;
    const { run, note, form, costs, free } = session.view;
    if (run !== null) return html`<tau-export-run .session=${session}></tau-export-run>`;
    const { spec } = checked;
    const format = formatOf(form);
    const bytes = spec !== null && costs?.key === specKey(spec) ? costs.bytes[format.id]?.bytes ?? null : null;
    const cannot = formatRefusal(format, chosenFields(explorer.state, form).length, canSaveFolders());
    const refusal = cannot === null ? quotaRefusal(bytes, spec === null ? 0 : cellCount(spec), free) : { en: `${format.label.en}. ${cannot.en}`, zh: `${format.label.zh}：${cannot.zh}` };
    const cannotStart = spec === null ? msg("Put right what is marked above first.") : refusal === null ? null : this.text(refusal);
    return html`
      <div class="buttons"><button class="first" aria-disabled=${cannotStart === null ? "false" : "true"} aria-describedby="cannot-start"
          @click=${() => { if (spec !== null && cannotStart === null) void session.start(spec, format); }}>${msg("Export")}</button>
        <span id="cannot-start" class="error note">${cannotStart}</span></div>
      ${checked.problems.filter(({ at }) => at === "all").map(({ problem }) => html`<p class="error note">${describeProblem(problem, this.language)}</p>`)}
      ${note?.at === "start" && cannotStart === null ? html`<p class=${note.isProblem ? "error note" : "note"}>${this.text(note.says)}</p>` : nothing}`;
  }

  /** Buttons come and go with an export: the focus goes to the one that takes the place of its own. */
  private async keepFocus({ run, note }: ExportView): Promise<void> {
    const running = this.renderRoot.querySelector<ExportRunElement>("tau-export-run");
    const list = this.renderRoot.querySelector<ExportListElement>("tau-export-list");
    // They may be drawn with the next frame only; what they will have is looked at now.
    for (const part of [running, list]) part?.requestUpdate();
    await Promise.all([running?.updateComplete, list?.updateComplete]);
    if (run !== null) this.#focus.rescue(running?.renderRoot.querySelector("button") ?? null);
    else if (note === null || note.at === "start") this.#focus.rescue(this.renderRoot.querySelector(".start button"));
    else this.#focus.rescue(list?.focusPlace(note.at === "list" ? null : note.at.folder) ?? null);
  }

  private readonly onFocus = (): void => {
    if (this.#session?.view.run === null) void this.#session.refresh();
  };
}
