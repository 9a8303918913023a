import { expect, it } from "vitest";
import { lookup3 } from "../../src/exporters/netcdf/hdf5/lookup3.ts";

it.each([
  ["", 0xdeadbeef],
  ["Four score and seven years ago", 0x17770551],
])("gives what lookup3.c prints for %j", (text, hash) => {
  expect(lookup3(new TextEncoder().encode(text))).toBe(hash);
});
