import { giveSameBits } from "../engines/engine.ts";
import type { ResultFileSystem } from "./file-system.ts";
import { readManifest, type Manifest } from "./manifest.ts";
import { filesOf, MANIFEST_SUFFIX, readShardName } from "./names.ts";
import { refused } from "./problems.ts";

/** The shards of one sweep, all of them, in order. */
export interface ShardSet {
  /** Name of the whole, without folder. */
  readonly whole: string;
  readonly shards: readonly { readonly path: string; readonly manifest: Manifest }[];
}

/** Finds the one set of shards in a folder and makes sure that it is whole and of one sweep. @throws ResultError with what is missing or does not fit */
export async function findShards(files: ResultFileSystem, folder: string): Promise<ShardSet> {
  if (await files.kind(folder) !== "folder") throw refused(`${folder} is no folder. Give the one that the shards lie in.`, `${folder} 不是文件夹。请给出分片所在的文件夹。`);
  const names = (await files.list(folder)).flatMap((name) => readShardName(name) ?? []);
  const wholes = [...new Set(names.map(({ whole, shard }) => `${whole} (${shard.count})`))].sort();
  if (wholes.length !== 1) {
    const found = wholes.length === 0 ? { en: "no shards", zh: "没有分片" } : { en: `shards of ${wholes.join(", ")}`, zh: `以下各组的分片：${wholes.join("、")}` };
    throw refused(`${folder} must hold the shards of one sweep: found ${found.en}. Move the others away.`, `${folder} 中应只有一次扫描的分片：得到${found.zh}。请移走其他分片。`);
  }
  const [{ whole, shard: { count } }] = names;
  const shards: { path: string; manifest: Manifest }[] = [];
  const missing: number[] = [];
  for (let index = 0; index < count; index++) {
    const path = `${folder}/${whole}.shard-${index}-of-${count}`;
    const manifest = await readManifest(files, filesOf(path).manifest);
    if (manifest === null) missing.push(index);
    else shards.push({ path, manifest });
  }
  if (missing.length > 0) {
    throw refused(
      `${whole}: ${missing.length} of ${count} shards have not been finished: ${missing.join(", ")}. Run each with --shard I/${count} --resume, then merge again.`,
      `${whole}：${count} 个分片中有 ${missing.length} 个尚未完成：${missing.join("、")}。请分别用 --shard I/${count} --resume 运行，再合并。`,
    );
  }
  refuseMixture(whole, shards.map(({ path, manifest }) => ({ where: path + MANIFEST_SUFFIX, manifest })));
  return { whole, shards };
}

function refuseMixture(whole: string, shards: readonly { readonly where: string; readonly manifest: Manifest }[]): void {
  const [{ where: firstWhere, manifest: first }] = shards;
  for (const [index, { where, manifest }] of shards.entries()) {
    const rows: readonly [en: string, zh: string, differs: boolean][] = [
      ["another spec", "规格不同", manifest.specHash !== first.specHash],
      ["another version of the program", "程序版本不同", manifest.version !== first.version],
      ["values of another kind", "数值种类不同", !giveSameBits(manifest.engine, first.engine)],
      ["another format", "格式不同", manifest.format !== first.format],
      ["another place", "位置不符", manifest.shard?.index !== index || manifest.shard.count !== shards.length],
    ];
    const row = rows.find(([, , differs]) => differs);
    if (row === undefined) continue;
    throw refused(`${whole}: ${where} is of ${row[0]} than ${firstWhere}. Run that shard again with --force.`, `${whole}：${where} 与 ${firstWhere} ${row[1]}。请用 --force 重新运行该分片。`);
  }
}
