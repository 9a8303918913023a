import * as Comlink from "comlink";
import type { TileCells, TileOrder, TileOutput } from "./protocol.ts";

/** Where one lane's tiles go that leave their worker; what was read is given back and used again. */
export interface LaneOutputs {
  take(): Promise<TileOutput>;
  giveBack(output: TileOutput, cells: TileCells): void;
}

/** Where no cell leaves the workers. */
export const NO_OUTPUTS: LaneOutputs = { take: () => Promise.resolve(null), giveBack: () => undefined };

/** Buffers that are transferred to and fro; `spare` may be common to several lanes. */
export function transferredOutputs(spare: ArrayBuffer[]): LaneOutputs {
  return {
    take: () => Promise.resolve(spare.pop() ?? null),
    giveBack: (_, { buffer }) => {
      // Who read it may have handed it on.
      if (buffer instanceof ArrayBuffer && buffer.byteLength > 0) spare.push(buffer);
    },
  };
}

/** The numbered outputs of a worker in shared memory: who finds none waits, and is served in the order of waiting. */
export function sharedOutputs(slots: number): LaneOutputs {
  const free = Array.from({ length: slots }, (_, slot) => slot);
  const waiting: ((slot: number) => void)[] = [];
  return {
    take: () => new Promise((resolve) => {
      const slot = free.shift();
      if (slot === undefined) waiting.push(resolve);
      else resolve(slot);
    }),
    giveBack: (output) => {
      if (typeof output !== "number") return;
      const next = waiting.shift();
      if (next === undefined) free.push(output);
      else next(output);
    },
  };
}

/** An order as it is posted: a buffer goes with it. */
export function postable(order: TileOrder): TileOrder {
  return order.output instanceof ArrayBuffer ? Comlink.transfer(order, [order.output]) : order;
}
