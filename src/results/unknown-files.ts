import type { ResultFileSystem } from "./file-system.ts";
import { readParts } from "./manifest.ts";
import { filesOf, splitPath } from "./names.ts";

/** So many are named; of all the number alone. */
const MOST_NAMED = 5;

/** Files in a result's folder that its manifest does not list. */
export interface UnknownFiles {
  readonly count: number;
  /** The first few, in the order of their names. */
  readonly named: readonly string[];
}

/**
 * Files that lie in a result's folder and are none of the result's: whoever looks through a folder leaves some there, and readers pass them over. None in a file. A link is one
 * file, whatever it leads to, and so is a folder that cannot be read. The names of all files are held at once, some hundred bytes for each 8 MB of the result.
 * @param path of a result whose manifest can be read
 * @returns null where the manifest or the folder cannot be read: what is known of the result beside this stays true
 * @throws the signal's reason alone
 */
export async function findUnknownFiles(files: ResultFileSystem, path: string, signal: AbortSignal): Promise<UnknownFiles | null> {
  try {
    return await lookThrough(files, path, signal);
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

async function lookThrough(files: ResultFileSystem, path: string, signal: AbortSignal): Promise<UnknownFiles> {
  if (await files.kind(path) !== "folder") return { count: 0, named: [] };
  const known = new Set<string>();
  for await (const part of readParts(files, filesOf(path).manifest)) {
    signal.throwIfAborted();
    // With the folders it lies in: one of them may be a link to where there is more room.
    for (let own = part.path; own !== "." && !known.has(own); own = splitPath(own).folder) known.add(own);
  }
  let count = 0;
  let named: string[] = [];
  for await (const found of filesIn(files, path, signal)) {
    if (known.has(found.slice(path.length + 1))) continue;
    count++;
    named = [...named, found].sort().slice(0, MOST_NAMED);
  }
  return { count, named };
}

/** Paths of all files in a folder and in the folders inside it, and of those of the latter that cannot be read. */
async function* filesIn(files: ResultFileSystem, base: string, signal: AbortSignal): AsyncGenerator<string> {
  const folders = [base];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal.throwIfAborted();
    const entries = await files.entries(folder).catch((cause: unknown) => {
      if (folder === base) throw cause;
      return null;
    });
    if (entries === null) yield folder;
    for (const { name, isFolder } of entries ?? []) {
      const path = `${folder}/${name}`;
      if (isFolder) folders.push(path);
      else yield path;
    }
  }
}
