import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runClaims, type Claimed } from "../../src/sweep/claims.ts";
import { checkingConsumer, tiles } from "./checking-consumer.ts";

/** Lanes that take `most` tiles at a time from one queue and answer whenever fast-check lets them. */
function lanesOf(scheduler: fc.Scheduler, queue: { next: number; readonly to: number }, lanes: number, most: number) {
  return Array.from({ length: lanes }, () => () => {
    const claimed: Claimed<number>[] = [];
    for (; claimed.length < most && queue.next < queue.to; queue.next++) claimed.push({ index: queue.next, result: queue.next });
    return scheduler.schedule(Promise.resolve(claimed));
  });
}

describe("runClaims", () => {
  it("hands every result on once, in order, however the lanes race", async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 4 }), fc.nat(5), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 }), async (scheduler, lanes, from, count, most) => {
      const queue = { next: from, to: from + count };
      const { seen, consume } = checkingConsumer();
      await scheduler.waitFor(runClaims({
        from, lanes: lanesOf(scheduler, queue, lanes, most), hasMore: () => queue.next < queue.to, consume,
      }));
      expect(seen).toEqual(tiles(from, from + count));
    }));
  });

  it("that fails waits for whoever takes a result in, and hands nothing on after that", async () => {
    const taken: string[] = [];
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => { letGo = resolve; });
    let fail: (cause: Error) => void = () => undefined;
    const failing = new Promise<Claimed<number>[]>((_, reject) => { fail = reject; });
    const run = runClaims({
      from: 0, hasMore: () => true, lanes: [() => Promise.resolve([{ index: 0, result: 0 }, { index: 1, result: 1 }]), () => failing],
      consume: async (index) => {
        taken.push(`begun ${index}`);
        await held;
      },
    }).catch((cause: unknown) => { taken.push(String(cause)); });
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    fail(new Error("no memory"));
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect(taken).toEqual(["begun 0"]);
    letGo();
    await run;
    expect(taken).toEqual(["begun 0", "Error: no memory"]);
  });

  it("rejects with the signal's reason at once, and asks no lane after that", async () => {
    const controller = new AbortController();
    let asked = 0;
    let answer: (claimed: Claimed<number>[]) => void = () => undefined;
    const run = runClaims({
      from: 0, hasMore: () => true, signal: controller.signal, consume: () => undefined,
      lanes: [() => {
        asked++;
        return new Promise<Claimed<number>[]>((resolve) => { answer = resolve; });
      }],
    });
    controller.abort(new Error("enough"));
    await expect(run).rejects.toThrow("enough");
    answer([{ index: 0, result: 0 }]);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(asked).toBe(1);
  });

  it("stops at the first failure of a lane or of the consumer, and hands nothing on after it", async () => {
    const seen: number[] = [];
    let next = 0;
    const claim = () => Promise.resolve([{ index: next, result: next++ }]);
    const hasMore = () => next < 9;
    const failing = runClaims({ from: 0, hasMore, lanes: [() => (next === 4 ? Promise.reject(new Error("lane")) : claim())], consume: (result) => void seen.push(result) });
    await expect(failing).rejects.toThrow("lane");
    expect(seen).toEqual([0, 1, 2, 3]);
    next = 0;
    const refused = runClaims({
      from: 0, hasMore, lanes: [claim, claim],
      consume: (_, index) => {
        if (index === 2) throw new Error("disk");
        if (index > 2) seen.push(index);
      },
    });
    await expect(refused).rejects.toThrow("disk");
    expect(seen).toEqual([0, 1, 2, 3]);
  });
});
