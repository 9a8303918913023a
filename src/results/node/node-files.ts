import { write } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, statfs, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { ResultFile, ResultFileSystem } from "../file-system.ts";
import { lockFile } from "./node-lock.ts";

/** Some per cent quicker than the handle's own `write`, wherever the disk is not what takes time. */
const writeAt = promisify(write);

/** The disk, as Node sees it. */
export const NODE_FILES: ResultFileSystem = {
  open: async (path, mode) => new NodeFile(await openHandle(path, mode === "read" ? "r" : "r+")),
  kind: kindOf,
  list: (folder) => readdir(folder),
  entries: async (folder) => (await readdir(folder, { withFileTypes: true })).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })),
  makeFolder: async (path) => { await mkdir(path, { recursive: true }); },
  move: async (from, to) => {
    // A folder cannot be renamed over one that holds something.
    if (await kindOf(to) === "folder") await rm(to, { recursive: true });
    await rename(from, to);
    await syncFolder(dirname(to));
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
  freeBytes: async (path) => {
    const found = await statfs(path).catch(orNull);
    return found === null ? null : found.bavail * found.bsize;
  },
  lock: (path) => lockFile(path),
};

async function kindOf(path: string): Promise<"file" | "folder" | null> {
  const found = await stat(path).catch(orNull);
  return found === null ? null : found.isDirectory() ? "folder" : "file";
}

class NodeFile implements ResultFile {
  /** What the system has been asked for by number: a file that is closed meanwhile leaves its number to the next. */
  private readonly writes = new Set<Promise<unknown>>();
  private isClosed = false;

  constructor(private readonly handle: FileHandle) {}

  /** A system may read fewer bytes than it was asked for. */
  async read(into: Uint8Array<ArrayBuffer>, position: number): Promise<number> {
    let done = 0;
    while (done < into.length) {
      const { bytesRead } = await this.handle.read(into, done, into.length - done, position + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return done;
  }

  /** A system may take fewer bytes than it was given. */
  async write(bytes: Uint8Array<ArrayBufferLike>, position: number): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      if (this.isClosed) throw new Error("The file has been closed.");
      const written = writeAt(this.handle.fd, bytes, done, bytes.length - done, position + done);
      this.writes.add(written);
      try {
        done += (await written).bytesWritten;
      } finally {
        this.writes.delete(written);
      }
    }
  }

  async size(): Promise<number> {
    return (await this.handle.stat()).size;
  }

  truncate(bytes: number): Promise<void> {
    return this.handle.truncate(bytes);
  }

  sync(): Promise<void> {
    return this.handle.sync();
  }

  /** Begins no write any more, and waits for those that are under way. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.allSettled(this.writes);
    await this.handle.close();
  }
}

/** A file that is there is opened; else, to write, it is made. */
async function openHandle(path: string, flags: "r" | "r+"): Promise<FileHandle> {
  try {
    return await open(path, flags);
  } catch (cause) {
    if (flags === "r" || !isMissing(cause)) throw cause;
    return open(path, "wx+");
  }
}

/** A rename is on the disk when its folder is; not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}

function orNull(cause: unknown): null {
  if (isMissing(cause) || (cause instanceof Error && "code" in cause && cause.code === "ENOTDIR")) return null;
  throw cause;
}
