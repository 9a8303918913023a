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
  /** Seconds that each takes at most; where nothing is joined, of the whole command that writes the file. */
  readonly seconds: number;
  /** What takes longer than is wanted: `"tile"`, starting and one tile; `"count"`, a shard, as there may not be more of them; `"merge"`, joining them into the format, or it may. Null where nothing is known to. */
  readonly limit: ShardLimit | null;
  /** Seconds that joining them takes at most; 0 where one job writes the format itself. */
  readonly mergeSeconds: number;
  /** Lines for a shell; `merge` is null where nothing is joined. */
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
