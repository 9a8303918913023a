import { svg, type SVGTemplateResult } from "lit";
import type { EngineSeries } from "../../benchmark/chart-data.ts";

/** How an engine is drawn: by its own colour and its own shape, so that no one needs the colour. */
export interface EngineMarkStyle {
  /** A custom property of src/design. */
  readonly colour: string;
  /** Outline around (0, 0), about 9 pixels across. */
  readonly shape: string;
}

export const ENGINE_MARKS: Readonly<Record<EngineSeries["engine"], EngineMarkStyle>> = {
  "wasm-threads": { colour: "var(--tau-series1)", shape: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z" },
  "wasm-simd": { colour: "var(--tau-series2)", shape: "M-4 -4H4V4H-4Z" },
  "wasm-scalar": { colour: "var(--tau-series3)", shape: "M0 -5.2L5 4H-5Z" },
  webgpu: { colour: "var(--tau-series4)", shape: "M0 -5.5L5.5 0L0 5.5L-5.5 0Z" },
  js: { colour: "var(--tau-series5)", shape: "M-1.5 -5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5V-1.5H-1.5Z" },
};

/** Side of an engine's mark in a key. */
export const ENGINE_SAMPLE = 14;

/** An engine's mark in a key, in a square of `ENGINE_SAMPLE`. */
export function engineSample(engine: EngineSeries["engine"]): SVGTemplateResult {
  const { shape, colour } = ENGINE_MARKS[engine];
  return svg`<path transform="translate(${ENGINE_SAMPLE / 2} ${ENGINE_SAMPLE / 2})" d=${shape} fill=${colour}></path>`;
}
