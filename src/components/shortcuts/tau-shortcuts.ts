import { msg } from "@lit/localize";
import { css, html, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { dialogStyles, showDialog } from "../internal/dialog.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";
import { namesOfChord, shortcutsOf, type ShortcutScope } from "./shortcuts.ts";

/** The list of all keys, over the page. */
@customElement("tau-shortcuts")
export class ShortcutsElement extends LocalizedElement {
  static override styles = [sharedStyles, dialogStyles, css`
    dialog { width: min(34rem, calc(100vw - 32px)); }
    .head button { font-size: 0.875rem; }
    h3 { margin-top: 16px; }
    dl { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px 20px; margin-top: 8px; font-size: 0.875rem; align-items: center; }
    dd { text-align: right; }
    kbd { display: inline-block; min-width: 1.75em; padding: 1px 6px; border: 1px solid var(--tau-line); border-radius: 4px; font: inherit; text-align: center; background: var(--tau-surface); }
  `];

  @query("dialog") private readonly dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <div class="head"><h2 id="title">${msg("Keys")}</h2><button @click=${() => this.dialog.close()}>${msg("Close")}</button></div>
      ${this.renderScope("page", msg("Anywhere"))}
      ${this.renderScope("scene", msg("Where the scene has the focus"))}
    </dialog>`;
  }

  show(): void {
    showDialog(this);
  }

  private renderScope(scope: ShortcutScope, title: string): TemplateResult {
    return html`<h3>${title}</h3><dl>${shortcutsOf(scope).map(([, { label, keys }]) => html`
      <dt>${this.text(label)}</dt>
      <dd>${keys.map((chord, k) => html`${k > 0 ? html` <span class="muted">${msg("or")}</span> ` : ""}${namesOfChord(chord).map((name) => html`<kbd>${name}</kbd> `)}`)}</dd>`)}</dl>`;
  }
}
