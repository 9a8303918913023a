import * as Comlink from "comlink";
import { loadBlockEncoder } from "../exporters/blocks/encode-here.ts";
import type { BlockTable, CellBlock, EncodeBlock, EncodedBlock } from "../exporters/blocks/encoders.ts";
import type { EncodeWorkerApi } from "./encode-protocol.ts";

/** The encoding worker's side of its protocol. It keeps no more than one table, whose axes' texts and lists it knows. */
export class EncodeWorker implements EncodeWorkerApi {
  #encoder: Promise<EncodeBlock> = Promise.reject(new Error("No table has been opened."));

  constructor() {
    this.#encoder.catch(() => undefined);
  }

  async open(table: BlockTable): Promise<void> {
    this.#encoder = loadBlockEncoder(table);
    await this.#encoder;
  }

  async encode(block: CellBlock): Promise<EncodedBlock> {
    const encode = await this.#encoder;
    const encoded = encode(block);
    return Comlink.transfer(encoded, [encoded.bytes.buffer]);
  }
}
