import type { Shard } from "./records.ts";

export const MANIFEST_SUFFIX = ".manifest.json";

/** The files of a result while and after it is written, all beside PATH. */
export function filesOf(path: string) {
  return { partial: `${path}.partial`, journal: `${path}.journal`, manifest: `${path}${MANIFEST_SUFFIX}`, lock: `${path}.lock` };
}

export function shardPath(path: string, { index, count }: Shard): string {
  return `${path}.shard-${index}-of-${count}`;
}

const SHARD_NAME = /^(.+)\.shard-(\d+)-of-(\d+)(\..+)?$/;

/** Whose shard a file of this name is or belongs to; null where of none. */
export function readShardName(name: string): { readonly whole: string; readonly shard: Shard; readonly suffix: string } | null {
  const match = SHARD_NAME.exec(name);
  if (match === null) return null;
  const [, whole, index, count, suffix = ""] = match;
  return { whole, shard: { index: Number(index), count: Number(count) }, suffix };
}

/** A path without the separators that a shell may leave at its end: the files that stand beside it would lie inside it. */
export function withoutTrailingSeparators(path: string): string {
  return path.replace(/(?<=[^/])\/+$/, "");
}

/** Folder and name of a path; the folder of a bare name is `.`, that of a file at a drive's root ends in `/`. */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf("/");
  if (at < 0) return { folder: ".", name: path };
  const isRoot = at === 0 || /^[A-Za-z]:$/.test(path.slice(0, at));
  return { folder: path.slice(0, isRoot ? at + 1 : at), name: path.slice(at + 1) };
}
