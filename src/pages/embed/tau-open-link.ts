import { msg } from "@lit/localize";
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LocalizedElement } from "../../components/internal/localized-element.ts";
import { sharedStyles } from "../../components/internal/styles.ts";

/** The way from a bare view to the explorer, with all that is shown. */
@customElement("tau-open-link")
export class OpenLink extends LocalizedElement {
  static override styles = [sharedStyles, css`
    :host { text-align: right; font-size: 0.8125rem; }
    a { display: inline-block; padding: 4px 0; color: var(--tau-accent); }
  `];

  /** The state, as a fragment. */
  @property() link = "";

  override render(): TemplateResult {
    return html`<a href=${`./index.html${this.link}`} target="_blank" rel="noopener">${msg("Open in Tauscape")}</a>`;
  }
}
