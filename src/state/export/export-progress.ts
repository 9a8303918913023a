import type { Language } from "../../model/index.ts";
import { formatPercent } from "../format.ts";

/** How far a run is. Cells are points; what an earlier run did counts as done, but not as this run's speed. */
export interface RunProgress {
  readonly doneCells: number;
  readonly cells: number;
  /** Done when this run began to compute. */
  readonly beforeCells: number;
  /** Seconds of this run's computing and writing. */
  readonly seconds: number;
  /** Length of the result, as far as it is known. */
  readonly bytes: number | null;
}

export interface ProgressFacts {
  /** Whole per cent; 100 only when all is done. */
  readonly percent: number;
  /** Written so far; `null` where the length of the result is not known. */
  readonly bytes: number | null;
  /** Points a second; `null` before any was done. */
  readonly rate: number | null;
  /** Seconds; `null` before any was done. */
  readonly left: number | null;
}

export function progressFacts({ doneCells, cells, beforeCells, seconds, bytes }: RunProgress): ProgressFacts {
  const here = doneCells - beforeCells;
  const isKnown = here > 0 && seconds > 0;
  return {
    percent: Math.floor((100 * doneCells) / cells),
    bytes: bytes === null ? null : Math.floor(bytes * (doneCells / cells)),
    rate: isKnown ? here / seconds : null,
    left: isKnown ? (seconds * (cells - doneCells)) / here : null,
  };
}

const MARK = /^\d+ ?% · /;

/** The title of the browser's tab with how far the run is before it; `null` takes that away. */
export function titleWithProgress(title: string, percent: number | null, language: Language): string {
  const bare = title.replace(MARK, "");
  return percent === null ? bare : `${formatPercent(percent / 100, 3, language)} · ${bare}`;
}
