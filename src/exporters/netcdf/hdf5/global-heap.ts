import { RecordWriter } from "../../record-writer.ts";

const SMALLEST_BYTES = 4096;
const ALIGNMENT = 8;
/** Of the collection and of each object in it. */
const HEADER_BYTES = 16;
const FREE_SPACE = 0;

/** A collection of objects that attributes of varying length refer to (format specification, III.E). At most 65,535 objects. */
export class GlobalHeap {
  private readonly objects = new RecordWriter();
  private count = 0;

  /** @param address where the collection will stand */
  constructor(private readonly address: number) {}

  /**
   * Keeps an object and gives what an attribute stores of it.
   * @param length of the sequence, in its elements
   */
  put(object: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
    this.count += 1;
    this.objects.u16(this.count).u16(1).u32(0).u64(object.length).raw(object).zeros(-object.length & (ALIGNMENT - 1));
    return new RecordWriter().u32(length).u64(this.address).u32(this.count).bytes;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    const used = HEADER_BYTES + this.objects.length;
    const free = Math.max(HEADER_BYTES, SMALLEST_BYTES - used);
    return new RecordWriter().text("GCOL").u8(1).zeros(3).u64(used + free).raw(this.objects.bytes)
      .u16(FREE_SPACE).u16(0).u32(0).u64(free).zeros(free - HEADER_BYTES).bytes;
  }
}
