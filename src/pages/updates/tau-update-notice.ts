import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LocalizedElement } from "../../components/internal/localized-element.ts";
import { sharedStyles } from "../../components/internal/styles.ts";

/** A newer version waits to be taken, or another tab has taken it. */
export type UpdateNews = "ready" | "taken";

/** Says, without stopping anybody, that a newer version is here. Fires `tau-update-wanted` when the reader asks for it. */
@customElement("tau-update-notice")
export class UpdateNotice extends LocalizedElement {
  static override styles = [sharedStyles, css`
    :host { position: fixed; inset: auto 16px 16px auto; z-index: 10; max-width: calc(100vw - 32px); }
    .notice {
      display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 14px; border: 1px solid var(--tau-line); border-radius: 8px;
      background: var(--tau-panel); font-size: 0.875rem; box-shadow: 0 2px 12px rgb(0 0 0 / 18%);
    }
    .main { background: var(--tau-accent); border-color: var(--tau-accent); color: var(--tau-accent-text); }
  `];

  @property({ attribute: false }) news: UpdateNews | null = null;

  override render(): TemplateResult {
    return html`<div role="status">${this.news === null ? nothing : html`<div class="notice">
      <span>${this.news === "ready" ? msg("A new version of Tauscape is ready.") : msg("A new version was taken in another tab. This one goes on with the old version until it is reloaded.")}</span>
      <button class="main" @click=${() => this.dispatchEvent(new CustomEvent("tau-update-wanted"))}>${msg("Reload")}</button>
      <button @click=${() => { this.news = null; }}>${msg("Later")}</button>
    </div>`}</div>`;
  }
}
