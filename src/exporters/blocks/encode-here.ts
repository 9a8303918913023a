import type { BlockFormat, BlockTable, EncodeBlock, Encoders } from "./encoders.ts";

/** What encodes each format's blocks, brought when it is first used. */
const LOADERS: Readonly<Record<BlockFormat, (spec: BlockTable["spec"]) => Promise<EncodeBlock>>> = {
  csv: async (spec) => (await import("../csv/encode-rows.ts")).rowEncoder(spec),
  "csv.gz": async (spec) => (await import("../csv/encode-rows.ts")).gzipRowEncoder(spec),
  parquet: async (spec) => (await import("../parquet/pages.ts")).loadPageEncoder(spec),
};

export function loadBlockEncoder({ format, spec }: BlockTable): Promise<EncodeBlock> {
  return LOADERS[format](spec);
}

const loaded = new WeakMap<BlockTable, Promise<EncodeBlock>>();

/** Encodes in this thread, a block at a time. */
export const ENCODE_HERE: Encoders = {
  width: 1,
  async encode(table, block) {
    const encoder = loaded.get(table) ?? loadBlockEncoder(table);
    loaded.set(table, encoder);
    const encoded = (await encoder)(block);
    return { ...encoded, bytes: encoded.bytes.slice() };
  },
  release: () => undefined,
};
