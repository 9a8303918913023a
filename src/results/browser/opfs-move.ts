import type { WorkerFileHandle } from "./opfs-handles.ts";

/** Stands in a folder from the moment on that its files are being moved away. */
const MOVING = ".moving";

/** Renames a file; one that stands there is replaced. */
export async function moveFile(file: FileSystemFileHandle, folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await (file as WorkerFileHandle).move(folder, name);
}

/**
 * Browsers rename no folder, so its files move one by one. A mark in the folder tells a move that was cut off from one that has not begun: only the latter takes
 * away what stands at the target. With its last file the folder goes.
 */
export async function moveFolder(from: FileSystemDirectoryHandle, name: string, to: FileSystemDirectoryHandle, newName: string): Promise<void> {
  const source = await from.getDirectoryHandle(name);
  const hasBegun = await holds(source, MOVING);
  if (hasBegun || !await isBare(source)) {
    if (!hasBegun) {
      await to.removeEntry(newName, { recursive: true }).catch(ignoreMissing);
      await source.getFileHandle(MOVING, { create: true });
    }
    await moveFiles(source, await to.getDirectoryHandle(newName, { create: true }));
  }
  await from.removeEntry(name, { recursive: true });
}

async function moveFiles(source: FileSystemDirectoryHandle, target: FileSystemDirectoryHandle): Promise<void> {
  const entries: [string, FileSystemHandle][] = [];
  for await (const entry of source.entries()) entries.push(entry);
  for (const [name, handle] of entries) {
    if (name === MOVING) continue;
    if (handle.kind === "directory") await moveFiles(handle as FileSystemDirectoryHandle, await target.getDirectoryHandle(name, { create: true }));
    else await moveFile(handle as FileSystemFileHandle, target, name);
  }
}

/** Whether no file is in a folder or below it: what is left of it when all have been moved, and the mark is gone with them. */
async function isBare(folder: FileSystemDirectoryHandle): Promise<boolean> {
  for await (const handle of folder.values()) {
    if (handle.kind === "file" || !await isBare(handle)) return false;
  }
  return true;
}

async function holds(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return folder.getFileHandle(name).then(() => true, () => false);
}

function ignoreMissing(cause: unknown): void {
  if (!(cause instanceof Error) || cause.name !== "NotFoundError") throw cause;
}
