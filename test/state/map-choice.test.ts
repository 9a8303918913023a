import { describe, expect, it } from "vitest";
import { withAxes } from "../../src/state/axes.ts";
import { DEFAULT_STATE, withParameter, withPrices } from "../../src/state/explorer-state.ts";
import { boxEdges, brushBox, brushOver, mapAxes, withMap, withMapAxis, type Brush } from "../../src/state/map-choice.ts";

const BRUSH: Brush = [{ name: "alpha", from: 0.2, to: 0.4 }, { name: "wr", from: 1, to: 10 }];

describe("the map's choice", () => {
  it("follows the scene's first and upright axes until it is made", () => {
    expect(mapAxes(DEFAULT_STATE)).toEqual(["alpha", "wr"]);
    expect(mapAxes(withPrices(DEFAULT_STATE, "equilibrium"))).toEqual(["alpha", "tau"]);
    expect(mapAxes(withMapAxis(DEFAULT_STATE, 1, "beta"))).toEqual(["alpha", "beta"]);
  });

  it("lets two axes change places", () => {
    expect(mapAxes(withMapAxis(DEFAULT_STATE, 0, "wr"))).toEqual(["wr", "alpha"]);
    expect(mapAxes(withMapAxis(DEFAULT_STATE, 1, "alpha"))).toEqual(["wr", "alpha"]);
  });

  it("gives up at other prices what they do not have, and keeps the rest", () => {
    const chosen = withMap(DEFAULT_STATE, { quantity: "threshold", axes: ["beta", "wr"], brush: BRUSH });
    expect(withPrices(chosen, "equilibrium").map).toEqual({ quantity: "growth", axes: null, brush: null });
    const kept = withMap(DEFAULT_STATE, { quantity: "serviceSplit", axes: ["tau", "beta"], brush: [BRUSH[0], { name: "tau", from: 0.1, to: 0.2 }] });
    expect(withPrices(kept, "equilibrium").map).toEqual(kept.map);
  });

  it("turns a selection with the axes, and shows none over others", () => {
    expect(brushOver(BRUSH, ["alpha", "wr"])).toEqual(BRUSH);
    expect(brushOver(BRUSH, ["wr", "alpha"])).toEqual([BRUSH[1], BRUSH[0]]);
    expect(brushOver(BRUSH, ["alpha", "beta"])).toBeNull();
  });
});

describe("the selection in the scene", () => {
  it("is a prism over the axes that both draw: 0.2 to 0.4 of 0.05 to 0.9, and the upper half of a logarithmic axis", () => {
    const [x, y, up] = brushBox(withMap(DEFAULT_STATE, { brush: BRUSH })) ?? [];
    expect(x?.map((place) => Number(place.toFixed(4)))).toEqual([0.1765, 0.4118]);
    expect(y).toEqual([0, 1]);
    expect(up).toEqual([0.5, 1]);
  });

  it("is a slab where the scene has one of the two, as long as the other stands within", () => {
    const over = withMap(withAxes(DEFAULT_STATE, ["alpha", "beta", "tau", "wr"]), { brush: BRUSH });
    expect(brushBox(over)?.slice(1)).toEqual([[0, 1], [0, 1]]);
    expect(brushBox(withParameter(over, "wr", 0.5))).toBeNull();
  });

  it("is not there without a shared axis, and outside the scene's range", () => {
    expect(brushBox(DEFAULT_STATE)).toBeNull();
    expect(brushBox(withMap(withAxes(DEFAULT_STATE, ["sigma", "beta", "tau", "r"]), { brush: BRUSH }))).toBeNull();
    expect(brushBox(withMap(DEFAULT_STATE, { brush: [{ name: "alpha", from: 0.92, to: 0.95 }, BRUSH[1]] }))).toBeNull();
  });

  it("has twelve edges, each along one axis", () => {
    const edges = boxEdges([[0.1, 0.2], [0, 1], [0.5, 0.6]]);
    expect(new Set(edges.map((edge) => JSON.stringify(edge))).size).toBe(12);
    for (const [from, to] of edges) expect(from.filter((place, axis) => place !== to[axis]).length).toBe(1);
  });
});
