import type { Datatype } from "./datatypes.ts";
import { LinkedRecord, type AddressOf, type Part, type Place } from "./linked-record.ts";
import { lookup3 } from "./lookup3.ts";

export interface Attribute {
  /** ASCII. */
  readonly name: string;
  readonly type: Datatype;
  /** Number of elements; `null` for a single one. */
  readonly count: number | null;
  /** Writes the elements: with name and type, at most 65,500 bytes. */
  readonly data: (record: LinkedRecord) => void;
}

/** Types of messages (format specification, IV.A.2). */
const MESSAGES = { dataspace: 0x01, linkInfo: 0x02, datatype: 0x03, fillValue: 0x05, link: 0x06, layout: 0x08, groupInfo: 0x0a, attribute: 0x0c, attributeInfo: 0x15 } as const;
/** From how many links on HDF5 would index them beside the header, and below how many it would put them back; of attributes nothing is said, for some readers know no more. */
const MOST_IN_HEADER = 8;
const FEWEST_BESIDE = 6;
const LENGTH_IN_FOUR_BYTES = 0x02;
const ATTRIBUTES_IN_ORDER_OF_CREATION = 0x04 | 0x08;
const MOST_MESSAGE_BYTES = 0xffff;
const CHECKSUM_BYTES = 4;
const LIMITS_ARE_GIVEN = 0x01;
const IN_ORDER_OF_CREATION = 0x03;
const ORDER_IS_GIVEN = 0x04;
const ALLOCATED_LATE_FILLED_IF_SET = 0x0a;
const CONTIGUOUS = 1;
const SCALAR = 0;
const SIMPLE = 1;
/** Addresses of a heap and of two indexes that are not there. */
const NOT_INDEXED = new Uint8Array(24).fill(0xff);

/** The header of a dataset whose values stand in one piece (format specification, IV.A.1.b). */
export function datasetHeader({ shape, type, values, size, attributes }: {
  readonly shape: readonly number[];
  readonly type: Datatype;
  readonly values: Place;
  /** Of the values, in bytes. */
  readonly size: number;
  readonly attributes: readonly Attribute[];
}): Part {
  return new ObjectHeader()
    .message("dataspace", (record) => { writeDataspace(record, shape); })
    .message("datatype", (record) => { record.raw(type); })
    .message("fillValue", (record) => { record.u8(3).u8(ALLOCATED_LATE_FILLED_IF_SET); })
    .message("layout", (record) => { record.u8(3).u8(CONTIGUOUS).address(values).u64(size); })
    .end(attributes);
}

/** The header of a group that holds objects by their ASCII names, in their order of creation. */
export function groupHeader(links: readonly { readonly name: string; readonly header: Place }[], attributes: readonly Attribute[]): Part {
  const header = new ObjectHeader()
    .message("linkInfo", (record) => { record.u8(0).u8(IN_ORDER_OF_CREATION).u64(links.length).raw(NOT_INDEXED); })
    .message("groupInfo", (record) => { record.u8(0).u8(LIMITS_ARE_GIVEN).u16(Math.max(links.length, MOST_IN_HEADER)).u16(FEWEST_BESIDE); });
  for (const [order, { name, header: place }] of links.entries()) {
    header.message("link", (record) => { record.u8(1).u8(ORDER_IS_GIVEN).u64(order).u8(name.length).text(name).address(place); });
  }
  return header.end(attributes);
}

class ObjectHeader implements Part {
  private readonly record = new LinkedRecord();
  private readonly lengthAt: number;

  constructor() {
    this.record.text("OHDR").u8(2).u8(LENGTH_IN_FOUR_BYTES | ATTRIBUTES_IN_ORDER_OF_CREATION);
    this.lengthAt = this.record.length;
    this.record.u32(0);
  }

  /** @param order of creation, where the message is an attribute @throws RangeError where the message is longer than one can be */
  message(type: keyof typeof MESSAGES, write: (record: LinkedRecord) => void, order = 0): this {
    const { record } = this;
    record.u8(MESSAGES[type]);
    const lengthAt = record.length;
    record.u16(0).u8(0).u16(order);
    const start = record.length;
    write(record);
    const length = record.length - start;
    if (length > MOST_MESSAGE_BYTES) throw new RangeError(`An object header of HDF5 has room for messages of ${MOST_MESSAGE_BYTES} bytes, and this ${type} takes ${length}`);
    record.setU16(lengthAt, length);
    return this;
  }

  /** Adds the attributes, which come last. */
  end(attributes: readonly Attribute[]): this {
    const { record, lengthAt } = this;
    this.message("attributeInfo", (body) => { body.u8(0).u8(IN_ORDER_OF_CREATION).u16(attributes.length).raw(NOT_INDEXED); });
    for (const [order, attribute] of attributes.entries()) this.message("attribute", (body) => { writeAttribute(body, attribute); }, order);
    record.setU32(lengthAt, record.length - lengthAt - Uint32Array.BYTES_PER_ELEMENT);
    return this;
  }

  get length(): number {
    return this.record.length + CHECKSUM_BYTES;
  }

  bytes(addressOf: AddressOf): Uint8Array<ArrayBuffer> {
    const { record } = this;
    record.link(addressOf);
    return record.u32(lookup3(record.bytes)).bytes;
  }
}

function writeAttribute(record: LinkedRecord, { name, type, count, data }: Attribute): void {
  const shape = count === null ? null : [count];
  record.u8(3).u8(0).u16(name.length + 1).u16(type.length).u16(dataspaceBytes(shape)).u8(0).text(name).u8(0).raw(type);
  writeDataspace(record, shape);
  data(record);
}

/** @param shape `null` for a single element */
function writeDataspace(record: LinkedRecord, shape: readonly number[] | null): void {
  record.u8(2).u8(shape?.length ?? 0).u8(0).u8(shape === null ? SCALAR : SIMPLE);
  for (const length of shape ?? []) record.u64(length);
}

function dataspaceBytes(shape: readonly number[] | null): number {
  return 4 + 8 * (shape?.length ?? 0);
}
