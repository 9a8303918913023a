import type { ShardLimit } from "../state/export/export-plan.ts";
import type { FormatCost } from "../results/format-cost.ts";

export const PLAN_SCHEMA = "tauscape/plan@1";

/** What writing a format is expected to take, on this machine and its disk; seconds of the whole command, its start included. */
export interface PlannedFormat extends FormatCost {
  readonly memoryBytes: number;
  /** Whether the disk has room for it; null where no one knows. */
  readonly fits: boolean | null;
}

/** Into how many shards the sweep is cut so that each takes no longer than wanted. */
export interface PlannedShards {
  readonly withinSeconds: number;
  readonly format: string;
  readonly count: number;
  /** Seconds that each takes at most; of one, of the whole command that writes the file. */
  readonly seconds: number;
  /** What keeps each from being as short as is wanted: its one tile, or the number that there may be. */
  readonly limit: ShardLimit | null;
  /** Seconds that joining them takes at most; of one, none. */
  readonly mergeSeconds: number;
  /** Lines for a shell; one shard is not joined. */
  readonly command: string;
  readonly merge: string | null;
}

/** What `plan --json` prints. */
export interface PlanAnswer {
  readonly schema: typeof PLAN_SCHEMA;
  readonly spec: string;
  readonly points: number;
  readonly tiles: { readonly count: number; readonly cells: number };
  /** Of the summary, without a file; of the whole command. */
  readonly seconds: number;
  readonly formats: readonly PlannedFormat[];
  readonly measured: { readonly points: number; readonly seconds: number; readonly engine: string; readonly threads: number };
  /** The folder that samples were written into. */
  readonly disk: { readonly folder: string; readonly freeBytes: number | null };
  /** Null where no time was wanted. */
  readonly shards: PlannedShards | null;
}
