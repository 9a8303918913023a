import { updateWhenLocaleChanges } from "@lit/localize";
import { LitElement } from "lit";
import { pageLanguage, type PageLanguage } from "../../i18n/language.ts";
import type { BilingualText } from "../../model/index.ts";

/** An element that is drawn anew when the language changes. */
export abstract class LocalizedElement extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected get language(): PageLanguage {
    return pageLanguage();
  }

  /** A text that comes in both languages, in the one that is shown. */
  protected text(text: BilingualText): string {
    return text[this.language];
  }
}
