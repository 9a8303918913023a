import { msg, str } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { BenchWork } from "../../state/benchmark/bench-view.ts";
import { BenchElement } from "../internal/bench-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** What runs now, how far it is, a way to end it; and how it ended where it did not end well. */
@customElement("tau-bench-progress")
export class BenchProgressElement extends BenchElement {
  static override styles = [sharedStyles, css`
    .running { display: grid; grid-template-columns: 1fr auto; gap: 6px 12px; align-items: center; }
    button { font-size: 0.8125rem; }
    progress { width: 100%; height: 8px; accent-color: var(--tau-accent); }
    .label { grid-column: 1 / -1; min-height: 2.9em; font-size: 0.8125rem; }
  `];

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (session === undefined) return nothing;
    const { work, progress, failure } = session.view;
    return html`
      ${work === null ? nothing : html`<div class="running">
        <progress aria-label=${this.nameOf(work)} max=${progress?.total ?? 1} value=${progress?.done ?? 0}></progress>
        <button @click=${() => session.stop("cancelled")}>${msg("Cancel")}</button>
        <p class="label muted">${progress === null ? msg("Starting the engines.") : msg(str`${progress.done} of ${progress.total} runs. Now: ${this.text(progress.label)}.`)}</p>
      </div>`}
      <div role="alert">${failure === null ? nothing : html`<p class="error">${failure.work === "parity"
        ? msg(str`The comparison with the model ended without a result: ${this.text(failure.reason)}.`)
        : msg(str`The benchmark ended without a result: ${this.text(failure.reason)}.`)}</p>`}</div>`;
  }

  private nameOf(work: BenchWork): string {
    return work === "parity" ? msg("Progress of the comparison") : msg("Progress of the benchmark");
  }
}
