import { msg } from "@lit/localize";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Anchor } from "../../components/internal/anchor.ts";
import { LocalizedElement } from "../../components/internal/localized-element.ts";
import { sharedStyles } from "../../components/internal/styles.ts";
import { richText } from "../../components/model-equation/rich-text.ts";
import "../../components/model-equation/tau-equation.ts";
import { otherSymbols, parameterTable } from "../../components/model-tables/parameter-table.ts";
import { tableStyles } from "../../components/internal/table-styles.ts";
import type { Theme } from "../../design/tokens.ts";
import { EQUATIONS, MODEL_SECTIONS, type ModelSection } from "../../model/document/index.ts";
import "../site-header/tau-site-header.ts";
import { renderClasses, renderClosingParts } from "./closing-parts.ts";
import { PARTS } from "./contents.ts";
import { pageStyles } from "./page-styles.ts";

/** The model as it is written: equations, tables, slips, assumptions, references; every tooltip of the explorer leads here. */
@customElement("tau-model-page")
export class ModelPage extends LocalizedElement {
  static override styles = [sharedStyles, tableStyles, pageStyles, css`
    .added { vertical-align: 2px; }
  `];

  @property({ attribute: false }) theme: Theme = "light";
  readonly #anchor = new Anchor(this);

  override render(): TemplateResult {
    return html`
      <tau-site-header page="model" .theme=${this.theme} @theme-change=${(event: CustomEvent<Theme>) => { this.theme = event.detail; }}></tau-site-header>
      <main>
        <div class="lede">
          <h1>${msg("The model: growth with compute as a factor of production")}</h1>
          <p>${msg("A report by Tsinghua and Inspur (December 2023) puts compute into an endogenous growth model. This page sets out its equations, R1 to R13, as the product reads them, and what the product adds, T1 and on.")}</p>
          <p><span class="added">${msg("beyond the report")}</span> ${msg("marks what the report does not say.")}</p>
        </div>
        <nav aria-label=${msg("Contents")}>${this.renderContents()}</nav>
        <div class="text">
          ${MODEL_SECTIONS.map((section) => this.renderSection(section))}
          ${renderClosingParts(this.#anchor.current)}
        </div>
      </main>`;
  }

  private renderContents(): TemplateResult {
    const { current } = this.#anchor;
    return html`<ol>${PARTS.map(({ id, title, equations }) => html`<li>
      <a href="#${id}" aria-current=${id === current ? "true" : nothing}>${this.text(title)}</a>
      ${equations.length === 0 ? nothing : html`<div class="numbers">${equations.map(({ number }) => html`
        <a href="#${number}" aria-current=${number === current ? "true" : nothing}>${number}</a>`)}</div>`}
    </li>`)}</ol>`;
  }

  private renderSection({ number, title, added, intro }: ModelSection): TemplateResult {
    const { current } = this.#anchor;
    return html`<section id=${number} tabindex="-1" aria-labelledby="title-${number}">
      <h2 id="title-${number}">${number}. ${this.text(title)}${added ? html`<span class="added">${msg("beyond the report")}</span>` : nothing}</h2>
      ${intro.map((text) => html`<p>${richText(this.text(text))}</p>`)}
      ${number === 1 ? [parameterTable(current), otherSymbols()] : nothing}
      ${EQUATIONS.filter(({ section }) => section === number).map((equation) => html`
        <tau-equation id=${equation.number} tabindex="-1" .equation=${equation} ?current=${equation.number === current}></tau-equation>`)}
      ${number === 6 ? renderClasses() : nothing}
    </section>`;
  }
}
