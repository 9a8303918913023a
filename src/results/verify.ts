import { formatCount, type BilingualText } from "../model/index.ts";
import { loadDigests } from "../sweep/checksum.ts";
import type { Progress } from "../sweep/tile.ts";
import { PartReader } from "./check-parts.ts";
import { readText, type ResultFileSystem } from "./file-system.ts";
import { readParts, type Manifest, type ManifestPart } from "./manifest.ts";
import { filesOf, splitPath } from "./names.ts";
import { cellsInWords } from "./problems.ts";

export interface VerifyOptions {
  readonly signal?: AbortSignal;
  /** In bytes. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Reads a whole result and compares every byte with its manifest; returns what does not match, in words, nothing where all does. */
export async function verifyResult(files: ResultFileSystem, path: string, manifest: Manifest, options: VerifyOptions = {}): Promise<BilingualText[]> {
  const { folder, name } = splitPath(path);
  const wrong: BilingualText[] = [];
  const [main, ...beside] = manifest.files;
  if (main.name !== name) wrong.push({ en: `${filesOf(path).manifest} speaks of ${main.name}, not of ${name}: if it was only renamed, give it that name back`, zh: `${filesOf(path).manifest} 说的是 ${main.name}，而不是 ${name}：若只是改了名，请改回原名` });
  for (const { name: sidecar, checksum } of beside) {
    const place = folder === "." ? sidecar : `${folder}/${sidecar}`;
    const text = await readText(files, place);
    if (text === null) wrong.push({ en: `${place} is missing`, zh: `缺少 ${place}` });
    else if ((await loadDigests()).checksum(new TextEncoder().encode(text)) !== checksum) wrong.push({ en: `${place} is not what was written`, zh: `${place} 与写入时不符` });
  }
  if (await files.kind(path) === null) return [...wrong, { en: `${path} is missing`, zh: `缺少 ${path}` }];
  return [...wrong, ...await wrongBytes(files, path, manifest, options)];
}

/** A file of the result, as it is and as it should be. */
interface Found {
  readonly where: string;
  /** Null where it is missing. */
  readonly size: number | null;
  planned: number;
}

async function wrongBytes(files: ResultFileSystem, path: string, manifest: Manifest, { signal, onProgress }: VerifyOptions): Promise<BilingualText[]> {
  const wrong = new NamedFaults();
  const total = resultBytes(manifest);
  let done = 0;
  const found = new Map<string, Found>();
  const reader = new PartReader(files, path, await loadDigests());
  try {
    for await (const part of readParts(files, filesOf(path).manifest)) {
      signal?.throwIfAborted();
      const file = found.get(part.path) ?? { where: part.path === "" ? path : `${path}/${part.path}`, size: await reader.sizeOf(part.path), planned: 0 };
      found.set(part.path, file);
      file.planned += part.length;
      if (file.size !== null && !await reader.isSound(part)) wrong.add(damageOf(file.where, part));
      // A folder may hold more files than memory has room for.
      if (file.planned === file.size) found.delete(part.path);
      onProgress?.({ done: done += part.length, total });
    }
  } finally {
    await reader.close();
  }
  for (const { where, size, planned } of found.values()) {
    if (size === null) wrong.add({ en: `${where} is missing`, zh: `缺少 ${where}` });
    else wrong.add({ en: `${where} has ${formatCount(size)} bytes in place of ${formatCount(planned)}`, zh: `${where} 有 ${formatCount(size)} 字节，应为 ${formatCount(planned)} 字节` });
  }
  return wrong.texts;
}

/** Faults that are named each; of more the number alone. */
const MOST_NAMED = 100;

class NamedFaults {
  readonly #named: BilingualText[] = [];
  #others = 0;

  add(fault: BilingualText): void {
    if (this.#named.length < MOST_NAMED) this.#named.push(fault);
    else this.#others++;
  }

  get texts(): BilingualText[] {
    if (this.#others === 0) return this.#named;
    return [...this.#named, { en: `${formatCount(this.#others)} more places are not what was written`, zh: `另有 ${formatCount(this.#others)} 处与写入时不符` }];
  }
}

/** Length of the result itself, of all files of a folder. */
export function resultBytes({ files: [{ bytes }] }: Manifest): number {
  return bytes;
}

function damageOf(where: string, { position, length, cells }: ManifestPart): BilingualText {
  const [first, last] = [position, position + length - 1].map(formatCount);
  const bytes = { en: `bytes ${first} to ${last}`, zh: `字节 ${first} 至 ${last}` };
  if (cells === null) return { en: `${where}: ${bytes.en} are not what was written`, zh: `${where}：${bytes.zh}与写入时不符` };
  const named = cellsInWords(cells.from, cells.to);
  return { en: `${where}: ${named.en} (${bytes.en}) are not what was written`, zh: `${where}：${named.zh}（${bytes.zh}）与写入时不符` };
}
