import { msg, str } from "@lit/localize";
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { chartCsv, type ChartTable } from "../../state/chart-table.ts";
import { LocalizedElement } from "../internal/localized-element.ts";
import { saveText } from "../internal/save-text.ts";
import { sharedStyles } from "../internal/styles.ts";
import { standaloneSvg } from "./standalone-svg.ts";

/**
 * A frame around a chart, with buttons that hand it to the reader: SVG, which stands alone, and CSV of the numbers drawn. A chart uses it
 * in one line of its template:
 *
 *     html`<tau-figure-frame file="growth-over-tau" .heading=${title} .sentence=${sentence} .table=${() => table}>${picture}</tau-figure-frame>`
 *
 * The pictures are all `svg[role="img"]` within, also in the shadow roots of chart elements, in their order and one below the other; an
 * `svg[data-for-file]` may be hidden on the page, such as a key that the page has in a table. They need `width` and `height`. Parts with the class
 * `transient` are left out of the file. Without `table` there is no CSV.
 */
@customElement("tau-figure-frame")
export class FigureFrameElement extends LocalizedElement {
  static override styles = [sharedStyles, css`
    :host { min-width: 0; }
    .save { display: flex; justify-content: flex-end; align-items: center; gap: 6px; margin: 4px 0 8px; font-size: 0.75rem; color: var(--tau-muted); }
    button { min-height: 28px; padding: 2px 10px; font-size: 0.75rem; color: var(--tau-text); }
    @media print { .save { display: none; } }
  `];

  /** Name of the files, without their ending. */
  @property() file = "figure";
  /** What the chart is called. */
  @property({ attribute: false }) heading = "";
  /** What it shows, in words. */
  @property({ attribute: false }) sentence = "";
  /** The numbers that are drawn; asked for when they are saved. */
  @property({ attribute: false }) table: (() => ChartTable) | undefined;

  override render(): TemplateResult {
    return html`
      <slot></slot>
      <div class="save" role="group" aria-label=${msg(str`Save ${this.heading}`)}>
        <span aria-hidden="true">${msg("Save as")}</span>
        <button @click=${this.saveSvg} aria-label=${msg(str`Save as SVG: ${this.heading}`)}>SVG</button>
        ${this.table === undefined ? "" : html`<button @click=${this.saveCsv} aria-label=${msg(str`Save as CSV: ${this.heading}`)}>CSV</button>`}
      </div>`;
  }

  private readonly saveSvg = (): void => {
    const ground = getComputedStyle(this).getPropertyValue("--tau-surface").trim();
    const text = { title: this.heading, description: this.sentence, language: this.language === "zh" ? "zh-Hans" : "en" };
    saveText(`${this.file}.svg`, "image/svg+xml", standaloneSvg([...picturesIn(this)], text, ground));
  };

  private readonly saveCsv = (): void => {
    if (this.table !== undefined) saveText(`${this.file}.csv`, "text/csv", chartCsv(this.table()));
  };
}

/** The pictures within a node, in the order in which they stand. */
function* picturesIn(node: ParentNode): Generator<SVGSVGElement> {
  for (const child of node.children) {
    if (child instanceof SVGSVGElement) {
      if (child.getAttribute("role") === "img" || child.hasAttribute("data-for-file")) yield child;
      continue;
    }
    if (child.shadowRoot !== null) yield* picturesIn(child.shadowRoot);
    yield* picturesIn(child);
  }
}
