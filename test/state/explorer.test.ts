import { describe, expect, it } from "vitest";
import { surfaceRequests } from "../../src/state/drawn-surfaces.ts";
import { Explorer } from "../../src/state/explorer.ts";
import { DEFAULT_STATE, withParameter, withParameters } from "../../src/state/explorer-state.ts";
import type { Schedule } from "../../src/state/hand.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import type { Progress } from "../../src/sweep/tile.ts";
import type { SurfaceRequest, SurfaceResult, SweepClient, SweepOptions } from "../../src/workers/sweep-client.ts";

/** A client that answers when it is told to, and remembers what it was asked; and a hand that rests when it is told to. */
function fakeClient() {
  let resting: (() => void) | null = null;
  const schedule: Schedule = (callback) => {
    resting = callback;
    return () => { if (resting === callback) resting = null; };
  };
  const rest = () => {
    resting?.();
    resting = null;
  };
  let surfaceMs = 0;
  const surfaces: SurfaceRequest[] = [];
  const sweeps: SweepSpec[] = [];
  const signals: AbortSignal[] = [];
  let progress: SweepOptions["onProgress"];
  let answer: (() => void)[] = [];
  const later = <T>(value: T, signal?: AbortSignal) => new Promise<T>((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new Error("aborted")));
    answer.push(() => resolve(value));
  });
  const client: SweepClient = {
    engine: { id: "js", skipped: [] }, threads: 1, dispose: () => undefined,
    memory: () => Promise.reject(new Error("no memory work in this test")),
    surface: (request, options) => {
      surfaces.push(request);
      return later({ fillMs: surfaceMs / 4, extractMs: (surfaceMs * 3) / 4, colourRange: null } as SurfaceResult, options?.signal);
    },
    sweep: (spec, options) => {
      sweeps.push(spec);
      progress = options?.onProgress;
      if (options?.signal !== undefined) signals.push(options.signal);
      return later({ points: cellCount(spec) } as SweepSummary, options?.signal);
    },
  };
  /** Answers what was asked, without a rest. */
  const answerAll = async (rounds = 10) => {
    for (let round = 0; round < rounds; round++) {
      const waiting = answer;
      answer = [];
      for (const give of waiting) give();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    }
  };
  /** Lets the hand rest and everything come to its end. */
  const settle = async (rounds = 10) => {
    rest();
    await answerAll(rounds);
  };
  return {
    client, surfaces, sweeps, signals, progress: (news: Progress) => progress?.(news), settle, answerAll, rest, schedule,
    takes: (milliseconds: number) => { surfaceMs = milliseconds; },
  };
}

