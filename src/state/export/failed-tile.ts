import { formatCount } from "../../model/index.ts";
import { MOST_SHARDS, shardRange } from "../../results/shards.ts";
import { planSweep } from "../../sweep/plan.ts";
import type { FailedTile } from "../../workers/tile-failed.ts";

/** Cells as a person reads them, the last one included. */
export function cellsOf({ range }: Pick<FailedTile, "range">): string {
  return `${formatCount(range.from)}–${formatCount(range.to - 1)}`;
}

/** The line of a shell that sees the same cells fail: the smallest shard that has them, alone. */
export function failingCommand({ spec, range, method, engine }: FailedTile): string {
  const part = method === "rows" ? "--method rows" : `--shard ${shardOfCell({ spec, range })} --out failed`;
  return `echo '${JSON.stringify(spec)}' | tauscape sweep - --engine ${engine} --threads 1 ${part}`;
}

function shardOfCell({ spec, range }: Pick<FailedTile, "spec" | "range">): string {
  const { tiles, tileCells } = planSweep(spec);
  const count = Math.min(tiles, MOST_SHARDS);
  let index = Math.min(count - 1, Math.floor(((range.from / tileCells) * count) / tiles));
  while (shardRange(spec, { index, count }).to <= range.from) index++;
  return `${index}/${count}`;
}
