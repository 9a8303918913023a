import { MOST_SHARDS, shardRange } from "../results/shards.ts";
import { planSweep } from "../sweep/plan.ts";
import type { TileFailedError } from "../workers/tile-failed.ts";
import type { Texts } from "./texts/texts.ts";

/** What failed, and what a person can run to see it fail. */
export function describeFailedTile({ spec, range, method, engine, failures, reason }: TileFailedError, texts: Texts): string {
  const part = method === "rows" ? "--method rows" : `--shard ${shardOfCell({ spec, range })} --out failed`;
  const command = `echo '${JSON.stringify(spec)}' | tauscape sweep - --engine ${engine} --threads 1 ${part}`;
  return texts.sweep.tileFailed(`${range.from}–${range.to - 1}`, failures, engine, reason, command);
}

/** The smallest shard that has the cells of a tile. */
function shardOfCell({ spec, range }: Pick<TileFailedError, "spec" | "range">): string {
  const { tiles, tileCells } = planSweep(spec);
  const count = Math.min(tiles, MOST_SHARDS);
  let index = Math.min(count - 1, Math.floor(((range.from / tileCells) * count) / tiles));
  while (shardRange(spec, { index, count }).to <= range.from) index++;
  return `${index}/${count}`;
}
