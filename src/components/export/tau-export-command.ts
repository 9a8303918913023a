import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { formatCount } from "../../model/index.ts";
import { exportCommand, slurmLines, specName, specText } from "../../state/export/export-command.ts";
import { formatOf, wantedSeconds } from "../../state/export/export-form.ts";
import { planShards, SHARD_LIMITS, specKey } from "../../state/export/export-plan.ts";
import { formatSeconds } from "../../state/export/measures.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import { Copying } from "../internal/copy-text.ts";
import { saveText } from "../internal/save-text.ts";
import { sharedStyles } from "../internal/styles.ts";
import { ExportPart } from "./export-element.ts";
import { exportStyles } from "./export-styles.ts";

/** The same export by the command, on one machine or as shards on a cluster. */
@customElement("tau-export-command")
export class ExportCommandElement extends ExportPart {
  static override styles = [sharedStyles, exportStyles, css`
    details { font-size: 0.875rem; }
    pre { margin: 6px 0; padding: 8px 10px; border: 1px solid var(--tau-line); border-radius: 6px; font: 0.75rem/1.5 var(--tau-font-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
    p { font-size: 0.8125rem; margin-top: 8px; max-width: 70ch; }
    .wanted { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; font-size: 0.8125rem; margin-top: 12px; }
    .wanted input { width: 5rem; }
  `];

  @property({ attribute: false }) spec: SweepSpec | null = null;
  private readonly copying = new Copying(this);
  private readonly copyingShards = new Copying(this);

  override render(): TemplateResult | typeof nothing {
    const { session, spec } = this;
    if (session === undefined || spec === null) return nothing;
    const exporter = formatOf(session.view.form);
    const command = exportCommand(spec, exporter);
    return html`<details><summary>${msg("The same by the command, or on a cluster")}</summary>
      <p>${msg("Save the spec, then run in its folder:")}</p>
      <pre tabindex="0" aria-label=${msg("Command of the export")}>${command}</pre>
      <div class="buttons"><button @click=${() => saveText(specName(spec), "application/json", specText(spec))}>${msg("Save the spec")}</button>
        ${this.renderCopy(this.copying, command, msg("Copy the command"))}</div>
      ${this.renderShards(spec)}
    </details>`;
  }

  private renderShards(spec: SweepSpec): TemplateResult {
    const { form, costs } = this.session?.view ?? {};
    if (form === undefined) return html``;
    const wanted = wantedSeconds(form);
    const seconds = costs?.key === specKey(spec) ? costs.seconds[form.format] : undefined;
    const plan = wanted === null || seconds === undefined ? null : planShards(spec, { once: 0, rest: seconds, whole: seconds }, wanted);
    const lines = plan === null ? [] : slurmLines(spec, formatOf(form), plan.shards, plan.seconds);
    return html`
      <label class="wanted"><span>${msg("Hours that each shard may take")}</span>
        <input type="text" inputmode="decimal" autocomplete="off" aria-invalid=${wanted === null ? "true" : "false"} .value=${live(form.hours)}
          @input=${(event: Event) => this.session?.setForm((old) => ({ ...old, hours: (event.target as HTMLInputElement).value }))} /></label>
      ${wanted === null ? html`<p class="error">${msg("Hours: from one minute (0.017) to a year (8760).")}</p>` : nothing}
      ${plan === null ? html`<p class="muted">${wanted === null ? nothing : msg("The number of shards follows when the time has been measured.")}</p>` : html`
        <p>${plan.shards === 1 && plan.limit === null ? msg(str`One shard is enough: at this machine’s rate it takes about ${this.text(formatSeconds(plan.seconds))}.`)
          : msg(str`Shards: ${formatCount(plan.shards)}, of about ${this.text(formatSeconds(plan.seconds))} each at this machine’s rate.`)} ${plan.limit === null ? nothing : this.text(SHARD_LIMITS[plan.limit])}
          ${lines.length === 1 ? msg("The line for Slurm, which asks for half as much time again:") : msg("The lines for Slurm, which ask for half as much time again:")}</p>
        <pre tabindex="0" aria-label=${msg("Command of the shards")}>${lines.join("\n")}</pre>
        <div class="buttons">${this.renderCopy(this.copyingShards, lines.join("\n"), lines.length === 1 ? msg("Copy the line") : msg("Copy both lines"))}</div>`}`;
  }

  private renderCopy(copying: Copying, text: string, label: string): TemplateResult {
    return html`<button @click=${() => copying.copy(text)}>${copying.outcome === "copied" ? msg("Copied") : label}</button>
      <span role="status" class="small">${copying.outcome === "refused" ? msg("The browser does not allow copying here; select the text above and copy it.") : nothing}</span>`;
  }
}
