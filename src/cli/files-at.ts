import { resolve } from "node:path";
import type { ResultFileSystem } from "../results/file-system.ts";

/** The same files, with relative paths counted from a folder: messages can name a file as the person did. */
export function filesAt(folder: string, files: ResultFileSystem): ResultFileSystem {
  const at = (path: string) => resolve(folder, path);
  return {
    open: (path, mode) => files.open(at(path), mode),
    kind: (path) => files.kind(at(path)),
    list: (path) => files.list(at(path)),
    entries: (path) => files.entries(at(path)),
    makeFolder: (path) => files.makeFolder(at(path)),
    move: (from, to) => files.move(at(from), at(to)),
    remove: (path) => files.remove(at(path)),
    freeBytes: (path) => files.freeBytes(at(path)),
    lock: (path) => files.lock(at(path)),
  };
}
