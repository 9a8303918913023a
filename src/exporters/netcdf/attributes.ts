import type { Attributes, AttributeValue } from "../cf-attributes.ts";
import { elementBytes, type FieldType } from "../field-type.ts";
import {
  asciiText, compound, ELEMENT_TYPES, HEAP_TEXT, OBJECT_REFERENCE, OBJECT_REFERENCE_BYTES, SEQUENCE_OF_REFERENCES, UINT32, utf8Text,
} from "./hdf5/datatypes.ts";
import type { GlobalHeap } from "./hdf5/global-heap.ts";
import type { Place } from "./hdf5/linked-record.ts";
import type { Attribute } from "./hdf5/object-header.ts";

/** A header holds attributes below 65,536 bytes; a longer text goes to the heap. */
const LONGEST_IN_HEADER = 60_000;

/** Attributes as a file holds them. @param type of the variable's elements, which is that of its numbers */
export function describingAttributes(attributes: Attributes, type: FieldType, heap: GlobalHeap): Attribute[] {
  return Object.entries(attributes).map(([name, value]) => describingAttribute(name, value, type, heap));
}

function describingAttribute(name: string, value: AttributeValue, type: FieldType, heap: GlobalHeap): Attribute {
  if (typeof value !== "string") return { name, type: ELEMENT_TYPES[type], count: value.length, data: (record) => { record.raw(elementBytes(value, type)); } };
  const text = new TextEncoder().encode(value);
  if (text.length > LONGEST_IN_HEADER) return { name, type: HEAP_TEXT, count: null, data: heap.put(text.length, text.length, (record) => { record.raw(text); }) };
  return { name, type: utf8Text(Math.max(1, text.length)), count: null, data: (record) => { record.raw(text).zeros(text.length === 0 ? 1 : 0); } };
}

/** An axis is a dimension scale, and knows who uses it (HDF5 dimension scale specification, 4.1). @param users headers of the fields */
export function scaleAttributes(name: string, dimension: number, users: readonly Place[]): Attribute[] {
  const entry = compound(16, [{ name: "dataset", offset: 0, type: OBJECT_REFERENCE }, { name: "dimension", offset: OBJECT_REFERENCE_BYTES, type: UINT32 }]);
  return [
    terminated("CLASS", "DIMENSION_SCALE"),
    terminated("NAME", name),
    { name: "REFERENCE_LIST", type: entry, count: users.length, data: (record) => { for (const user of users) record.address(user).u32(dimension).u32(0); } },
  ];
}

/** A field is tied to its axes. @param scales headers of the axes, dimension by dimension */
export function scaledAttribute(scales: readonly Place[], heap: GlobalHeap): Attribute {
  const references = scales.map((scale) => heap.put(OBJECT_REFERENCE_BYTES, 1, (record) => { record.address(scale); }));
  return { name: "DIMENSION_LIST", type: SEQUENCE_OF_REFERENCES, count: scales.length, data: (record) => { for (const write of references) write(record); } };
}

function terminated(name: string, value: string): Attribute {
  return { name, type: asciiText(value.length + 1), count: null, data: (record) => { record.text(value).u8(0); } };
}
