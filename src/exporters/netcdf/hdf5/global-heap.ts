import { HEAP, LinkedRecord, type AddressOf, type Part } from "./linked-record.ts";

const SMALLEST_BYTES = 4096;
const ALIGNMENT = 8;
/** Of the collection and of each object in it. */
const HEADER_BYTES = 16;
const FREE_SPACE = 0;

/** A collection of objects that attributes of varying length refer to (format specification, III.E). At most 65,535 objects. */
export class GlobalHeap implements Part {
  private readonly objects = new LinkedRecord();
  private count = 0;

  /**
   * Keeps an object of so many bytes.
   * @param elements its length as a sequence
   * @returns what writes what an attribute stores of it
   */
  put(size: number, elements: number, write: (record: LinkedRecord) => void): (record: LinkedRecord) => void {
    this.count += 1;
    const { count } = this;
    this.objects.u16(count).u16(1).u32(0).u64(size);
    write(this.objects);
    this.objects.zeros(-size & (ALIGNMENT - 1));
    return (record) => { record.u32(elements).address(HEAP).u32(count); };
  }

  get length(): number {
    return this.used + this.free;
  }

  bytes(addressOf: AddressOf): Uint8Array<ArrayBuffer> {
    this.objects.link(addressOf);
    return new LinkedRecord().text("GCOL").u8(1).zeros(3).u64(this.length).raw(this.objects.bytes)
      .u16(FREE_SPACE).u16(0).u32(0).u64(this.free).zeros(this.free - HEADER_BYTES).bytes;
  }

  private get used(): number {
    return HEADER_BYTES + this.objects.length;
  }

  private get free(): number {
    return Math.max(HEADER_BYTES, SMALLEST_BYTES - this.used);
  }
}
