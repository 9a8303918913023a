import { css } from "lit";
import { state } from "lit/decorators.js";
import { LocalizedElement } from "./localized-element.ts";
import { sharedStyles } from "./styles.ts";

/** Type and strokes that all charts share; one unit of their drawings is one CSS pixel. */
export const chartStyles = [sharedStyles, css`
  :host { min-width: 0; }
  svg { display: block; width: 100%; overflow: visible; }
  :where(svg:not(.plot)) text { font-size: 11px; fill: var(--tau-text); font-variant-numeric: tabular-nums; }
  text.muted { fill: var(--tau-muted); }
  .rule { stroke: var(--tau-line); stroke-width: 1; }
  .axis { stroke: var(--tau-muted); stroke-width: 1; }
  .whisker { stroke: var(--tau-text); stroke-width: 1; fill: none; }
  .halo { stroke: var(--tau-surface); stroke-width: 4; fill: none; }
  .alarm { fill: var(--tau-error); }
  h4 { margin: 0; font-size: 0.8125rem; font-weight: 600; }
  .says { margin: 2px 0 6px; font-size: 0.8125rem; color: var(--tau-muted); min-height: 2.9em; }
`];

/** What figures by `plotFigure` look like; their elements add it to `chartStyles`. */
export const plotStyles = css`
  .plot { --plot-background: var(--tau-surface); background: none; font-family: inherit; font-size: 11px; font-variant-numeric: tabular-nums; height: auto; max-width: 100%; }
  .plot text, .plot tspan { white-space: pre; }
  svg[data-for-file] { display: none; }
`;

/** An element that draws in as many pixels as it is wide. */
export abstract class ChartElement extends LocalizedElement {
  static override styles = chartStyles;

  /** CSS pixels; 0 until the element is laid out. */
  @state() protected width = 0;
  readonly #observer = new ResizeObserver(([entry]) => { this.width = Math.floor(entry.contentRect.width); });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }
}
