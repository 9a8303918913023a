import { describe, expect, it } from "vitest";
import { Explorer } from "../../src/state/explorer.ts";
import { DEFAULT_STATE, withParameter } from "../../src/state/explorer-state.ts";
import { cellCount } from "../../src/sweep/spec.ts";
import type { SurfaceRequest } from "../../src/workers/sweep-client.ts";
import { fakeClient } from "../support/fake-client.ts";

describe("Explorer, while the hand moves", () => {
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
