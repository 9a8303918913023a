import { svg, html, type SVGTemplateResult, type TemplateResult } from "lit";

const ROW = 18;
const LEFT = 8;
const GAP = 6;
/** Height of a sample, and how far it stands below the top of its row. */
const SAMPLE_HEIGHT = 12;
const SAMPLE_TOP = 3;

export interface FileKeyEntry {
  /** The mark of a series, as high as `SAMPLE_HEIGHT`. */
  readonly sample: SVGTemplateResult;
  readonly label: string;
}

/**
 * A chart's key as a picture, for the file that `tau-figure-frame` saves: the page has it as a list.
 * @param sampleWidth of each sample, CSS pixels @param width of the chart, CSS pixels
 */
export function fileKey(entries: readonly FileKeyEntry[], sampleWidth: number, width: number): TemplateResult {
  const height = ROW * entries.length;
  return html`<svg data-for-file aria-hidden="true" width=${width} height=${height} viewBox="0 0 ${width} ${height}">${entries.map(({ sample, label }, k) => svg`
    <g transform="translate(${LEFT} ${SAMPLE_TOP + ROW * k})">${sample}<text x=${sampleWidth + GAP} y=${SAMPLE_HEIGHT - 2}>${label}</text></g>`)}</svg>`;
}
