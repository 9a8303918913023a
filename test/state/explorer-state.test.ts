import { describe, expect, it } from "vitest";
import { PRICE_MODES } from "../../src/model/index.ts";
import { colourFields, DEFAULT_STATE, withParameter, withPrices } from "../../src/state/explorer-state.ts";

describe("the state", () => {
  it("colours only by what the price mode has", () => {
    const coloured = { ...DEFAULT_STATE, colour: "computeShare" } as const;
    expect(withPrices(coloured, "equilibrium").colour).toBe("growth");
    expect(withPrices({ ...coloured, colour: "discountGap" }, "equilibrium").colour).toBe("discountGap");
    for (const prices of PRICE_MODES) expect(colourFields(prices)[0]).toBe("growth");
  });

  it("reads −0 as 0", () => {
    expect(withParameter(DEFAULT_STATE, "delta", -0).parameters.delta).toBe(0);
  });
});
