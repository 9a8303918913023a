import { css, html, LitElement, unsafeCSS, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import temml from "temml";
import temmlCss from "temml/dist/Temml-Local.css?inline";

/** One formula as MathML. Built node by node: the page's policy allows no style attribute in markup. */
@customElement("tau-math")
export class MathElement extends LitElement {
  static override styles = [unsafeCSS(temmlCss), css`
    :host([display]) { display: block; }
    math { font-size: 1.06em; }
    :host([display]) math { justify-content: center; font-size: clamp(0.75rem, 4.9cqi, 1.2rem); }
  `];

  /** LaTeX of this project's own tables; what temml cannot read is an error of ours and throws. */
  @property({ attribute: false }) latex = "";
  /** As a line of its own. */
  @property({ type: Boolean }) display = false;

  override render(): TemplateResult {
    const formula = document.createElement("span");
    temml.render(this.latex, formula, { displayMode: this.display, throwOnError: true, wrap: "=" });
    return html`${formula}`;
  }
}
