import type { ByteSink } from "../exporters/exporter.ts";

/** Least room that is made: 1 MiB. */
const LEAST_BYTES = 2 ** 20;

/** A file in memory, for results that fit there. */
export class MemorySink implements ByteSink {
  #bytes = new Uint8Array(0);
  #length = 0;

  write(bytes: Uint8Array<ArrayBufferLike>, position: number): Promise<void> {
    const end = position + bytes.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, LEAST_BYTES, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, position);
    this.#length = Math.max(this.#length, end);
    return Promise.resolve();
  }

  /** What has been written, up to the last byte; a view that the next write may outdate. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }
}
