import { FORMATS } from "../../exporters/format-table.ts";
import { formatCount, type BilingualText } from "../../model/index.ts";
import { MOST_SHARDS } from "../../results/shards.ts";
import { planSweep } from "../../sweep/plan.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import { bytesInWords, neededBytes } from "../../results/disk-space.ts";

/** What was measured for a sweep. */
export interface ExportCosts {
  /** Of which sweep: the key of `specKey`. */
  readonly key: string;
  /** Bytes by format, as far as they have been found out. */
  readonly bytes: Readonly<Record<string, { readonly bytes: number; readonly exact: boolean }>>;
  /** Seconds of the whole export by format, from a sample that was computed and written here. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly points: number;
}

/** Equal keys: the same sweep. */
export function specKey(spec: SweepSpec): string {
  return JSON.stringify(spec);
}

/** Says that a result of so many cells, or what is left of one that was begun, does not fit; `null` where it does, or nobody knows. */
export function quotaRefusal(bytes: number | null, cells: number, free: number | null, isBegun = false): BilingualText | null {
  if (bytes === null || free === null || neededBytes(bytes, cells) <= free) return null;
  const [needed, left] = [bytesInWords(neededBytes(bytes, cells)), bytesInWords(free)];
  if (isBegun) return {
    en: `What is left of it needs ${needed} of the browser’s storage, and ${left} are left. Delete other exports, or free space on the disk, then press Resume.`,
    zh: `其余部分需要浏览器存储空间 ${needed}，剩余 ${left}。请删除其他导出文件或腾出磁盘空间，然后按“继续”。`,
  };
  return {
    en: `This needs ${needed} of the browser’s storage, and ${left} are left. Ask for fewer points or fields, delete exports below, or use the command: its lines stand below the button.`,
    zh: `需要浏览器存储空间 ${needed}，剩余 ${left}。请减少点数或字段，删除下方的导出文件，或使用按钮下方的命令。`,
  };
}

/** What keeps a shard from being as short as is wanted: its one tile, or the number that there may be. */
export type ShardLimit = "tile" | "count";

export const SHARD_LIMITS: Readonly<Record<ShardLimit, BilingualText>> = {
  tile: {
    en: "A shard holds one tile at least, and a tile takes longer than the time that is wanted.",
    zh: "每个分片至少含一个分块，而一个分块的用时已超过所要求的时间。",
  },
  count: {
    en: `There may be ${formatCount(MOST_SHARDS)} shards at most, so each takes longer than the time that is wanted.`,
    zh: `分片至多 ${formatCount(MOST_SHARDS)} 个，因此每个的用时超过所要求的时间。`,
  },
};

export interface ShardPlan {
  readonly shards: number;
  /** Seconds that a shard is expected to take. */
  readonly seconds: number;
  /** Null where that is no more than is wanted. */
  readonly limit: ShardLimit | null;
}

/** Seconds of an export: those that each part of it takes anew, and those of its points. */
export interface ShardedSeconds {
  readonly once: number;
  readonly rest: number;
}

/** Into how many parts a sweep is cut so that each takes no longer than wanted, as far as that can be: parts are whole tiles, and `MOST_SHARDS` at most. */
export function planShards(spec: SweepSpec, { once, rest }: ShardedSeconds, wantedSeconds: number): ShardPlan {
  const { tiles } = planSweep(spec);
  const most = once + rest <= wantedSeconds ? tiles : Math.floor((tiles * (wantedSeconds - once)) / rest);
  const wanted = Math.ceil(tiles / Math.max(1, most));
  const shards = Math.min(MOST_SHARDS, wanted);
  return { shards, seconds: once + rest * (Math.ceil(tiles / shards) / tiles), limit: most < 1 ? "tile" : wanted > MOST_SHARDS ? "count" : null };
}

/** Formats that can hold these fields, in the registry's order. */
export function possibleFormats(fields: number): readonly string[] {
  return FORMATS.filter(({ holdsSeveralFields }) => holdsSeveralFields || fields <= 1).map(({ id }) => id);
}
