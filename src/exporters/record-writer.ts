const FIRST_CAPACITY = 256;
const UTF8 = new TextEncoder();
/** Of UTF-8, for a unit of UTF-16. */
const MOST_BYTES_PER_UNIT = 3;

/** Little-endian fields, one after the other. */
export class RecordWriter {
  private held = new Uint8Array(FIRST_CAPACITY);
  private view = new DataView(this.held.buffer);
  private used = 0;

  /** Bytes so far. */
  get length(): number {
    return this.used;
  }

  /** All that was written, as a copy. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.held.slice(0, this.used);
  }

  u8(value: number): this {
    const at = this.advance(1);
    this.view.setUint8(at, value);
    return this;
  }

  u16(value: number): this {
    const at = this.advance(2);
    this.view.setUint16(at, value, true);
    return this;
  }

  u32(value: number): this {
    const at = this.advance(4);
    this.view.setUint32(at, value, true);
    return this;
  }

  /** @param value exact up to 2⁵³ */
  u64(value: number): this {
    const at = this.advance(8);
    this.setU64(at, value);
    return this;
  }

  /** In UTF-8, without an end. */
  text(value: string): this {
    const at = this.advance(MOST_BYTES_PER_UNIT * value.length);
    const { written } = UTF8.encodeInto(value, this.held.subarray(at, this.used));
    this.held.fill(0, at + written, this.used);
    this.used = at + written;
    return this;
  }

  raw(bytes: Uint8Array): this {
    const at = this.advance(bytes.length);
    this.held.set(bytes, at);
    return this;
  }

  /** Overwrites what stands at a position: a length, or an address, is known when all has been written. */
  setU16(position: number, value: number): void {
    this.view.setUint16(position, value, true);
  }

  setU32(position: number, value: number): void {
    this.view.setUint32(position, value, true);
  }

  /** @param value exact up to 2⁵³ */
  setU64(position: number, value: number): void {
    this.setU32(position, value >>> 0);
    this.setU32(position + 4, Math.floor(value / 2 ** 32));
  }

  zeros(count: number): this {
    this.advance(count);
    return this;
  }

  private advance(size: number): number {
    const at = this.used;
    this.used += size;
    if (this.used > this.held.length) this.grow();
    return at;
  }

  private grow(): void {
    const larger = new Uint8Array(2 * this.used);
    larger.set(this.held);
    this.held = larger;
    this.view = new DataView(larger.buffer);
  }
}
