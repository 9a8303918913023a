import { LockedError, type FolderEntry, type ResultFileSystem, type ResultLock } from "../file-system.ts";
import { splitPath } from "../names.ts";
import { moveFile, moveFolder } from "./opfs-move.ts";
import { ReadableFile, WritableFile } from "./opfs-file.ts";
import { withCode, type WorkerFileHandle } from "./opfs-handles.ts";

const LOCK_PREFIX = "tauscape:";

/**
 * The private file system of the page's origin, as a dedicated worker sees it. Bytes are written through handles that hold nothing back, so that what was
 * written is there when the tab is closed or killed; paths are relative to its root, with `/` between names.
 */
export const OPFS_FILES: ResultFileSystem = {
  open: (path, mode) => withCode(path, async () => {
    const { folder, name } = splitPath(path);
    const handle = await (await folderAt(folder, mode === "update")).getFileHandle(name, { create: mode === "update" }) as WorkerFileHandle;
    return mode === "read" ? new ReadableFile(path, await handle.getFile()) : new WritableFile(path, await handle.createSyncAccessHandle());
  }),
  kind: (path) => withCode(path, async () => {
    const { folder, name } = splitPath(path);
    const parent = await folderAt(folder, false).catch(orNull);
    if (parent === null) return null;
    try {
      await parent.getFileHandle(name);
      return "file";
    } catch (cause) {
      if (isNamed(cause, "TypeMismatchError")) return "folder";
      return orNull(cause);
    }
  }),
  list: (folder) => withCode(folder, async () => {
    const names: string[] = [];
    for await (const name of (await folderAt(folder, false)).keys()) names.push(name);
    return names;
  }),
  entries: (folder) => withCode(folder, async () => {
    const entries: FolderEntry[] = [];
    for await (const { name, kind } of (await folderAt(folder, false)).values()) entries.push({ name, isFolder: kind === "directory" });
    return entries;
  }),
  makeFolder: (path) => withCode(path, async () => { await folderAt(path, true); }),
  move: (from, to) => withCode(from, async () => {
    const [source, target] = [splitPath(from), splitPath(to)];
    const [fromFolder, toFolder] = [await folderAt(source.folder, false), await folderAt(target.folder, true)];
    if (await OPFS_FILES.kind(from) === "folder") {
      await moveFolder(fromFolder, source.name, toFolder, target.name);
      return;
    }
    if (await OPFS_FILES.kind(to) === "folder") await toFolder.removeEntry(target.name, { recursive: true });
    await moveFile(await fromFolder.getFileHandle(source.name), toFolder, target.name);
  }),
  remove: (path) => withCode(path, async () => {
    const { folder, name } = splitPath(path);
    const parent = await folderAt(folder, false).catch(orNull);
    await parent?.removeEntry(name, { recursive: true }).catch(orNull);
  }),
  freeBytes: async () => {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
  },
  lock: lockPath,
};

/** A folder below the root; `.` is the root. */
async function folderAt(path: string, create: boolean): Promise<FileSystemDirectoryHandle> {
  let folder = await navigator.storage.getDirectory();
  for (const name of path.split("/").filter((part) => part !== "" && part !== ".")) folder = await folder.getDirectoryHandle(name, { create });
  return folder;
}

/** The browser frees the lock of a tab that is gone. */
function lockPath(path: string): Promise<ResultLock> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(LOCK_PREFIX + path, { ifAvailable: true }, (lock) => {
      if (lock === null) throw new LockedError(path, { en: "another tab", zh: "另一个标签页" });
      return new Promise<void>((free) => {
        resolve({
          confirm: () => Promise.resolve(),
          release: async () => {
            free();
            await held;
          },
        });
      });
    });
    held.catch(reject);
  });
}

function isNamed(cause: unknown, name: string): boolean {
  return cause instanceof Error && cause.name === name;
}

function orNull(cause: unknown): null {
  if (isNamed(cause, "NotFoundError")) return null;
  throw cause;
}
