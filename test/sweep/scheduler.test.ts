import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schedule } from "../../src/sweep/scheduler.ts";
import { checkingConsumer, tiles } from "./checking-consumer.ts";

/** A lane whose answers come in whatever order fast-check schedules them. */
const lanesOf = (scheduler: fc.Scheduler, n: number) =>
  Array.from({ length: n }, () => (from: number, to: number) => scheduler.schedule(Promise.resolve(tiles(from, to))));

const one = () => 1;

describe("schedule", () => {
  it("hands every result on once, in order, however the lanes race", async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 4 }), fc.nat(5), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 }), async (scheduler, lanes, from, count, batch) => {
      const { seen, consume } = checkingConsumer();
      const run = schedule({
        from, to: from + count, batch: (remaining) => Math.min(batch, remaining + 2), lanes: lanesOf(scheduler, lanes), consume,
      });
      await scheduler.waitFor(run);
      expect(seen).toEqual(tiles(from, from + count));
    }));
  });

  it("starts no tile far ahead of one that is late", async () => {
    const started: number[] = [];
    let release = () => undefined as void;
    const late = new Promise<void>((resolve) => { release = resolve; });
    const run = schedule({
      from: 0, to: 100, batch: one, consume: () => undefined,
      lanes: Array.from({ length: 2 }, () => async (index: number) => {
        started.push(index);
        if (index === 0) await late;
        return [index];
      }),
    });
    for (let turn = 0; turn < 500; turn++) await Promise.resolve();
    expect(started.length).toBeLessThanOrEqual(8);
    release();
    await run;
    expect(started).toHaveLength(100);
  });

  it("that fails waits for whoever takes a result in, and hands nothing on after that", async () => {
    const taken: string[] = [];
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => { letGo = resolve; });
    let fail: (cause: Error) => void = () => undefined;
    const failing = new Promise<number[]>((_, reject) => { fail = reject; });
    const run = schedule({
      from: 0, to: 9, batch: one, lanes: [(index) => (index < 3 ? Promise.resolve([index]) : failing)],
      consume: async (index) => {
        taken.push(`begun ${index}`);
        await held;
        taken.push(`taken ${index}`);
      },
    }).catch((cause: unknown) => { taken.push(String(cause)); });
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    fail(new Error("no memory"));
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect(taken).toEqual(["begun 0"]);
    letGo();
    await run;
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect(taken).toEqual(["begun 0", "taken 0", "Error: no memory"]);
  });

  it("rejects with the signal's reason at once and starts nothing more", async () => {
    const controller = new AbortController();
    const started: number[] = [];
    const run = schedule({
      from: 0, to: 50, batch: one, signal: controller.signal, consume: () => undefined,
      lanes: [(index) => {
        started.push(index);
        return index < 3 ? Promise.resolve([index]) : new Promise<number[]>(() => undefined);
      }],
    });
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    const before = started.length;
    controller.abort(new Error("enough"));
    await expect(run).rejects.toThrow("enough");
    expect(started).toHaveLength(before);
  });

  it("stops at the first failure of a lane or of the consumer", async () => {
    const failing = schedule({ from: 0, to: 9, batch: one, lanes: [(index) => (index === 4 ? Promise.reject(new Error("lane")) : Promise.resolve([index]))], consume: () => undefined });
    await expect(failing).rejects.toThrow("lane");
    const refused = schedule({ from: 0, to: 9, batch: one, lanes: [(index) => Promise.resolve([index])], consume: (_, index) => { if (index === 2) throw new Error("disk"); } });
    await expect(refused).rejects.toThrow("disk");
  });
});
