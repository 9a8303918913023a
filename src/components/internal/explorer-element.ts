import { updateWhenLocaleChanges } from "@lit/localize";
import { LitElement, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { pageLanguage, type PageLanguage } from "../../i18n/language.ts";
import type { Explorer } from "../../state/explorer.ts";
import type { BilingualText } from "../../model/index.ts";

/** An element that shows a part of the explorer and is drawn anew when the explorer, or the language, changes. */
export abstract class ExplorerElement extends LitElement {
  @property({ attribute: false }) explorer: Explorer | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("explorer")) this.#follow();
  }

  protected get language(): PageLanguage {
    return pageLanguage();
  }

  /** One of the model's texts in the language that is shown. */
  protected text(text: BilingualText): string {
    return text[this.language];
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.explorer?.subscribe(() => this.requestUpdate());
  }
}
