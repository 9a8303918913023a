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
    en: `The rest needs ${needed} of the browser’s storage; ${left} are free. Delete other exports, or free space on the disk, then press Resume.`,
    zh: `其余部分需要浏览器存储空间 ${needed}，可用空间为 ${left}。请删除其他导出文件或腾出磁盘空间，然后按“继续”。`,
  };
  return {
    en: `This needs ${needed} of the browser’s storage, and ${left} are left. Ask for fewer points or fields, delete exports below, or use the command: its lines stand below the button.`,
    zh: `需要浏览器存储空间 ${needed}，剩余 ${left}。请减少点数或字段，删除下方的导出文件，或使用按钮下方的命令。`,
  };
}

/** What keeps a sweep from being done in the time that is wanted: the one tile that a shard has at least, the number of shards that there may be, or joining them into the format. */
export type ShardLimit = "tile" | "count" | "merge";

export const SHARD_LIMITS: Readonly<Record<ShardLimit, BilingualText>> = {
  tile: {
    en: "A shard holds one tile at least, and starting and one tile take longer than the time that is wanted.",
    zh: "每个分片至少含一个分块，而启动加上一个分块的用时已超过所要求的时间。",
  },
  count: {
    en: `There may be ${formatCount(MOST_SHARDS)} shards at most, so each takes longer than the time that is wanted.`,
    zh: `分片至多 ${formatCount(MOST_SHARDS)} 个，因此每个分片的用时仍会超过所要求的时间。`,
  },
  merge: {
    en: "Writing all points in this format takes longer than the time that is wanted, and joining shards into it may take as long.",
    zh: "以该格式写出所有点的用时超过所要求的时间，将分片合并为该格式可能同样费时。",
  },
};

export interface ShardPlan {
  readonly shards: number;
  /** Whether one job writes the format itself, so that nothing is joined. */
  readonly isWhole: boolean;
  /** Seconds that a shard is expected to take, or the job that writes the whole. */
  readonly seconds: number;
  /** Null where nothing is known to take longer than is wanted. */
  readonly limit: ShardLimit | null;
}

/** Seconds of an export: as shards of bare values, those that each part of it takes anew and those of its points; and as one job that writes the whole in its format. */
export interface ShardedSeconds {
  readonly once: number;
  readonly rest: number;
  readonly whole: number;
}

/**
 * Into how many parts a sweep is cut so that each takes no longer than wanted, as far as that can be: parts are whole tiles, and `MOST_SHARDS` at most.
 * One job writes the whole where that is quick enough, or where its only tile as a shard is not.
 */
export function planShards(spec: SweepSpec, { once, rest, whole }: ShardedSeconds, wantedSeconds: number): ShardPlan {
  if (whole <= wantedSeconds) return { shards: 1, isWhole: true, seconds: whole, limit: null };
  const { tiles } = planSweep(spec);
  const most = once + rest <= wantedSeconds ? tiles : Math.floor((tiles * (wantedSeconds - once)) / rest);
  const wanted = Math.ceil(tiles / Math.max(1, most));
  const shards = Math.min(MOST_SHARDS, wanted);
  if (shards === 1 && most < 1) return { shards, isWhole: true, seconds: whole, limit: "tile" };
  // Joining leaves out what computing takes, at most as much as one shard of all points does.
  const joinsTooLong = shards === 1 || whole - (once + rest) > wantedSeconds;
  const limit = most < 1 ? "tile" : wanted > MOST_SHARDS ? "count" : joinsTooLong ? "merge" : null;
  return { shards, isWhole: false, seconds: once + rest * (Math.ceil(tiles / shards) / tiles), limit };
}

/** Formats that can hold these fields, in the registry's order. */
export function possibleFormats(fields: number): readonly string[] {
  return FORMATS.filter(({ holdsSeveralFields }) => holdsSeveralFields || fields <= 1).map(({ id }) => id);
}
