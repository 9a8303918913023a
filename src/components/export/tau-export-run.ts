import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { formatCount } from "../../model/index.ts";
import { bytesInWords } from "../../results/disk-space.ts";
import { progressFacts } from "../../state/export/export-progress.ts";
import { isStopping, type RunView } from "../../state/export/export-view.ts";
import { formatRate, formatSeconds } from "../../state/export/measures.ts";
import { formatPercent } from "../../state/format.ts";
import { sharedStyles } from "../internal/styles.ts";
import { ExportPart } from "./export-element.ts";
import { exportStyles } from "./export-styles.ts";

/** How far the export is, with the buttons that stop it. */
@customElement("tau-export-run")
export class ExportRunElement extends ExportPart {
  static override styles = [sharedStyles, exportStyles, css`
    .run { display: grid; gap: 8px; padding: 12px; border: 1px solid var(--tau-line); border-radius: 8px; background: var(--tau-panel); }
    .says { font-size: 0.8125rem; font-variant-numeric: tabular-nums; min-height: 2.9em; }
    b { overflow-wrap: anywhere; font-size: 0.875rem; }
  `];

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    const run = session?.view.run;
    if (session === undefined || run == null) return nothing;
    const { order, progress } = run;
    const stopping = isStopping(run) ? "true" : "false";
    return html`<div class="run"><b>${msg(str`Exporting ${order.file}`)}</b>
      <progress max=${progress.cells} value=${progress.doneCells} aria-label=${msg("Progress of the export")}></progress>
      <p class="says">${this.saysOf(run)}</p>
      <div class="buttons"><button aria-disabled=${stopping} @click=${() => session.pause()}>${msg("Pause")}</button>
        <button aria-disabled=${stopping} @click=${() => session.cancel()}>${msg("Cancel and delete")}</button></div>
    </div>`;
  }

  private saysOf({ phase, progress }: RunView): string {
    if (phase === "opening") return msg("Being opened; what was written before is checked.");
    if (phase === "finishing") return msg("Being finished and put in place.");
    if (phase === "pausing") return msg("Being paused.");
    if (phase === "cancelling") return msg("Being cancelled.");
    const { percent, bytes, rate, left } = progressFacts(progress);
    const parts = [
      formatPercent(percent / 100, 3, this.language), msg(str`${formatCount(progress.doneCells)} of ${formatCount(progress.cells)} points`),
      ...bytes === null || progress.bytes === null ? [] : [msg(str`${bytesInWords(bytes)} of ${bytesInWords(progress.bytes)}`)],
      ...rate === null ? [] : [this.text(formatRate(rate))],
      ...left === null ? [] : [msg(str`about ${this.text(formatSeconds(left))} left`)],
    ];
    return parts.join(" · ");
  }
}
