import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LatestRunner } from "../../src/state/latest-runner.ts";

describe("LatestRunner", () => {
  it.each([true, false])("has never two in flight, answers the last request, and queues nothing (supersede: %s)", async (supersede) => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (scheduler, fails) => {
      let [inFlight, mostInFlight] = [0, 0];
      const started: number[] = [];
      const answered: number[] = [];
      const runner = new LatestRunner<number, number>(async (request, signal) => {
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        started.push(request);
        try {
          await scheduler.schedule(Promise.resolve());
          signal.throwIfAborted();
          if (fails[request]) throw new Error("failed");
          return request;
        } finally {
          inFlight--;
        }
      }, { onResult: (result) => answered.push(result), onError: (_, request) => answered.push(request) }, supersede);
      const asked = scheduler.scheduleSequence(fails.map((_, request) => async () => {
        runner.request(request);
        await Promise.resolve();
      }));
      for (let round = 0; round <= fails.length; round++) {
        await scheduler.waitIdle();
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      }
      expect(asked.done).toBe(true);
      expect(answered.at(-1)).toBe(fails.length - 1);
      expect(started).toEqual([...started].sort((a, b) => a - b));
      expect([inFlight, mostInFlight]).toEqual([0, 1]);
    }));
  });

  it("goes on after a work that throws at once", async () => {
    const seen: string[] = [];
    const runner = new LatestRunner<number, number>((request) => {
      if (request === 0) throw new Error("at once");
      return Promise.resolve(request);
    }, { onResult: (result) => seen.push(`done ${result}`), onError: (error) => seen.push(String(error)) }, false);
    runner.request(0);
    runner.request(1);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(seen).toEqual(["Error: at once", "done 1"]);
  });

  it("runs the first and the newest of a burst, and nothing between", async () => {
    const started: number[] = [];
    const done: number[] = [];
    const runner = new LatestRunner<number, number>((request) => {
      started.push(request);
      return Promise.resolve(request);
    }, { onResult: (result) => done.push(result), onError: () => undefined }, false);
    for (let request = 0; request < 100; request++) runner.request(request);
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect(started).toEqual([0, 99]);
    expect(done).toEqual([0, 99]);
  });

  it("is silent about what it cancels, and works on", async () => {
    const seen: string[] = [];
    const runner = new LatestRunner<number, number>(
      (request, signal) => new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")));
        if (request > 0) resolve(request);
      }),
      { onResult: (result) => seen.push(`done ${result}`), onError: () => seen.push("error") }, true);
    runner.request(0);
    runner.cancel();
    runner.request(1);
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect(seen).toEqual(["done 1"]);
  });

  it.each([true, false])("ends what is in flight for a newer request only where it is told to (supersede: %s)", (supersede) => {
    const signals: AbortSignal[] = [];
    const runner = new LatestRunner<number, number>(
      (_, signal) => new Promise(() => { signals.push(signal); }), { onResult: () => undefined, onError: () => undefined }, supersede);
    runner.request(0);
    expect(signals[0].aborted).toBe(false);
    runner.request(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([supersede]);
  });
});
