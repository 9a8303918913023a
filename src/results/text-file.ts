import type { ResultFile, ResultFileSystem } from "./file-system.ts";

/** Characters that are gathered before they are written. */
const BLOCK_CHARACTERS = 2 ** 18;

/** Makes a text file bit by bit: no more of it is held than a block. */
export class TextFile {
  #block = "";
  #position = 0;
  readonly #encoder = new TextEncoder();

  private constructor(private readonly file: ResultFile) {}

  /** Writes a text over whatever stands at `path`; `write` gives it to `append`, in order. */
  static async make(files: ResultFileSystem, path: string, write: (append: (text: string) => Promise<void>) => Promise<void>): Promise<void> {
    const file = await files.open(path, "update");
    try {
      const text = new TextFile(file);
      await write((part) => text.#append(part));
      await text.#flush();
      await file.truncate(text.#position);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #append(text: string): Promise<void> {
    this.#block += text;
    if (this.#block.length >= BLOCK_CHARACTERS) await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = this.#encoder.encode(this.#block);
    this.#block = "";
    await this.file.write(bytes, this.#position);
    this.#position += bytes.length;
  }
}