describe("Explorer", () => {
  it("asks for the surface first, then for the sweep", async () => {
    const { client, surfaces, sweeps, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    explorer.setClient(client);
    expect([surfaces.length, sweeps.length]).toEqual([1, 0]);
    await settle();
    expect([surfaces.length, sweeps.length]).toEqual([1, 1]);
    expect(explorer.sweep.summary?.points).toBe(16_777_216);
    expect(explorer.sweep.isPending).toBe(false);
  });

  it("asks for nothing when α, β or ω move, for the surface alone when τ moves, for both when r moves", async () => {
    const { client, surfaces, sweeps, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    explorer.setClient(client);
    await settle();
    const before = explorer.point.fields.growth;
    explorer.update((state) => withParameters(state, { alpha: 0.2, beta: 0.3, wr: 3 }));
    await settle();
    expect([surfaces.length, sweeps.length]).toEqual([1, 1]);
    expect(explorer.point.fields.growth).not.toBe(before);
    explorer.update((state) => withParameter(state, "tau", 0.5));
    await settle();
    expect([surfaces.length, sweeps.length]).toEqual([2, 1]);
    explorer.update((state) => withParameter(state, "r", 0.1));
    await settle();
    expect([surfaces.length, sweeps.length]).toEqual([3, 2]);
  });

  it("does not queue: of a hundred changes the first and the last are asked for", async () => {
    const { client, surfaces, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    explorer.setClient(client);
    for (let k = 1; k <= 100; k++) explorer.update((state) => withParameter(state, "r", k / 1000));
    await settle();
    expect(surfaces).toHaveLength(2);
    expect(surfaces[1]).toEqual(surfaceRequests(explorer.state).region);
    expect(explorer.surface.shown?.parameters.r).toBe(0.1);
    expect(explorer.surface.isPending).toBe(false);
  });

  it("keeps the last good picture and says what failed", async () => {
    const { client, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    explorer.setClient(client);
    await settle();
    const shown = explorer.surface.result;
    client.surface = () => Promise.reject(new Error("no memory"));
    explorer.update((state) => withParameter(state, "r", 0.2));
    await settle();
    expect(explorer.surface.error?.message).toBe("no memory");
    expect(explorer.surface.result).toBe(shown);
  });

  it("says nothing about the failure of a surface that nobody waits for any more", async () => {
    const { client, surfaces, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    const seen = new Set<string | undefined>();
    explorer.subscribe(() => seen.add(explorer.surface.error?.message));
    const working = { ...client };
    client.surface = () => Promise.reject(new Error("lost"));
    explorer.setClient(client);
    Object.assign(client, working);
    explorer.update((state) => withParameter(state, "r", 0.2));
    await settle();
    expect(surfaces).toHaveLength(1);
    expect([...seen]).toEqual([undefined]);
    expect(explorer.surface.shown).toBe(explorer.state);
  });

  it("cancels a sweep, keeps the last counts, and resumes", async () => {
    const { client, sweeps, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    explorer.setClient(client);
    await settle();
    const { summary } = explorer.sweep;
    explorer.update((state) => ({ ...state, resolution: 32 }));
    await settle(1);
    expect(explorer.sweep.isPending).toBe(true);
    explorer.cancel();
    await settle();
    expect(explorer.sweep).toMatchObject({ isPending: false, isCancelled: true, summary });
    explorer.resume();
    await settle();
    expect(sweeps.length).toBeGreaterThanOrEqual(2);
    expect(explorer.sweep.summary?.points).toBe(32 ** 4);
    expect(explorer.sweep.isCancelled).toBe(false);
  });

  it("waits for rest: a state that moves on is not swept, and a sweep that would count something else is ended at once", async () => {
    const { client, sweeps, signals, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    explorer.setClient(client);
    await settle(1);
    expect(sweeps).toHaveLength(1);
    for (let k = 1; k <= 14; k++) {
      explorer.update((state) => withParameter(state, "r", 0.12 + k / 1000));
      explorer.update((state) => withParameter(state, "r", 0.12 + k / 1000 + 1e-4));
      await settle(1);
    }
    expect(signals[0].aborted).toBe(true);
    expect(sweeps).toHaveLength(1);
    await settle();
    expect(sweeps).toHaveLength(2);
    expect(explorer.sweep).toMatchObject({ isPending: false, shown: explorer.state });
  });

  it("does not sweep again what it has just counted", async () => {
    const { client, sweeps, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    explorer.setClient(client);
    await settle();
    explorer.update((state) => withParameter(state, "r", 0.2));
    explorer.update((state) => withParameter(state, "r", DEFAULT_STATE.parameters.r));
    await settle();
    expect(sweeps).toHaveLength(1);
    expect(explorer.sweep.isPending).toBe(false);
  });

  it("cancels a sweep that has not begun, and forgets the progress of one that was ended", async () => {
    const { client, sweeps, progress, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    explorer.setClient(client);
    expect(explorer.sweep.isPending).toBe(true);
    explorer.cancel();
    await settle();
    expect(sweeps).toHaveLength(0);
    expect(explorer.sweep).toMatchObject({ isPending: false, isCancelled: true, summary: null });
    explorer.resume();
    progress({ done: 1, total: 2 });
    expect(explorer.sweep.progress).toEqual({ done: 1, total: 2 });
    explorer.cancel();
    progress({ done: 2, total: 2 });
    expect(explorer.sweep.progress).toBeNull();
  });

  it("has nothing to cancel when nothing is under way", async () => {
    const { client, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    explorer.setClient(client);
    await settle();
    explorer.cancel();
    expect(explorer.sweep.isCancelled).toBe(false);
  });

  it("asks again for a surface and a sweep that failed", async () => {
    const { client, surfaces, sweeps, settle, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    const working = { ...client };
    client.surface = () => Promise.reject(new Error("lost"));
    client.sweep = () => Promise.reject(new Error("lost too"));
    explorer.setClient(client);
    await settle();
    expect([explorer.surface.error?.message, explorer.sweep.error?.message]).toEqual(["lost", "lost too"]);
    Object.assign(client, working);
    explorer.resume();
    await settle();
    expect([surfaces.length, sweeps.length]).toEqual([1, 1]);
    expect([explorer.surface.error, explorer.sweep.error]).toEqual([null, null]);
    expect(explorer.sweep.summary).not.toBeNull();
  });

  it("says why it has no client, evaluates points all the same, and goes on when one arrives", async () => {
    const { client, surfaces, settle, rest, schedule } = fakeClient();
    const explorer = new Explorer(DEFAULT_STATE, schedule);
    const told: (string | undefined)[] = [];
    const forget = explorer.subscribe(() => told.push(explorer.clientError?.message));
    explorer.setClientError(new Error("no workers here"));
    explorer.update((state) => withParameter(state, "wr", 4));
    expect(explorer.point.fields.growth).toBeGreaterThan(0);
    expect([explorer.surface.isPending, explorer.sweep.isPending]).toEqual([false, false]);
    expect(told).toEqual(["no workers here", "no workers here"]);
    forget();
    rest();
    explorer.setClient(client);
    await settle();
    expect(told).toHaveLength(2);
    expect(explorer.clientError).toBeNull();
    expect(surfaces).toHaveLength(1);
  });

  it("refuses a state that cannot be swept, and keeps the one it had", () => {
    const explorer = new Explorer();
    expect(() => explorer.update((state) => withParameter(state, "sigma", 0))).toThrow(/fixed\.sigma: found 0; allowed: a number ≥ 2\^-64/);
    expect(explorer.state).toBe(DEFAULT_STATE);
  });

  describe("while the hand moves", () => {
    const sizeOf = ({ spec }: SurfaceRequest): number => Math.round(cellCount(spec) ** (1 / 3));
    const moved = (explorer: Explorer, r: number) => explorer.update((state) => withParameter(state, "r", r));

    /** An explorer at rest, its picture drawn and its grid swept. */
    async function drawn(milliseconds: number) {
      const fake = fakeClient();
      fake.takes(milliseconds);
      const explorer = new Explorer(DEFAULT_STATE, fake.schedule);
      explorer.setClient(fake.client);
      await fake.settle();
      fake.surfaces.length = 0;
      fake.sweeps.length = 0;
      return { ...fake, explorer };
    }

    it("asks for a coarse surface at once, and for the fine one and the counts when it rests", async () => {
      const { explorer, surfaces, sweeps, answerAll, settle } = await drawn(40);
      for (const r of [0.1, 0.11, 0.13]) {
        moved(explorer, r);
        await answerAll();
        expect(explorer.surface).toMatchObject({ shown: explorer.state, isPending: true });
      }
      expect([surfaces.map(sizeOf), sweeps.length]).toEqual([[32, 32, 32], 0]);
      expect(explorer.sweep.isPending).toBe(true);
      await settle();
      expect([surfaces.map(sizeOf), sweeps.length]).toEqual([[32, 32, 32, 64], 1]);
      expect([explorer.surface.isPending, explorer.sweep.isPending]).toEqual([false, false]);
    });

    it("takes as fine a surface as the last ones allow, and the wanted one where that is quick enough", async () => {
      for (const [milliseconds, size] of [[4, 64], [10, 48], [13, 32], [1000, 32]] as const) {
        const { explorer, surfaces, answerAll, settle } = await drawn(milliseconds);
        moved(explorer, 0.1);
        await answerAll();
        expect(surfaces.map(sizeOf)).toEqual([size]);
        await settle();
        expect(surfaces.map(sizeOf)).toEqual(size === 64 ? [64] : [size, 64]);
      }
    });

    it("begins coarsely after a picture that took long, until quick ones have made up for it", async () => {
      const { explorer, surfaces, answerAll, takes } = await drawn(40);
      takes(0);
      for (let k = 1; k <= 14; k++) {
        moved(explorer, 0.1 + k / 1000);
        await answerAll();
      }
      expect(surfaces.map(sizeOf)[0]).toBe(32);
      expect(surfaces.map(sizeOf).at(-1)).toBe(64);
    });

    it("never puts a coarse surface in the place of the fine one of the same state", async () => {
      const { explorer, surfaces, answerAll, settle } = await drawn(40);
      const { result } = explorer.surface;
      moved(explorer, 0.1);
      moved(explorer, DEFAULT_STATE.parameters.r);
      expect(explorer.surface.isPending).toBe(false);
      await answerAll();
      expect(explorer.surface.result).toBe(result);
      await settle();
      expect([explorer.surface.result === result, explorer.surface.isPending, surfaces.map(sizeOf)]).toEqual([true, false, [32]]);
    });

    it("asks for the fine surface after a coarse one that comes in after the rest", async () => {
      const { explorer, surfaces, answerAll, rest } = await drawn(40);
      moved(explorer, 0.1);
      rest();
      expect(surfaces.map(sizeOf)).toEqual([32]);
      await answerAll();
      expect([surfaces.map(sizeOf), explorer.surface.isPending]).toEqual([[32, 64], false]);
    });
  });
});
