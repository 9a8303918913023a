import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { LocalizedElement } from "../internal/localized-element.ts";
import { sharedStyles } from "../internal/styles.ts";

/** Says where a file that is dragged over the page would go, and fires `file-drop` with it. */
@customElement("tau-file-drop")
export class FileDropElement extends LocalizedElement {
  static override styles = [sharedStyles, css`
    .hint {
      position: fixed; inset: 12px; z-index: 10; display: grid; place-items: center; border: 3px dashed var(--tau-accent); border-radius: 16px;
      background: color-mix(in srgb, var(--tau-panel) 88%, transparent); font-size: 1.25rem; font-weight: 600; pointer-events: none; text-align: center; padding: 24px;
    }
  `];

  @state() private isOver = false;

  override render(): TemplateResult | typeof nothing {
    return this.isOver ? html`<div class="hint">${msg("Drop the file to open its scenarios")}</div>` : nothing;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("dragover", this.onOver);
    addEventListener("dragleave", this.onLeave);
    addEventListener("drop", this.onDrop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("dragover", this.onOver);
    removeEventListener("dragleave", this.onLeave);
    removeEventListener("drop", this.onDrop);
  }

  private readonly onOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    this.isOver = true;
  };

  /** The pointer has left the window: it is over no other element. */
  private readonly onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isOver = false;
  };

  private readonly onDrop = (event: DragEvent): void => {
    this.isOver = false;
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent<File>("file-drop", { detail: file }));
  };
}
