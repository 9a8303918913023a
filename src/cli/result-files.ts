import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { ByteSink } from "../exporters/exporter.ts";
import type { ResultFileSystem } from "./io.ts";

type Handle = Awaited<ReturnType<ResultFileSystem["open"]>>;

/**
 * Files that appear together and whole, or not at all: each is written beside its place under a name of its own, and
 * `publish` renames them. Before that, `discard` leaves nothing behind.
 */
export class ResultFiles {
  private readonly aside: { readonly path: string; readonly temporary: string; handle: Handle | null }[] = [];

  constructor(private readonly files: ResultFileSystem) {}

  /** Starts a file that will stand at `path`. */
  async create(path: string): Promise<ByteSink> {
    const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.partial`);
    const handle = await this.files.open(temporary, "wx");
    this.aside.push({ path, temporary, handle });
    return { write: (bytes, position) => writeAll(handle, bytes, position) };
  }

  /** Flushes every file to the disk and puts each in its place, in the order of their creation. */
  async publish(): Promise<void> {
    for (const file of this.aside) {
      await file.handle?.sync();
      await close(file);
    }
    for (const { temporary, path } of this.aside) await this.files.rename(temporary, path);
    this.aside.length = 0;
  }

  async discard(): Promise<void> {
    for (const file of this.aside) {
      await close(file).catch(() => undefined);
      await this.files.rm(file.temporary, { force: true }).catch(() => undefined);
    }
    this.aside.length = 0;
  }
}

async function close(file: { handle: Handle | null }): Promise<void> {
  const { handle } = file;
  file.handle = null;
  await handle?.close();
}

/** A system may take fewer bytes than it was given. */
async function writeAll(handle: Handle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
