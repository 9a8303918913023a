import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENCODE_HERE } from "../../src/exporters/blocks/encode-here.ts";
import { encodeInOrder } from "../../src/exporters/blocks/encode-in-order.ts";
import type { CellBlock, EncodedBlock, Encoders } from "../../src/exporters/blocks/encoders.ts";
import { splitStreams } from "../../src/exporters/parquet/split-streams.ts";
import { MemoryTarget } from "./memory-target.ts";
import { exporterOf, giveTile, sourceOf, specOf } from "./sweep-by-model.ts";

const SPEC = specOf({ axes: [{ name: "tau", min: 0.1, max: 0.9, count: 3 }], fields: ["growth"] });
const TABLE = { format: "csv", spec: SPEC } as const;
const blocksOf = (count: number): CellBlock[] => Array.from({ length: count }, (_, start) => ({ start, count: 1, columns: [], fields: {} }));

/** Encoders that answer when they are told to, in any order: a block's bytes are the cell that it starts at. */
class Told implements Encoders {
  readonly started: number[] = [];
  readonly released: number[] = [];
  most = 0;
  private readonly waiting = new Map<number, { readonly answer: () => void; readonly fail: () => void }>();

  constructor(readonly width: number) {}

  encode(_table: unknown, { start }: CellBlock): Promise<EncodedBlock> {
    this.started.push(start);
    return new Promise((resolve, reject) => {
      this.waiting.set(start, {
        answer: () => resolve({ bytes: Uint8Array.of(start), plainBytes: 1, range: [0, 0] }), fail: () => reject(new Error(`block ${start}`)),
      });
      this.most = Math.max(this.most, this.waiting.size);
    });
  }

  release({ bytes: [start] }: EncodedBlock): void {
    this.released.push(start);
  }

  /** Ends one that is under way. @param choice any number */
  end(choice: number, how: "answer" | "fail" = "answer"): void {
    const starts = [...this.waiting.keys()];
    const start = starts[choice % starts.length];
    this.waiting.get(start)?.[how]();
    this.waiting.delete(start);
  }

  get isIdle(): boolean {
    return this.waiting.size === 0;
  }
}

async function collected(encoders: Encoders, blocks: readonly CellBlock[]): Promise<number[]> {
  const found: number[] = [];
  for await (const { bytes: [start] } of encodeInOrder(encoders, TABLE, blocks)) found.push(start);
  return found;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("blocks", () => {
  it("come in their order, each once, in whatever order they are ready, and no more than the width are under way", async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat(99)), async (count, width, choices) => {
      const encoders = new Told(width);
      let isDone = false;
      const all = collected(encoders, blocksOf(count)).finally(() => { isDone = true; });
      await turn();
      while (!isDone) {
        if (!encoders.isIdle) encoders.end(choices.next().value as number);
        await turn();
      }
      expect(await all).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(encoders.started.length).toBe(count);
      expect(encoders.released).toEqual(await all);
      expect(encoders.most).toBe(Math.min(width, count));
    }), { numRuns: 40 });
  });

  it("end with the first that fails, and nothing is started after it", async () => {
    const encoders = new Told(2);
    const all = collected(encoders, blocksOf(6));
    await turn();
    encoders.end(1, "fail");
    encoders.end(0);
    await expect(all).rejects.toThrow("block 1");
    expect(encoders.started.length).toBeLessThanOrEqual(3);
  });

  it.each(["csv", "csv.gz", "parquet"])("of %s are written only while their tile is: a checkpoint speaks of nothing that is not there", async (id) => {
    const spec = specOf({ axes: [{ name: "tau", min: 0.1, max: 0.9, count: 2 ** 18 }, { name: "beta", values: [0.3] }], fields: ["class"] });
    const late: Encoders = { ...ENCODE_HERE, width: 4, encode: async (table, block) => (await turn(), ENCODE_HERE.encode(table, block)) };
    const target = new MemoryTarget();
    const writer = await (await exporterOf(id).load(late)).open(await sourceOf(spec), target, null);
    const count = 2 ** 17 + 4;
    const tile = { start: 0, count, fields: { class: new Uint8Array(count).fill(1) } };
    await giveTile(writer, tile);
    const { from, state } = writer.checkpoint();
    expect(from).toBe(count);
    const known = target.files().get("")?.length ?? 0;
    for (let k = 0; k < 20; k++) await turn();
    expect(target.files().get("")?.length).toBe(known);
    expect(state).toMatchObject({ position: known });
  });
});

describe("the streams of bytes", () => {
  it("hold the k-th bytes of all values, one stream after the other, whatever their number", () => {
    fc.assert(fc.property(fc.float64Array({ maxLength: 33 }), fc.boolean(), (doubles, isSingle) => {
      const values = isSingle ? Float32Array.from(doubles) : doubles;
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      const width = values.BYTES_PER_ELEMENT;
      const expected = Array.from({ length: bytes.length }, (_, k) => bytes[(k % values.length) * width + Math.floor(k / values.length)]);
      expect([...splitStreams(values, new ArrayBuffer(bytes.length + 8))]).toEqual(expected);
    }));
  });
});
