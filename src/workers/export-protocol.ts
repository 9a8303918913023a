import type { BilingualText, FieldName } from "../model/index.ts";
import type { FormatCost } from "../results/format-cost.ts";
import type { RunFacts } from "../results/result-writer.ts";
import type { StoredResult } from "../results/stored-results.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { ComputedTile, Progress } from "../sweep/tile.ts";

export type { StoredResult };

/** What is to be written. */
export interface ExportOrder {
  /** Name of the result's own folder. */
  readonly folder: string;
  /** Name of the result in it. */
  readonly file: string;
  readonly spec: SweepSpec;
  /** Id of a row of the registry. */
  readonly format: string;
}

/** Where the tiles come from: the page, which holds the pool. Called by the worker; hands every tile to its `tile`. */
export interface TileFeed {
  /** Settles when all tiles of the range have been handed over. */
  run(range: CellRange): Promise<void>;
}

export type WriteAnswer =
  | { readonly kind: "done"; readonly bytes: number }
  /** It was asked to stop; what is done can be gone on from. */
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly says: BilingualText };

export type VerifyAnswer =
  | { readonly kind: "sound"; readonly bytes: number }
  | { readonly kind: "unsound"; readonly wrong: readonly BilingualText[] }
  | { readonly kind: "failed"; readonly says: BilingualText };

/** One tile's bytes, all of them here, for measuring formats. */
export type SampleFields = Readonly<Partial<Record<FieldName, Uint8Array<ArrayBuffer>>>>;

/** What the export worker does for the page: it alone writes, and hashes what it writes; encoders make text of cells, or compress them, for it. One result at a time. */
export interface ExportWorkerApi {
  /** Begins a result, or goes on with it; resolves when it is whole, was stopped, or failed. */
  write(order: ExportOrder, feed: TileFeed, onNote: (note: BilingualText) => void): Promise<WriteAnswer>;
  /** Takes the next tile of the open result; settles when its bytes may be reused. */
  tile(tile: ComputedTile, facts: RunFacts): Promise<void>;
  /** Stops what is being written, or verified. */
  stop(): Promise<void>;
  list(): Promise<StoredResult[]>;
  remove(folder: string): Promise<BilingualText | null>;
  verify(folder: string, file: string, onProgress: (progress: Progress) => void): Promise<VerifyAnswer>;
  /** What a format would take, from one tile: all cells of `formatSample(spec)`. Null where the format cannot be loaded or refuses the sweep. */
  measure(format: string, spec: SweepSpec, file: string, sample: SampleFields): Promise<FormatCost | null>;
  /** Writes a sample to the same place as results, and takes it away again: `write` with a name that no result has. */
  rehearse(order: Omit<ExportOrder, "folder">, feed: TileFeed): Promise<WriteAnswer>;
}
