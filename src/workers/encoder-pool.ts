import * as Comlink from "comlink";
import { ENCODE_HERE } from "../exporters/blocks/encode-here.ts";
import type { BlockTable, CellBlock, EncodedBlock, EncoderWorkers } from "../exporters/blocks/encoders.ts";
import type { FieldName } from "../model/index.ts";
import { encoderWorkers } from "./encoder-count.ts";
import type { EncodeWorkerApi } from "./encode-protocol.ts";
import { bornOrLost, WorkerLostError, type Lane } from "./lane.ts";
import { WorkerSeat } from "./worker-seat.ts";

/** Blocks under way for each worker: one is encoded while the next one's bytes are on their way. */
const BLOCKS_A_WORKER = 2;

export type SpawnEncoder = () => Promise<Lane<EncodeWorkerApi>>;

/**
 * Workers that encode, started when the first block comes. One that dies is replaced and its blocks are encoded again; where none can live, this thread encodes.
 * Whoever writes the file takes the blocks in their order, so the number of workers changes no byte.
 */
export class EncoderPool implements EncoderWorkers {
  readonly width: number;
  readonly #seats: readonly EncoderSeat[];
  /** Memory of blocks that have been written: else megabytes of it lie about until they are collected. */
  readonly #spare: ArrayBuffer[] = [];
  #isClosed = false;
  /** Whether workers die here whatever they are given, or cannot be started. */
  #isHelpless = false;

  constructor(spawn: SpawnEncoder, threads: number) {
    this.#seats = Array.from({ length: encoderWorkers(threads) }, () => new EncoderSeat(() => bornOrLost(spawn), this.#spare));
    this.width = BLOCKS_A_WORKER * this.#seats.length;
  }

  async encode(table: BlockTable, block: CellBlock): Promise<EncodedBlock> {
    if (this.#isHelpless) return ENCODE_HERE.encode(table, block);
    const idlest = this.#seats.reduce((best, seat) => (seat.underWay < best.underWay ? seat : best));
    try {
      return await idlest.encode(table, block);
    } catch (cause) {
      if (this.#isClosed || !(cause instanceof WorkerLostError)) throw cause;
      this.#isHelpless = true;
      return ENCODE_HERE.encode(table, block);
    }
  }

  release({ bytes: { buffer } }: EncodedBlock): void {
    if (this.#spare.length < this.width) this.#spare.push(buffer);
  }

  /** Ends the workers; what is under way rejects. */
  dispose(): void {
    this.#isClosed = true;
    for (const seat of this.#seats) seat.close();
  }
}

/** A worker's place, and which table each of its successors has been told of. */
class EncoderSeat {
  readonly #seat: WorkerSeat<EncodeWorkerApi>;
  readonly #tables = new WeakMap<Lane<EncodeWorkerApi>, BlockTable>();
  #underWay = 0;

  constructor(spawn: SpawnEncoder, private readonly spare: ArrayBuffer[]) {
    this.#seat = new WorkerSeat(spawn);
  }

  get underWay(): number {
    return this.#underWay;
  }

  async encode(table: BlockTable, block: CellBlock): Promise<EncodedBlock> {
    this.#underWay++;
    try {
      return await this.#seat.insist((worker) => {
        const opened = this.#tables.get(worker) === table ? Promise.resolve() : worker.api.open(table);
        this.#tables.set(worker, table);
        const output = this.spare.pop() ?? null;
        const sent = sendable(block);
        // The table is not waited for: the worker takes its orders in turn.
        const encoded = worker.api.encode(Comlink.transfer(sent.block, sent.copies), output === null ? null : Comlink.transfer(output, [output]));
        return Promise.all([encoded, opened]).then(([answer]) => answer);
      });
    } finally {
      this.#underWay--;
    }
  }

  close(): void {
    this.#seat.close();
  }
}

/** Shared memory is seen by the worker as it is; of other memory the block's part is copied and handed over, and not all that it lies in. */
function sendable({ fields, ...block }: CellBlock): { readonly block: CellBlock; readonly copies: ArrayBuffer[] } {
  const copies: ArrayBuffer[] = [];
  const send = (bytes: Uint8Array<ArrayBufferLike>) => {
    if (typeof SharedArrayBuffer !== "undefined" && bytes.buffer instanceof SharedArrayBuffer) return bytes;
    const copy = new Uint8Array(bytes);
    copies.push(copy.buffer);
    return copy;
  };
  const all = Object.entries(fields) as [FieldName, Uint8Array<ArrayBufferLike>][];
  return { block: { ...block, fields: Object.fromEntries(all.map(([field, bytes]) => [field, send(bytes)])) }, copies };
}
