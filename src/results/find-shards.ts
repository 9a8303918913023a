import { formatCount } from "../model/index.ts";
import { giveSameBits } from "../engines/engine.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { ResultFileSystem } from "./file-system.ts";
import { readManifest, type Manifest } from "./manifest.ts";
import { filesOf, MANIFEST_SUFFIX, readShardName } from "./names.ts";
import { refused } from "./problems.ts";
import type { Shard } from "./records.ts";

/** The shards of one sweep, all of them, in order. */
export interface ShardSet {
  /** Name of the whole, without folder. */
  readonly whole: string;
  readonly spec: SweepSpec;
  /** The id of the format of the whole. */
  readonly format: string;
  readonly shards: readonly FoundShard[];
}

/** What joining needs of a shard's manifest: there may be very many. */
export interface FoundShard {
  readonly path: string;
  /** As the whole's manifest tells it. */
  readonly facts: Manifest["shards"][number];
  /** Whether every tile has a digest of each field. */
  readonly hasDigests: boolean;
}

/** Finds the one set of shards in a folder and makes sure that it is whole and of one sweep. @throws ResultError with what is missing or does not fit */
export async function findShards(files: ResultFileSystem, folder: string): Promise<ShardSet> {
  if (await files.kind(folder) !== "folder") throw refused(`${folder} is no folder. Give the one that the shards lie in.`, `${folder} 不是文件夹。请给出分片所在的文件夹。`);
  const names = (await files.list(folder)).flatMap((name) => readShardName(name) ?? []);
  const wholes = [...new Set(names.map(({ whole, shard }) => `${whole} (${formatCount(shard.count)})`))].sort();
  if (wholes.length === 0) throw refused(`${folder} holds no shards. Give the folder that sweep --shard wrote into.`, `${folder} 中没有分片。请给出 sweep --shard 写入的文件夹。`);
  if (wholes.length > 1) {
    throw refused(`${folder} must hold the shards of one sweep: found shards of ${wholes.join(", ")}. Move the others away.`, `${folder} 中应只有一次扫描的分片：得到以下各组的分片：${wholes.join("、")}。请移走其他分片。`);
  }
  const [{ whole, shard: { count } }] = names;
  const shards: FoundShard[] = [];
  const missing: number[] = [];
  const machines = new Map<string, Manifest["machine"]>();
  let first: PlacedManifest | null = null;
  for (let index = 0; index < count; index++) {
    const path = `${folder}/${whole}.shard-${index}-of-${count}`;
    const manifest = await readManifest(files, filesOf(path).manifest);
    if (manifest === null) {
      missing.push(index);
      continue;
    }
    first ??= { where: path + MANIFEST_SUFFIX, manifest };
    refuseMixture(whole, first, { where: path + MANIFEST_SUFFIX, manifest }, { index, count });
    const { range, engine, threads, checksums } = manifest;
    const key = JSON.stringify(manifest.machine);
    const machine = machines.get(key) ?? manifest.machine;
    machines.set(key, machine);
    shards.push({ path, facts: { index, count, range, engine, threads, machine }, hasDigests: !Object.values(checksums).includes(null) });
  }
  if (first === null || missing.length > 0) {
    throw refused(
      `${whole}: ${formatCount(missing.length)} of ${formatCount(count)} shards have not been finished: ${missing.join(", ")}. Run each with --shard I/${count} --resume, then merge again.`,
      `${whole}：${formatCount(count)} 个分片中有 ${formatCount(missing.length)} 个尚未完成：${missing.join("、")}。请分别用 --shard I/${count} --resume 运行，再合并。`,
    );
  }
  return { whole, spec: first.manifest.spec, format: first.manifest.format, shards };
}

interface PlacedManifest {
  readonly where: string;
  readonly manifest: Manifest;
}

function refuseMixture(whole: string, { where: firstWhere, manifest: first }: PlacedManifest, { where, manifest }: PlacedManifest, { index, count }: Shard): void {
  const rows: readonly [en: string, zh: string, differs: boolean][] = [
    ["another spec", "规格不同", manifest.specHash !== first.specHash],
    ["another version of the program", "程序版本不同", manifest.version !== first.version],
    ["values of another kind", "数值种类不同", !giveSameBits(manifest.engine, first.engine)],
    ["another format", "格式不同", manifest.format !== first.format],
    ["another place", "位置不符", manifest.shard?.index !== index || manifest.shard.count !== count],
  ];
  const row = rows.find(([, , differs]) => differs);
  if (row === undefined) return;
  throw refused(`${whole}: ${where} is of ${row[0]} than ${firstWhere}. Run that shard again with --force.`, `${whole}：${where} 与 ${firstWhere} ${row[1]}。请用 --force 重新运行该分片。`);
}
