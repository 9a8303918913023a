import type { ByteSink, ExportTarget } from "../exporters/exporter.ts";
import type { Digests } from "../sweep/checksum.ts";
import type { ResultFile, ResultFileSystem } from "./file-system.ts";
import { splitPath } from "./names.ts";
import type { Part } from "./records.ts";

/** Writes a result aside and keeps what was written where, so that it can be checked byte by byte and gone on with. */
export class RecordingTarget implements ExportTarget {
  #parts: Part[] = [];
  #main: Promise<ResultFile> | null = null;
  /** The file of the folder that was written last; a folder may hold more files than can be open at once. */
  #inside: { readonly path: string; readonly file: ResultFile } | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #folders = new Set<string>();

  /** @param base where the result stands while it is written */
  constructor(
    private readonly files: ResultFileSystem, private readonly base: string, private readonly digests: Digests,
  ) {}

  file(path: string): Promise<ByteSink> {
    return Promise.resolve({ write: (bytes, position, pieces) => this.#write(path, bytes, position, pieces) });
  }

  /** What was written since the last call. */
  takeParts(): Part[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  /** Gives the result's own file its length, and everything to the disk. @param bytes of the result's own file; of no meaning for a folder */
  async complete(bytes: number): Promise<void> {
    const main = await this.#main;
    await main?.truncate(bytes);
    await main?.sync();
    await this.#inTurn(() => this.#leaveInside());
  }

  async close(): Promise<void> {
    const main = this.#main;
    this.#main = null;
    await (await main)?.close();
    await this.#inTurn(() => this.#leaveInside());
  }

  async #write(path: string, bytes: Uint8Array<ArrayBufferLike>, position: number, pieces?: Uint8Array): Promise<void> {
    const digest = pieces === undefined ? this.digests.checksum(bytes) : this.digests.join(pieces);
    if (path === "") await (await (this.#main ??= this.files.open(this.base, "update"))).write(bytes, position);
    else await this.#inTurn(() => this.#writeInside(path, bytes, position));
    this.#parts.push({ path, position, length: bytes.length, digest });
  }

  async #writeInside(path: string, bytes: Uint8Array<ArrayBufferLike>, position: number): Promise<void> {
    if (this.#inside?.path !== path) {
      await this.#leaveInside();
      const whole = `${this.base}/${path}`;
      const { folder } = splitPath(whole);
      if (!this.#folders.has(folder)) {
        await this.files.makeFolder(folder);
        this.#folders.add(folder);
      }
      this.#inside = { path, file: await this.files.open(whole, "update") };
    }
    await this.#inside.file.write(bytes, position);
  }

  async #leaveInside(): Promise<void> {
    const inside = this.#inside;
    this.#inside = null;
    await inside?.file.sync();
    await inside?.file.close();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
