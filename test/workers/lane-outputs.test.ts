import { expect, it } from "vitest";
import { sharedOutputs, transferredOutputs } from "../../src/workers/lane-outputs.ts";
import { outputSlots } from "../../src/workers/output-slots.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";

it("numbers shared outputs, and serves those who wait in their order", async () => {
  const outputs = sharedOutputs(2);
  const cells = { buffer: new SharedArrayBuffer(8), sections: [] };
  expect([await outputs.take(), await outputs.take()]).toEqual([0, 1]);
  const served: string[] = [];
  const third = outputs.take().then((slot) => served.push(`third ${slot as number}`));
  const fourth = outputs.take().then((slot) => served.push(`fourth ${slot as number}`));
  outputs.giveBack(1, cells);
  await third;
  outputs.giveBack(0, cells);
  await fourth;
  expect(served).toEqual(["third 1", "fourth 0"]);
});

it("uses a buffer that came back again, whichever lane it came from", async () => {
  const spare: ArrayBuffer[] = [];
  const [a, b] = [transferredOutputs(spare), transferredOutputs(spare)];
  expect(await a.take()).toBeNull();
  const buffer = new ArrayBuffer(16);
  a.giveBack(null, { buffer, sections: [] });
  expect(await b.take()).toBe(buffer);
});

it("has fewer outputs where tiles are large, but always one", () => {
  const slots = (fields: string[], count: number) => {
    const parsed = parseSpec({ schema: "tauscape/sweep@1", fields, axes: [{ name: "wr", min: 0.1, max: 10, count }] });
    if (!parsed.ok) throw new Error("the spec is valid");
    return outputSlots(parsed.spec);
  };
  expect(slots(["growth"], 10)).toBe(3);
  expect(slots(["growth", "growthSlope", "margin"], 2 ** 21)).toBe(2);
  expect(slots(["growth", "growthSlope", "margin", "discountGap", "threshold", "computeShare", "profitShare", "servicePrice", "consistentTau", "impliedSavingRate", "serviceSplit"], 2 ** 21)).toBe(1);
});
