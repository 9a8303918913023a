import * as Comlink from "comlink";
import { loadBlockEncoder } from "../exporters/blocks/encode-here.ts";
import type { BlockTable, CellBlock, EncodeBlock, EncodedBlock } from "../exporters/blocks/encoders.ts";
import type { EncodeWorkerApi } from "./encode-protocol.ts";

/** Memory is made larger than its first block, so that it will do for others. */
const ROOM = 1.25;

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

  async encode(block: CellBlock, output: ArrayBuffer | null): Promise<EncodedBlock> {
    const encode = await this.#encoder;
    const encoded = encode(block);
    const { bytes: { length } } = encoded;
    const memory = output !== null && output.byteLength >= length ? output : new ArrayBuffer(Math.ceil(ROOM * length));
    const bytes = new Uint8Array(memory, 0, length);
    bytes.set(encoded.bytes);
    return Comlink.transfer({ ...encoded, bytes }, [memory]);
  }
}
