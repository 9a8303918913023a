import { describe, expect, it } from "vitest";
import { ENGINE_IDS } from "../../../src/engines/engine.ts";
import { benchFileName, BenchSession } from "../../../src/state/benchmark/bench-session.ts";
import { untilAborted } from "../../../src/sweep/until-aborted.ts";
import { ENVIRONMENT, FakeClock, fakeCreateClient, type Calls, type FakeEngine } from "../../benchmark/fake-client.ts";
import { sampleMeasurement, sampleResult } from "../../benchmark/sample-result.ts";

const SAMPLE = sampleResult([sampleMeasurement([1, 2, 3])]);
const SIMD: FakeEngine = { id: "wasm-simd" };

/** A session over fakes, probed, with a small form; the calls of the probing are left out. */
async function opened(engines: readonly FakeEngine[]): Promise<{ readonly session: BenchSession; readonly calls: Calls }> {
  const calls: Calls = [];
  const clock = new FakeClock();
  const session = new BenchSession({
    createClient: fakeCreateClient(engines, clock, calls), threads: 4, describeEnvironment: () => ENVIRONMENT, clock: clock.read,
  });
  await session.probe();
  session.setForm({ greatestSize: 4, repeats: "3", warmUps: "1" });
  calls.length = 0;
  return { session, calls };
}

describe("probing", () => {
  it("lists every engine, with the reason of those that do not work, and leaves no client open", async () => {
    const calls: Calls = [];
    const session = new BenchSession({
      createClient: fakeCreateClient([SIMD, { id: "webgpu", unavailable: "no GPU" }], new FakeClock(), calls), threads: 4,
      describeEnvironment: () => ENVIRONMENT, clock: () => 0,
    });
    expect([session.view.engines, session.view.form]).toEqual([null, null]);
    await session.probe();
    expect(session.view.engines?.map(({ id }) => id).toSorted()).toEqual([...ENGINE_IDS].toSorted());
    expect(session.view.engines?.find(({ id }) => id === "webgpu")).toMatchObject({ available: false, reason: "no GPU", threads: null });
    expect(session.view.form?.engines).toEqual(["wasm-simd"]);
    expect(calls).toEqual(["wasm-simd dispose"]);
  });
});

describe("a benchmark", () => {
  it("shows its progress, then its result, and gives its clients back", async () => {
    const { session, calls } = await opened([{ id: "wasm-simd", seconds: () => 0.2 }]);
    const seen: number[] = [];
    session.subscribe(() => { if (session.view.progress !== null) seen.push(session.view.progress.done); });
    await session.start();
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(session.view).toMatchObject({ work: null, progress: null, failure: null, shown: { file: null, result: { state: "complete", settings: { sizes: [4], threads: 1 } } } });
    expect(calls.at(-1)).toBe("wasm-simd dispose");
  });

  it("tells what has begun and lasts, though it began right after other news", async () => {
    const clock = new FakeClock();
    const quick = fakeCreateClient([{ id: "wasm-simd", seconds: () => 0.001 }], clock);
    const session = new BenchSession({
      threads: 1, describeEnvironment: () => ENVIRONMENT, clock: clock.read,
      createClient: async (options) => {
        const client = await quick(options);
        return {
          ...client,
          sweep: async (spec, more = {}) => {
            // What is to be delivered never comes.
            if (more.onTile !== undefined) await untilAborted(more.signal, new Promise<never>(() => undefined));
            return client.sweep(spec, more);
          },
        };
      },
    });
    await session.probe();
    session.setForm({ greatestSize: 4, repeats: "1", warmUps: "0" });
    const run = session.start();
    await expect.poll(() => session.view.progress?.label.en).toMatch(/^Deliver cells/);
    session.stop("cancelled");
    await run;
    expect(session.view.progress).toBeNull();
  });

  it("keeps what was measured when it is cancelled or its tab is hidden, and says why", async () => {
    for (const [reason, words] of [["cancelled", "cancelled"], ["hidden", /tab was hidden/]] as const) {
      let stop: () => void = () => undefined;
      const { session } = await opened([{ id: "wasm-simd", before: (call) => { if (call === 12) stop(); } }]);
      stop = () => session.stop(reason);
      await session.start();
      expect(session.view).toMatchObject({ work: null, failure: null, shown: { result: { state: "stopped", stopReason: expect.stringMatching(words) as string } } });
      expect(session.view.shown?.result.measurements.map(({ job }) => job)).toEqual(["fill", "transfer"]);
    }
  });

  it("says that nothing was measured where it stopped at once, and keeps what was shown", async () => {
    let stop: () => void = () => undefined;
    const { session } = await opened([{ id: "wasm-simd", before: () => { stop(); } }]);
    session.take("open", "a.json", JSON.stringify(SAMPLE));
    stop = () => session.stop("cancelled");
    await session.start();
    expect(session.view).toMatchObject({ failure: { work: "benchmark", reason: { en: "cancelled", zh: "已取消" } }, shown: { file: "a.json" } });
  });

  it("is one at a time, takes no change of the form meanwhile, and does not begin with a form that cannot be read", async () => {
    const { session, calls } = await opened([SIMD]);
    session.setForm({ repeats: "none" });
    await session.start();
    expect(calls).toEqual([]);
    session.setForm({ repeats: "1" });
    const first = session.start();
    session.setForm({ repeats: "9" });
    await Promise.all([first, session.start()]);
    expect(session.view.form?.repeats).toBe("1");
    expect(calls.filter((call) => call.endsWith("dispose"))).toEqual(["wasm-simd dispose"]);
  });
});

describe("files", () => {
  const text = (created: string): string => JSON.stringify({ ...SAMPLE, created });

  it("are shown under their name", async () => {
    const { session } = await opened([SIMD]);
    session.take("open", "a.json", JSON.stringify(SAMPLE));
    expect(session.view.shown).toEqual({ result: SAMPLE, file: "a.json" });
  });

  it("that cannot be read change nothing but the message, which goes with the next good one", async () => {
    const { session } = await opened([SIMD]);
    session.take("open", "a.json", JSON.stringify(SAMPLE));
    for (const broken of ["{", "[]", '{"schema":"tauscape/sweep@1"}']) {
      session.take("open", "b.json", broken);
      expect(session.view.refused).toMatchObject({ purpose: "open", file: "b.json" });
      expect(session.view.refused?.problems.length).toBeGreaterThan(0);
      expect(session.view.shown?.file).toBe("a.json");
    }
    session.take("open", "c.json", JSON.stringify(SAMPLE));
    expect(session.view).toMatchObject({ refused: null, shown: { file: "c.json" } });
  });

  it("are compared with what is shown, also after a swap, until the comparison is ended", async () => {
    const { session } = await opened([SIMD]);
    session.take("compare", "none.json", text("2026-01-01T00:00:00.000Z"));
    expect(session.view.comparison).toBeNull();
    session.take("open", "b.json", text("2026-02-02T00:00:00.000Z"));
    session.take("compare", "a.json", text("2026-01-01T00:00:00.000Z"));
    expect([session.view.earlier?.file, session.view.shown?.file]).toEqual(["a.json", "b.json"]);
    expect(session.view.comparison?.pairs.length).toBeGreaterThan(0);
    session.swap();
    expect([session.view.earlier?.file, session.view.shown?.file]).toEqual(["b.json", "a.json"]);
    session.endComparison();
    expect([session.view.earlier, session.view.comparison]).toEqual([null, null]);
  });

  it("are saved under the time when the benchmark began", () => {
    expect(benchFileName({ created: "2026-11-24T08:18:14.123Z" })).toBe("tauscape-bench-20261124-081814.json");
  });
});
