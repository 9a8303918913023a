import type { BilingualText, FieldName } from "../model/index.ts";
import type { Digests } from "../sweep/checksum.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { ComputedTile } from "../sweep/tile.ts";
import { PartReader } from "./check-parts.ts";
import type { ResultFile, ResultFileSystem } from "./file-system.ts";
import type { ShardSet } from "./find-shards.ts";
import { readChunks, readParts, type ManifestPart } from "./manifest.ts";
import { filesOf } from "./names.ts";
import { cellsInWords, failed } from "./problems.ts";
import type { TileRecord } from "./records.ts";
import { shardLayout } from "./shard-format.ts";
import { fromHex, toHex } from "./work.ts";

/** The tiles of a whole sweep, read back from its shards in order, each checked against what its manifest says. @param from a tile's first cell @throws ResultError where bytes are not what was written */
export async function* readShards(files: ResultFileSystem, { shards }: ShardSet, from: number, digests: Digests): AsyncGenerator<ComputedTile> {
  for (const { path, manifest } of shards) {
    if (manifest.range.to <= from || manifest.range.from === manifest.range.to) continue;
    const { manifest: manifestPath } = filesOf(path);
    // What an engine computes within a tolerance has no digests by field; what was written has.
    if (Object.values(manifest.checksums).includes(null)) await checkParts(files, path, readParts(files, manifestPath), digests);
    const file = await files.open(path, "read");
    try {
      for await (const chunk of readChunks(files, manifestPath, manifest)) {
        if (chunk.start >= from) yield await readTile(path, file, manifest.spec, manifest.range, chunk, digests);
      }
    } finally {
      await file.close();
    }
  }
}

async function checkParts(files: ResultFileSystem, path: string, parts: AsyncIterable<ManifestPart>, digests: Digests): Promise<void> {
  const reader = new PartReader(files, path, digests);
  try {
    for await (const part of parts) {
      if (await reader.isSound(part)) continue;
      const cells = part.cells === null ? { en: "its frame", zh: "其框架" } : cellsInWords(part.cells.from, part.cells.to);
      throw damaged(path, cells);
    }
  } finally {
    await reader.close();
  }
}

function damaged(path: string, { en, zh }: BilingualText) {
  return failed(
    `${path} is damaged: ${en} are not what was written. Run that shard again with --force, then merge again.`,
    `${path} 已损坏：${zh}与写入时不符。请用 --force 重新运行该分片，再合并。`,
  );
}

async function readTile(
  path: string, file: ResultFile, spec: SweepSpec, range: CellRange, record: TileRecord, digests: Digests,
): Promise<ComputedTile> {
  const { start, count, totals, seconds } = record;
  const layout = shardLayout(spec, range);
  const fields: Partial<Record<FieldName, Uint8Array<ArrayBuffer>>> = {};
  for (const [k, field] of spec.fields.entries()) {
    const { elementBytes, offset } = layout[k];
    const bytes = new Uint8Array(elementBytes * count);
    const length = await file.read(bytes, offset + elementBytes * (start - range.from));
    const expected = record.digests[k] ?? null;
    if (length !== bytes.length || (expected !== null && toHex(digests.pieces(bytes)) !== expected)) {
      const { en, zh } = cellsInWords(start, start + count);
      throw damaged(path, { en: `${field} at ${en}`, zh: `${field} 的${zh}` });
    }
    fields[field] = bytes;
  }
  return { start, count, totals, seconds, fields, digests: record.digests.map((hex) => (hex === null ? null : fromHex(hex))) };
}
