import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatCount } from "../../model/index.ts";
import { bytesInWords, neededBytes } from "../../results/disk-space.ts";
import { specKey } from "../../state/export/export-plan.ts";
import { formatRate, formatSeconds } from "../../state/export/measures.ts";
import { cellCount, type SweepSpec } from "../../sweep/spec.ts";
import { sharedStyles } from "../internal/styles.ts";
import { ExportPart } from "./export-element.ts";
import { exportStyles } from "./export-styles.ts";
import { memoryHere } from "./shared-export.ts";

/** What the export will take, before it begins. */
@customElement("tau-export-plan")
export class ExportPlanElement extends ExportPart {
  static override styles = [sharedStyles, exportStyles, css`
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 10px 16px; }
    dt { font-size: 0.75rem; color: var(--tau-muted); }
    dd { font-variant-numeric: tabular-nums; min-height: 1.45em; overflow-wrap: anywhere; }
    dd .small { display: block; color: var(--tau-muted); }
  `];

  /** Null where the form cannot be read. */
  @property({ attribute: false }) spec: SweepSpec | null = null;

  override render(): TemplateResult | typeof nothing {
    const { session, spec } = this;
    if (session === undefined) return nothing;
    const { form, costs, free, isMeasuring } = session.view;
    const known = spec !== null && costs?.key === specKey(spec) ? costs : null;
    const size = known?.bytes[form.format];
    const seconds = known?.seconds[form.format];
    const waiting = spec !== null && isMeasuring ? msg("being measured…") : "–";
    const rows: readonly (readonly [id: string, label: string, value: string | TemplateResult])[] = [
      ["points", msg("Points"), spec === null ? "–" : formatCount(cellCount(spec))],
      ["size", msg("File size"), size === undefined ? waiting : size.exact ? bytesInWords(size.bytes) : msg(str`about ${bytesInWords(size.bytes)}`)],
      ["time", msg("Time on this machine"), seconds === undefined || spec === null ? waiting
        : html`${msg(str`about ${this.text(formatSeconds(seconds))}`)}<span class="small">${this.text(formatRate(cellCount(spec) / seconds))}</span>`],
      ["memory", msg("Memory while it runs"), spec === null ? "–" : msg(str`about ${bytesInWords(memoryHere(form.format, spec))}`)],
      ["needed", msg("Storage needed"), size === undefined || spec === null ? waiting : bytesInWords(neededBytes(size.bytes, cellCount(spec)))],
      ["free", msg("Storage left"), free === null ? msg("not told by this browser") : bytesInWords(free)],
    ];
    return html`<h2>${msg("What it takes")}</h2><dl>${rows.map(([id, label, value]) => html`<div><dt>${label}</dt><dd data-cost=${id}>${value}</dd></div>`)}</dl>`;
  }
}
