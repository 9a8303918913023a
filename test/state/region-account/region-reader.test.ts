import { describe, expect, it } from "vitest";
import { Explorer } from "../../../src/state/explorer.ts";
import { DEFAULT_STATE, withParameter, withPrices, type ExplorerState } from "../../../src/state/explorer-state.ts";
import { RegionReader } from "../../../src/state/region-account/region-reader.ts";

const COARSE: ExplorerState = { ...DEFAULT_STATE, resolution: 32 };

/** An explorer without a pool: the hand rests when told to, and the classes are counted here. */
function opened() {
  const explorer = new Explorer(COARSE, () => () => undefined);
  explorer.setClientError(new Error("no pool in this test"));
  const reader = new RegionReader(explorer, () => Promise.resolve());
  let told = 0;
  const close = reader.subscribe(() => { told += 1; });
  /** With pauses that end at once a reading is over before the next task. */
  const settled = () => new Promise((resolve) => { setImmediate(resolve); });
  return { explorer, reader, close, settled, told: () => told };
}

describe("a reader of the region", () => {
  it("reads each spec once, and not again when only the point moves", async () => {
    const { explorer, reader, settled, told } = opened();
    await settled();
    expect(reader.account?.region[0].en).toContain("over α, β, ω, τ");
    expect(told()).toBe(1);
    explorer.update((state) => withParameter(state, "alpha", 0.5));
    await settled();
    expect(told()).toBe(1);
    explorer.update((state) => withPrices(state, "equilibrium"));
    await settled();
    expect(reader.account?.region[0].en).toContain("over α, β, τ, A");
    expect(told()).toBe(2);
  });

  it("tells of the newest spec alone, however many came before it", async () => {
    const { explorer, reader, settled, told } = opened();
    for (const sigma of [2, 3, 4]) explorer.update((state) => withParameter({ ...state, rule: sigma === 4 ? "household" : "planner" }, "sigma", sigma));
    await settled();
    expect(reader.account?.limits[0].en).toContain("household");
    expect(told()).toBe(1);
  });

  it("stops when nobody listens", async () => {
    const { reader, close, settled, told } = opened();
    close();
    await settled();
    expect(told()).toBe(0);
    expect(reader.account).toBeNull();
  });
});
