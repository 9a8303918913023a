import type { ByteSink, ExportTarget } from "../../src/exporters/exporter.ts";

/** Files in memory that stay open: every file ends at its last byte, and nothing that was left out is filled in unnoticed. */
export class MemoryTarget implements ExportTarget {
  private readonly sinks = new Map<string, MemorySink>();

  file(path: string): Promise<ByteSink> {
    const sink = this.sinks.get(path) ?? new MemorySink();
    this.sinks.set(path, sink);
    return Promise.resolve(sink);
  }

  /** What the files hold. @throws Error where bytes were left out, or written again with another value */
  files(): Map<string, Uint8Array<ArrayBuffer>> {
    return new Map([...this.sinks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sink]) => [path, sink.contents()]));
  }
}

class MemorySink implements ByteSink {
  private bytes = new Uint8Array(2 ** 16);
  private known = new Uint8Array(2 ** 16);
  private length = 0;

  write(bytes: Uint8Array, position: number): Promise<void> {
    this.reserve(position + bytes.length);
    for (let i = 0, at = position; i < bytes.length; i++, at++) {
      if (this.known[at] === 1 && this.bytes[at] !== bytes[i]) throw new Error(`Byte ${at} was written twice, with different values`);
    }
    this.bytes.set(bytes, position);
    this.known.fill(1, position, position + bytes.length);
    this.length = Math.max(this.length, position + bytes.length);
    return Promise.resolve();
  }

  contents(): Uint8Array<ArrayBuffer> {
    const gap = this.known.subarray(0, this.length).indexOf(0);
    if (gap >= 0) throw new Error(`Byte ${gap} of ${this.length} was left out`);
    return this.bytes.slice(0, this.length);
  }

  private reserve(length: number): void {
    if (length <= this.bytes.length) return;
    const [bytes, known] = [this.bytes, this.known];
    this.bytes = new Uint8Array(2 * length);
    this.known = new Uint8Array(2 * length);
    this.bytes.set(bytes);
    this.known.set(known);
  }
}
