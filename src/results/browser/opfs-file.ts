import type { ResultFile } from "../file-system.ts";
import { StorageError, withCode, type SyncHandle } from "./opfs-handles.ts";

/** A file that is written: nobody else can write it meanwhile. */
export class WritableFile implements ResultFile {
  constructor(private readonly path: string, private readonly handle: SyncHandle) {}

  async read(into: Uint8Array<ArrayBuffer>, position: number): Promise<number> {
    return withCode(this.path, () => this.handle.read(into, { at: position }));
  }

  /** A browser that has no room may throw, or take fewer bytes than it was given. */
  async write(bytes: Uint8Array<ArrayBufferLike>, position: number): Promise<void> {
    await withCode(this.path, () => {
      for (let done = 0; done < bytes.length;) {
        const taken = this.handle.write(bytes.subarray(done), { at: position + done });
        if (taken === 0) throw new StorageError(this.path, "ENOSPC", "no byte was taken");
        done += taken;
      }
    });
  }

  async size(): Promise<number> {
    return withCode(this.path, () => this.handle.getSize());
  }

  async truncate(bytes: number): Promise<void> {
    await withCode(this.path, () => this.handle.truncate(bytes));
  }

  async sync(): Promise<void> {
    await withCode(this.path, () => this.handle.flush());
  }

  async close(): Promise<void> {
    this.handle.close();
  }
}

/** A file as it was when it was opened, to be read: many may read it, also while it is written. */
export class ReadableFile implements ResultFile {
  constructor(private readonly path: string, private readonly file: Blob) {}

  async read(into: Uint8Array<ArrayBuffer>, position: number): Promise<number> {
    return withCode(this.path, async () => {
      const bytes = new Uint8Array(await this.file.slice(position, position + into.length).arrayBuffer());
      into.set(bytes);
      return bytes.length;
    });
  }

  async size(): Promise<number> {
    return this.file.size;
  }

  write(): Promise<void> {
    return this.#refuse();
  }

  truncate(): Promise<void> {
    return this.#refuse();
  }

  async sync(): Promise<void> {
    // Nothing was written.
  }

  async close(): Promise<void> {
    // Holds nothing.
  }

  #refuse(): Promise<void> {
    return Promise.reject(new StorageError(this.path, "EBADF", "it is open to be read"));
  }
}
