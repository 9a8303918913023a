import { PIECE_BYTES, type Digests } from "../sweep/checksum.ts";
import { joinBytes } from "../sweep/join-bytes.ts";
import type { ResultFile, ResultFileSystem } from "./file-system.ts";
import type { Part } from "./records.ts";

/** Bytes that are read at a time: whole pieces. */
const BLOCK_BYTES = 8 * PIECE_BYTES;

/** Reads back what was written. Keeps the result's own file open, and files of its folder while their parts follow each other. */
export class PartReader {
  #open: { readonly path: string; readonly file: ResultFile } | null = null;
  readonly #block = new Uint8Array(BLOCK_BYTES);

  /** @param base where the result stands */
  constructor(private readonly files: ResultFileSystem, private readonly base: string, private readonly digests: Digests) {}

  /** Whether the bytes of a part are there and have its digest. */
  async isSound({ path, position, length, digest }: Part): Promise<boolean> {
    const file = await this.#file(path);
    if (file === null) return false;
    const pieces: Uint8Array[] = [];
    for (let done = 0; done < length; done += BLOCK_BYTES) {
      const block = this.#block.subarray(0, Math.min(BLOCK_BYTES, length - done));
      if (await file.read(block, position + done) !== block.length) return false;
      pieces.push(this.digests.pieces(block));
    }
    return this.digests.join(joinBytes(pieces)) === digest;
  }

  /** Length of a file of the result; null where it is missing. */
  async sizeOf(path: string): Promise<number | null> {
    return (await this.#file(path))?.size() ?? null;
  }

  async close(): Promise<void> {
    await this.#open?.file.close();
    this.#open = null;
  }

  async #file(path: string): Promise<ResultFile | null> {
    if (this.#open?.path === path) return this.#open.file;
    await this.close();
    const whole = path === "" ? this.base : `${this.base}/${path}`;
    if (await this.files.kind(whole) !== "file") return null;
    const file = await this.files.open(whole, "read");
    this.#open = { path, file };
    return file;
  }
}
