import { planSweep, tileAt, type CellRange } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { Shard } from "./records.ts";

/** More shards than this have no use: a shard holds a tile at least. */
export const MOST_SHARDS = 1_000_000;

/** The cells of a shard: whole tiles, as even as can be; none, where there are more shards than tiles. */
export function shardRange(spec: SweepSpec, { index, count }: Shard): CellRange {
  const plan = planSweep(spec);
  const at = (shard: number) => {
    const tile = Math.floor((shard * plan.tiles) / count);
    return tile === plan.tiles ? plan.cells : tileAt(plan, tile).start;
  };
  return { from: at(index), to: at(index + 1) };
}
