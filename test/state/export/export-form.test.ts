import { describe, expect, it } from "vitest";
import { FORMATS } from "../../../src/exporters/format-table.ts";
import { axisPoints } from "../../../src/sweep/axes.ts";
import { axisCount, cellCount } from "../../../src/sweep/spec.ts";
import { sweepSpecOf } from "../../../src/state/derived-specs.ts";
import { DEFAULT_STATE, withParameter, withPrices } from "../../../src/state/explorer-state.ts";
import { checkExport, chosenFields, exportFields, formatRefusal, USUAL_EXPORT, wantedSeconds, withField } from "../../../src/state/export/export-form.ts";

describe("what is to be exported", () => {
  it("is the explorer's own sweep where nothing is changed", () => {
    expect(checkExport(DEFAULT_STATE, USUAL_EXPORT)).toEqual({ spec: sweepSpecOf(DEFAULT_STATE), problems: [] });
  });

  it("has the points that are typed; one point is the present value", () => {
    const state = withParameter(DEFAULT_STATE, "tau", 0.4);
    const { spec } = checkExport(state, { ...USUAL_EXPORT, counts: { tau: " 1", alpha: "3" }, precision: "f32" });
    expect(spec?.axes.map((axis) => [axis.name, axisCount(axis)])).toEqual([["tau", 1], ["alpha", 3], ["beta", 64], ["wr", 64]]);
    expect(spec === null ? [] : [...axisPoints(spec.axes[0])]).toEqual([0.4]);
    expect(spec?.precision).toBe("f32");
    expect(spec === null ? 0 : cellCount(spec)).toBe(3 * 64 * 64);
  });

  it.each(["", "0", "1.5", "-3", "1000001", "ten", "99999999"])("refuses %j points, at the axis", (text) => {
    const { spec, problems } = checkExport(DEFAULT_STATE, { ...USUAL_EXPORT, counts: { beta: text } });
    expect(spec).toBeNull();
    expect(problems).toEqual([{ at: "beta", problem: expect.objectContaining({ path: "", found: { en: `found ${JSON.stringify(text)}`, zh: `得到 ${JSON.stringify(text)}` } }) as object }]);
  });

  it("refuses no quantities, and more points in all than any sweep has", () => {
    expect(checkExport(DEFAULT_STATE, { ...USUAL_EXPORT, fields: [] }).problems.map(({ at }) => at)).toEqual(["fields"]);
    const many = "1000000";
    expect(checkExport(DEFAULT_STATE, { ...USUAL_EXPORT, counts: { tau: many, alpha: many, beta: many } }).problems.map(({ at }) => at)).toEqual(["all"]);
  });

  it("leaves out what the price mode does not have, and takes it up again", () => {
    const form = withField(USUAL_EXPORT, "threshold", true);
    expect(chosenFields(DEFAULT_STATE, form)).toEqual(["growth", "growthSlope", "threshold"]);
    expect(chosenFields(withPrices(DEFAULT_STATE, "equilibrium"), form)).toEqual(["growth", "growthSlope"]);
    expect(exportFields("given").slice(-2)).toEqual(["class", "status"]);
    expect(withField(form, "threshold", false).fields).toEqual(USUAL_EXPORT.fields);
  });
});

describe("formats", () => {
  it("of one field refuse several, and folders want a browser that saves them", () => {
    const refused = (fields: number, folders: boolean) => FORMATS.filter((format) => formatRefusal(format, fields, folders) !== null).map(({ id }) => id);
    expect(refused(1, true)).toEqual([]);
    expect(refused(2, true)).toEqual(["npy"]);
    expect(refused(2, false)).toEqual(["npy", "zarr", "zarr2"]);
  });
});

describe("the wanted time", () => {
  it.each([["1", 3600], [" 0.5 ", 1800], ["8760", 31_536_000]])("%j hours", (hours, seconds) => { expect(wantedSeconds({ ...USUAL_EXPORT, hours })).toBe(seconds); });
  it.each(["", "0", "x", "-1", "9000", "1e9"])("refuses %j", (hours) => { expect(wantedSeconds({ ...USUAL_EXPORT, hours })).toBeNull(); });
});
