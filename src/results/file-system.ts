import type { BilingualText } from "../model/index.ts";

/** An open file of a result. */
export interface ResultFile {
  /** Fills `into` from `position` on; returns how many bytes there were, fewer only at the end of the file. */
  read(into: Uint8Array<ArrayBuffer>, position: number): Promise<number>;
  /** Writes all of `bytes`, which may lie in shared memory. */
  write(bytes: Uint8Array<ArrayBufferLike>, position: number): Promise<void>;
  size(): Promise<number>;
  truncate(bytes: number): Promise<void>;
  /** Settles when what was written is on the disk, as far as the system tells. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** `read` wants a file; `update` makes one where there is none and keeps what is in it. Both read; `update` writes too. */
export type OpenMode = "read" | "update";

/** What lies in a folder. A link is no folder, whatever it leads to. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * What results need of a place for files: a folder of a disk, or the private file system of a page's origin. Paths have `/` between
 * their names on every platform. What the system refuses rejects with an error that has its `code`, such as `ENOSPC`.
 */
export interface ResultFileSystem {
  open(path: string, mode: OpenMode): Promise<ResultFile>;
  /** Null where nothing is. Of a link, what it leads to. */
  kind(path: string): Promise<"file" | "folder" | null>;
  /** Names in a folder, without order. */
  list(folder: string): Promise<string[]>;
  /** The same, each with what it is itself: no link is followed. */
  entries(folder: string): Promise<FolderEntry[]>;
  /** Makes a folder, and those it lies in. */
  makeFolder(path: string): Promise<void>;
  /** Renames a file, or a folder with all that is in it, over what stands there. Done again after a kill in it, it ends what it began. */
  move(from: string, to: string): Promise<void>;
  /** A file, or a folder with all that is in it; nothing where nothing is. */
  remove(path: string): Promise<void>;
  /** Bytes that may still be written beside `path`; null where no one knows. */
  freeBytes(path: string): Promise<number | null>;
  /** Rejects with a `LockedError` where a living process works on this result. A lock whose holder is gone is no obstacle. */
  lock(path: string): Promise<ResultLock>;
}

export interface ResultLock {
  /** Rejects with a `LockedError` where another has taken it since: one that is silent for long, on a machine that slept, is taken for dead. Cheap enough for every tile. */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

/** Someone else works on the result. */
export class LockedError extends Error {
  readonly kind = "locked";
  override readonly name = "LockedError";
  /** @param holder who, as far as it is known */
  constructor(readonly path: string, readonly holder: BilingualText) {
    super(`${path} is being written by ${holder.en}`);
  }
}

/** The whole text of a file, or null where there is none. */
export async function readText(files: ResultFileSystem, path: string): Promise<string | null> {
  if (await files.kind(path) !== "file") return null;
  const file = await files.open(path, "read");
  try {
    const bytes = new Uint8Array(await file.size());
    const length = await file.read(bytes, 0);
    return new TextDecoder().decode(bytes.subarray(0, length));
  } finally {
    await file.close();
  }
}

/** Makes a file of exactly this text; returns its length in bytes. */
export async function writeText(files: ResultFileSystem, path: string, text: string): Promise<number> {
  const bytes = new TextEncoder().encode(text);
  const file = await files.open(path, "update");
  try {
    await file.write(bytes, 0);
    await file.truncate(bytes.length);
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes.length;
}
