import { describe, expect, it } from "vitest";
import { surfaceRequests } from "../../src/state/drawn-surfaces.ts";
import { Explorer } from "../../src/state/explorer.ts";
import { DEFAULT_STATE, withParameter, withParameters } from "../../src/state/explorer-state.ts";
import { fakeClient } from "../support/fake-client.ts";

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
});
