import { saveBlob } from "../internal/save-text.ts";

/** What the types of a page leave out: the pickers of Chrome and its kin. */
interface Pickers {
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
  readonly showDirectoryPicker?: (options: { readonly mode: "readwrite" }) => Promise<FileSystemDirectoryHandle>;
}

export type SaveOutcome = "saved" | "handed-over" | "not-chosen";

/** Whether a result that is a folder can be brought to the disk. */
export function canSaveFolders(): boolean {
  return typeof (window as Pickers).showDirectoryPicker === "function";
}

/**
 * Brings a file, or a folder, of the origin's private file system to the disk: streamed to where the reader chooses, else as a download that the browser reads from
 * the file itself. No more than a piece of it is in memory. Rejects with what the browser refuses.
 */
export async function saveExport(path: readonly string[]): Promise<SaveOutcome> {
  const name = path[path.length - 1];
  const folder = await folderAt(path.slice(0, -1));
  const file = await folder.getFileHandle(name).catch(() => null);
  try {
    if (file === null) return await saveFolder(await folder.getDirectoryHandle(name));
    const { showSaveFilePicker } = window as Pickers;
    if (showSaveFilePicker === undefined) {
      saveBlob(name, await file.getFile());
      return "handed-over";
    }
    await copyFile(file, await showSaveFilePicker.call(window, { suggestedName: name }));
    return "saved";
  } catch (cause) {
    if (cause instanceof Error && cause.name === "AbortError") return "not-chosen";
    throw cause;
  }
}

async function saveFolder(folder: FileSystemDirectoryHandle): Promise<SaveOutcome> {
  const { showDirectoryPicker } = window as Pickers;
  if (showDirectoryPicker === undefined) throw new Error("This browser cannot save a folder.");
  const target = await showDirectoryPicker.call(window, { mode: "readwrite" });
  await copyFolder(folder, await target.getDirectoryHandle(folder.name, { create: true }));
  return "saved";
}

async function copyFolder(from: FileSystemDirectoryHandle, to: FileSystemDirectoryHandle): Promise<void> {
  for await (const [name, handle] of from.entries()) {
    if (handle.kind === "directory") await copyFolder(handle, await to.getDirectoryHandle(name, { create: true }));
    else await copyFile(handle, await to.getFileHandle(name, { create: true }));
  }
}

async function copyFile(from: FileSystemFileHandle, to: FileSystemFileHandle): Promise<void> {
  await (await from.getFile()).stream().pipeTo(await to.createWritable());
}

async function folderAt(path: readonly string[]): Promise<FileSystemDirectoryHandle> {
  let folder = await navigator.storage.getDirectory();
  for (const name of path) folder = await folder.getDirectoryHandle(name);
  return folder;
}
