import { ENCODE_HERE } from "../exporters/blocks/encode-here.ts";
import type { BlockTable, CellBlock, EncodedBlock, EncoderWorkers } from "../exporters/blocks/encoders.ts";
import type { FieldName } from "../model/index.ts";
import type { EncodeWorkerApi } from "./encode-protocol.ts";
import { WorkerLostError, type Lane } from "./lane.ts";
import { WorkerSeat } from "./worker-seat.ts";

/** Blocks under way for each worker: one is encoded while the next one's bytes are on their way. */
const BLOCKS_A_WORKER = 2;
/** More gain nothing: by then the disk, and the digests of what is written, take longer. Each holds some tens of megabytes. */
const MOST_WORKERS = 8;

export type SpawnEncoder = () => Promise<Lane<EncodeWorkerApi>>;

/**
 * Workers that encode, started when the first block comes. One that dies is replaced and its blocks are encoded again; where none can live, this thread encodes.
 * Whoever writes the file takes the blocks in their order, so the number of workers changes no byte.
 */
export class EncoderPool implements EncoderWorkers {
  readonly width: number;
  readonly #seats: readonly EncoderSeat[];
  #isClosed = false;
  /** Whether workers die here whatever they are given, or cannot be started. */
  #isHelpless = false;

  constructor(spawn: SpawnEncoder, workers: number) {
    this.#seats = Array.from({ length: Math.min(workers, MOST_WORKERS) }, () => new EncoderSeat(spawn));
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

  constructor(spawn: SpawnEncoder) {
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
        // Not waited for: the worker takes orders in turn.
        return Promise.all([worker.api.encode(sendable(block)), opened]).then(([encoded]) => encoded);
      });
    } finally {
      this.#underWay--;
    }
  }

  close(): void {
    this.#seat.close();
  }
}

/** Shared memory is seen by the worker as it is; of other memory only the block's part is copied, and not all that it lies in. */
function sendable({ fields, ...block }: CellBlock): CellBlock {
  const sent = Object.entries(fields) as [FieldName, Uint8Array<ArrayBufferLike>][];
  return { ...block, fields: Object.fromEntries(sent.map(([field, bytes]) => [field, isShared(bytes) ? bytes : bytes.slice()])) };
}

function isShared({ buffer }: Uint8Array<ArrayBufferLike>): boolean {
  return typeof SharedArrayBuffer !== "undefined" && buffer instanceof SharedArrayBuffer;
}
