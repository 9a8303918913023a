import type { EncodedBlock } from "../blocks/encoders.ts";
import type { ChunkRecord } from "./row-groups.ts";
import type { Page } from "./pages.ts";

/** Gathers the pages of a column chunk, in memory that the next chunk takes again. */
export class ChunkBytes {
  private buffer = new Uint8Array(2 ** 16);
  private length = 0;
  private plainBytes = 0;
  private dictionaryBytes = 0;
  private min = Infinity;
  private max = -Infinity;

  /** Begins a chunk. @param dictionary the page that stands before the others, if there is one */
  begin(dictionary: Page | null): void {
    this.length = 0;
    this.plainBytes = 0;
    [this.min, this.max] = [Infinity, -Infinity];
    if (dictionary !== null) this.append(dictionary);
    this.dictionaryBytes = this.length;
  }

  add(page: EncodedBlock): void {
    this.append(page);
    this.min = Math.min(this.min, page.range[0]);
    this.max = Math.max(this.max, page.range[1]);
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.buffer.subarray(0, this.length);
  }

  /** The range is `null` where there is no number, or an infinite one. */
  get record(): ChunkRecord {
    const { dictionaryBytes, length, plainBytes, min, max } = this;
    return [dictionaryBytes, length, plainBytes, Number.isFinite(min) && Number.isFinite(max) ? [min, max] : null];
  }

  private append({ bytes, plainBytes }: Page): void {
    const end = this.length + bytes.length;
    if (end > this.buffer.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.bytes);
      this.buffer = larger;
    }
    this.buffer.set(bytes, this.length);
    this.length = end;
    this.plainBytes += plainBytes;
  }
}
