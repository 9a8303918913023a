/**
 * What the types of a page leave out: handles of the origin's private file system as a dedicated worker has them, and the renaming of files, which
 * every browser with such handles knows.
 */
export interface SyncHandle {
  read(into: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(bytes: Uint8Array<ArrayBufferLike>, options: { readonly at: number }): number;
  truncate(bytes: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

export interface WorkerFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncHandle>;
  move(folder: FileSystemDirectoryHandle, name: string): Promise<void>;
}

/** Codes as systems have them, for what a browser's storage refuses. */
const CODES: Readonly<Record<string, string>> = {
  NotFoundError: "ENOENT",
  QuotaExceededError: "ENOSPC",
  NoModificationAllowedError: "EBUSY",
  TypeMismatchError: "EISDIR",
  NotAllowedError: "EACCES",
  SecurityError: "EACCES",
};

/** The browser's storage refused something. */
export class StorageError extends Error {
  readonly kind = "storage";
  override readonly name = "StorageError";
  constructor(readonly path: string, readonly code: string, cause: unknown) {
    super(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Runs a step on a path, and gives what the storage refuses a code. @throws StorageError */
export async function withCode<Result>(path: string, step: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (cause) {
    if (cause instanceof StorageError || !(cause instanceof Error)) throw cause;
    throw new StorageError(path, CODES[cause.name] ?? "EIO", cause);
  }
}
