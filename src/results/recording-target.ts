import type { ByteSink, ExportTarget } from "../exporters/exporter.ts";
import type { Digests } from "../sweep/checksum.ts";
import type { ResultFile, ResultFileSystem } from "./file-system.ts";
import { splitPath } from "./names.ts";
import type { Part } from "./records.ts";

/** Writes a result aside and keeps what was written where, so that it can be checked byte by byte and gone on with. */
export class RecordingTarget implements ExportTarget {
  /** In the order in which they were begun; null for what is being written. */
  #parts: { part: Part | null }[] = [];
  #main: Promise<ResultFile> | null = null;
  /** The file of the folder that was written last; a folder may hold more files than can be open at once. */
  #inside: { readonly path: string; readonly file: ResultFile } | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  /** The one that was made last: a folder may hold more folders than memory has room for. */
  #folder = "";
  #isClosed = false;

  /** @param base where the result stands while it is written @param signal no write begins once it aborts */
  constructor(
    private readonly files: ResultFileSystem, private readonly base: string, private readonly container: "file" | "folder",
    private readonly digests: Digests, private readonly signal?: AbortSignal,
  ) {}

  file(path: string): Promise<ByteSink> {
    return Promise.resolve({ write: (bytes, position, pieces) => this.#write(path, bytes, position, pieces) });
  }

  /** What was written since the last call. */
  takeParts(): Part[] {
    const parts = this.#parts.flatMap(({ part }) => part ?? []);
    this.#parts = this.#parts.filter(({ part }) => part === null);
    return parts;
  }

  /** Gives the result's own file its length, and everything to the disk. @param bytes of the result's own file; of no meaning for a folder */
  async complete(bytes: number): Promise<void> {
    if (this.container === "file") {
      const main = await this.#mainFile();
      await main.truncate(bytes);
      await main.sync();
    }
    await this.#inTurn(() => this.#leaveInside());
  }

  /** Nothing is written or opened after that, whoever still tries to. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const main = this.#main;
    this.#main = null;
    await (await main)?.close();
    await this.#inTurn(() => this.#leaveInside());
  }

  async #write(path: string, bytes: Uint8Array<ArrayBufferLike>, position: number, pieces?: Uint8Array): Promise<void> {
    this.signal?.throwIfAborted();
    const slot: { part: Part | null } = { part: null };
    this.#parts.push(slot);
    try {
      const digest = pieces === undefined ? this.digests.checksum(bytes) : this.digests.join(pieces);
      if (path === "") await (await this.#mainFile()).write(bytes, position);
      else await this.#inTurn(() => this.#writeInside(path, bytes, position));
      slot.part = { path, position, length: bytes.length, digest };
    } catch (cause) {
      this.#parts = this.#parts.filter((other) => other !== slot);
      throw cause;
    }
  }

  #mainFile(): Promise<ResultFile> {
    this.#refuseWhenClosed();
    return this.#main ??= this.files.open(this.base, "update");
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw new Error(`${this.base} has been closed.`);
  }

  async #writeInside(path: string, bytes: Uint8Array<ArrayBufferLike>, position: number): Promise<void> {
    this.#refuseWhenClosed();
    if (this.#inside?.path !== path) {
      await this.#leaveInside();
      const whole = `${this.base}/${path}`;
      const { folder } = splitPath(whole);
      if (folder !== this.#folder) await this.files.makeFolder(folder);
      this.#folder = folder;
      this.#inside = { path, file: await this.files.open(whole, "update") };
    }
    await this.#inside.file.write(bytes, position);
  }

  async #leaveInside(): Promise<void> {
    const inside = this.#inside;
    this.#inside = null;
    try {
      await inside?.file.sync();
    } finally {
      await inside?.file.close();
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
