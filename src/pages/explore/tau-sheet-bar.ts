import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LocalizedElement } from "../../components/internal/localized-element.ts";
import { sharedStyles } from "../../components/internal/styles.ts";
import { verdictTone } from "../../components/verdict/verdict-tone.ts";
import { CLASS_BOUNDARY, type SignClass } from "../../model/index.ts";
import { verdictHeadline } from "../../state/verdict.ts";
import { SHEETS, type Sheet } from "./sheets.ts";

/** The bar at the foot of small screens: brings what is set, or what it means, beside the scene. Fires `sheet-change` with the sheet, or null. */
@customElement("tau-sheet-bar")
export class SheetBarElement extends LocalizedElement {
  static override styles = [sharedStyles, css`
    .says { flex: 1 0 100%; height: 2.25rem; margin-bottom: -8px; padding-top: 2px; font-weight: 600; font-size: 0.9375rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    nav { display: flex; flex-wrap: wrap; gap: 8px; padding: 8px 14px calc(8px + env(safe-area-inset-bottom)); background: var(--tau-panel); border-top: 1px solid var(--tau-line); }
    button { flex: 1; height: calc(3.75rem - 16px); padding-inline: 6px; font-size: 0.875rem; white-space: nowrap; }
    button[aria-expanded="true"] { border: 2px solid var(--tau-accent); font-weight: 600; color: var(--tau-accent); }
    .close { flex: 0 0 auto; padding-inline: 12px; }
    @media (forced-colors: active) { button[aria-expanded="true"] { border-color: Highlight; } }
  `];

  @property({ attribute: false }) open: Sheet | null = null;
  /** Of the present point: said in a line while a sheet hides the verdict. */
  @property({ attribute: false }) sign: SignClass = CLASS_BOUNDARY;

  override render(): TemplateResult {
    return html`<nav aria-label=${msg("Panels beside the scene")}>
      ${this.open === null ? nothing : html`<p class="says ${verdictTone(this.sign)}">${this.text(verdictHeadline(this.sign))}</p>`}
      ${SHEETS.map((sheet) => html`<button data-sheet=${sheet} aria-expanded=${sheet === this.open ? "true" : "false"}
        @click=${() => this.change(sheet === this.open ? null : sheet)}>${this.titleOf(sheet)}</button>`)}
      ${this.open === null ? nothing : html`<button class="close" @click=${() => this.change(null)}>${msg("Close")}</button>`}
    </nav>`;
  }

  /** Gives the focus back to the button that opened a sheet. */
  focusOn(sheet: Sheet): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-sheet="${sheet}"]`)?.focus();
  }

  private titleOf(sheet: Sheet): string {
    return sheet === "controls" ? msg("What you set") : msg("What it means");
  }

  private change(sheet: Sheet | null): void {
    this.dispatchEvent(new CustomEvent<Sheet | null>("sheet-change", { detail: sheet }));
  }
}
