import type { BilingualText } from "../../model/index.ts";
import type { ExportOrder, StoredResult } from "../../workers/export-protocol.ts";
import { USUAL_EXPORT, type ExportForm } from "./export-form.ts";
import type { ExportCosts } from "./export-plan.ts";
import type { RunProgress } from "./export-progress.ts";

export const RUN_PHASES = ["opening", "writing", "finishing", "pausing", "cancelling"] as const;
export type RunPhase = (typeof RUN_PHASES)[number];

/** The export that is being written. */
export interface RunView {
  readonly order: ExportOrder;
  readonly phase: RunPhase;
  readonly progress: RunProgress;
}

/** Whether it has been told to stop. */
export function isStopping({ phase }: Pick<RunView, "phase">): boolean {
  return phase === "pausing" || phase === "cancelling";
}

/** An export that is compared with its manifest. */
export interface CheckView {
  readonly folder: string;
  readonly done: number;
  readonly total: number;
}

/** What became of something that was asked for, said where it was asked. */
export interface ExportNote {
  /** The button that starts, the list as a whole, or the row of an export. */
  readonly at: "start" | "list" | { readonly folder: string };
  readonly says: BilingualText;
  readonly isProblem: boolean;
}

/** All that the panel shows. */
export interface ExportView {
  readonly form: ExportForm;
  readonly costs: ExportCosts | null;
  readonly isMeasuring: boolean;
  /** Bytes that the browser still gives this page; `null` where it does not tell. */
  readonly free: number | null;
  /** `null` before they have been read. */
  readonly stored: readonly StoredResult[] | null;
  readonly run: RunView | null;
  /** Exports that ended, however they did, since the page was opened. */
  readonly runs: number;
  readonly check: CheckView | null;
  readonly note: ExportNote | null;
  /** For those who hear the page: what has just happened. */
  readonly said: BilingualText;
}

export const SILENCE: BilingualText = { en: "", zh: "" };

export const EMPTY_EXPORT: ExportView = {
  form: USUAL_EXPORT, costs: null, isMeasuring: false, free: null, stored: null, run: null, runs: 0, check: null, note: null, said: SILENCE,
};

export function isNoteOf(note: ExportNote | null, folder: string): note is ExportNote {
  return note !== null && typeof note.at === "object" && note.at.folder === folder;
}
