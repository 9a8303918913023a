import { RecordWriter } from "../../record-writer.ts";

/** A place in the file, whose address is known when the lengths of all parts are: the header of an object, or its values, by number; or the heap. */
export interface Place {
  readonly kind: "header" | "values" | "heap";
  readonly index: number;
}

export const HEAP: Place = { kind: "heap", index: 0 };

export type AddressOf = (place: Place) => number;

/** A part of the file whose length is known before the addresses in it. */
export interface Part {
  readonly length: number;
  /** Its bytes; asked for once. */
  bytes(addressOf: AddressOf): Uint8Array<ArrayBuffer>;
}

/** Fields among which are addresses that are put in at the end. */
export class LinkedRecord extends RecordWriter {
  private readonly links: { readonly position: number; readonly place: Place }[] = [];

  address(place: Place): this {
    this.links.push({ position: this.length, place });
    return this.u64(0);
  }

  link(addressOf: AddressOf): void {
    for (const { position, place } of this.links) this.setU64(position, addressOf(place));
  }
}
