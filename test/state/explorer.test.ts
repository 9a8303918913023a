import { describe, expect, it } from "vitest";
import { RULES, PRICE_MODES } from "../../src/model/index.ts";
import { layerSpecOf, sweepSpecOf, surfaceRequestOf } from "../../src/state/derived-specs.ts";
import { Explorer } from "../../src/state/explorer.ts";
import { DEFAULT_STATE, RESOLUTIONS, withParameter, withParameters, withPrices } from "../../src/state/explorer-state.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import type { SurfaceRequest, SurfaceResult, SweepClient } from "../../src/workers/sweep-client.ts";

/** A client that answers when it is told to, and remembers what it was asked. */
function fakeClient() {
  const surfaces: SurfaceRequest[] = [];
  const sweeps: SweepSpec[] = [];
  let answer: (() => void)[] = [];
  const later = <T>(value: T, signal?: AbortSignal) => new Promise<T>((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new Error("aborted")));
    answer.push(() => resolve(value));
  });
  const client: SweepClient = {
    engine: { id: "js", skipped: [] }, threads: 1, dispose: () => undefined,
    surface: (request, options) => {
      surfaces.push(request);
      return later({ fillMs: 0, extractMs: 0, colourRange: null } as SurfaceResult, options?.signal);
    },
    sweep: (spec, options) => {
      sweeps.push(spec);
      return later({ points: cellCount(spec) } as SweepSummary, options?.signal);
    },
  };
  const settle = async (rounds = 10) => {
    for (let round = 0; round < rounds; round++) {
      const waiting = answer;
      answer = [];
      for (const give of waiting) give();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    }
  };
  return { client, surfaces, sweeps, settle };
}

describe("the sweeps of a state", () => {
  it("have four axes of 64 points, 16,777,216 cells, with the drawn ones last", () => {
    const spec = sweepSpecOf(DEFAULT_STATE);
    expect(cellCount(spec)).toBe(16_777_216);
    expect(spec.axes.map(({ name }) => name)).toEqual(["tau", "alpha", "beta", "wr"]);
    expect(sweepSpecOf(withPrices(DEFAULT_STATE, "equilibrium")).axes.map(({ name }) => name)).toEqual(["A", "alpha", "beta", "tau"]);
  });

  it("are valid for every rule, price mode and resolution", () => {
    for (const prices of PRICE_MODES) for (const rule of RULES) for (const resolution of RESOLUTIONS) {
      const state = { ...withPrices(DEFAULT_STATE, prices), rule, resolution };
      expect(cellCount(layerSpecOf(state))).toBe(resolution ** 3);
      expect(cellCount(sweepSpecOf(state))).toBe(resolution ** 4);
    }
  });

  it("have the default τ among the points of the fourth axis, so that the first picture is a layer of the sweep", () => {
    expect([...axisPoints(sweepSpecOf(DEFAULT_STATE).axes[0])]).toContain(DEFAULT_STATE.parameters.tau);
  });
});

describe("Explorer", () => {
  it("asks for the surface first, then for the sweep", async () => {
    const { client, surfaces, sweeps, settle } = fakeClient();
    const explorer = new Explorer();
    explorer.setClient(client);
    expect([surfaces.length, sweeps.length]).toEqual([1, 0]);
    await settle();
    expect([surfaces.length, sweeps.length]).toEqual([1, 1]);
    expect(explorer.sweep.summary?.points).toBe(16_777_216);
    expect(explorer.sweep.isPending).toBe(false);
  });

  it("asks for nothing when α, β or ω move, for the surface alone when τ moves, for both when r moves", async () => {
    const { client, surfaces, sweeps, settle } = fakeClient();
    const explorer = new Explorer();
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
    const { client, surfaces, settle } = fakeClient();
    const explorer = new Explorer();
    explorer.setClient(client);
    for (let k = 1; k <= 100; k++) explorer.update((state) => withParameter(state, "r", k / 1000));
    await settle();
    expect(surfaces).toHaveLength(2);
    expect(surfaces[1]).toEqual(surfaceRequestOf(explorer.state));
    expect(explorer.surface.shown?.parameters.r).toBe(0.1);
    expect(explorer.surface.isPending).toBe(false);
  });

  it("keeps the last good picture and says what failed", async () => {
    const { client, settle } = fakeClient();
    const explorer = new Explorer();
    explorer.setClient(client);
    await settle();
    const shown = explorer.surface.result;
    client.surface = () => Promise.reject(new Error("no memory"));
    explorer.update((state) => withParameter(state, "r", 0.2));
    await settle();
    expect(explorer.surface.error?.message).toBe("no memory");
    expect(explorer.surface.result).toBe(shown);
  });

  it("cancels a sweep, keeps the last counts, and resumes", async () => {
    const { client, sweeps, settle } = fakeClient();
    const explorer = new Explorer();
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
});
