import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELD_NAMES } from "../../src/model/index.ts";
import { formatCount } from "../../src/model/index.ts";
import { formatExactly, formatInColumn, formatNumber, formatPercent, formatQuantity, readableDifference } from "../../src/state/format.ts";

/** What a reader would type to get the number back. */
function readBack(text: string): number {
  const plain = text.replaceAll(",", "").replace("−", "-");
  const [mantissa, power] = plain.split("×10");
  if (power === undefined) return Number(plain);
  const exponent = [...power].map((sign) => (sign === "⁻" ? "-" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign)))).join("");
  return Number(`${mantissa}e${exponent}`);
}

describe("numbers", () => {
  it.each([
    [0, "0"], [-0, "0"], [1, "1"], [0.05634567, "0.05635"], [-0.25, "−0.25"], [1234, "1234"], [12_345, "12,350"], [9999.99, "10,000"],
    [0.0001, "0.0001"], [0.00001234567, "1.235×10⁻⁵"], [-0.00001234567, "−1.235×10⁻⁵"], [9_999_999, "1×10⁷"], [2 ** 64, "1.845×10¹⁹"],
    [Infinity, "∞"], [-Infinity, "−∞"], [NaN, "–"],
  ])("%d reads %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("read back as the number rounded to the digits asked for", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), fc.integer({ min: 1, max: 8 }), (value, digits) => {
      expect(readBack(formatNumber(value, digits))).toBe(Number(value.toPrecision(digits)) + 0);
    }));
  });

  it.each([
    [5, "5.00"], [-0.5, "−0.500"], [9.999, "10.0"], [0, "0"], [123.4, "123"], [1234, "1230"], [0.00001, "1×10⁻⁵"], [Infinity, "∞"], [NaN, "–"],
  ])("%d reads %s in a column", (value, text) => {
    expect(formatInColumn(value, 3)).toBe(text);
  });

  it.each([[0.1 + 0.2, 0.3, 0], [0.3, 0.1, 0.3 - 0.1], [1 + 1e-12, 1, 1 + 1e-12 - 1], [0, 0, 0]])("%d and %d differ by %d", (value, other, difference) => {
    expect(readableDifference(value, other)).toBe(difference);
  });

  it("have all their digits on demand, in characters that a script reads", () => {
    fc.assert(fc.property(fc.double(), (value) => {
      expect(Number(formatExactly(value))).toBe(value + 0);
    }));
    expect(formatExactly(-0.1 - 0.2)).toBe("-0.30000000000000004");
  });

  it("are counted with their thousands grouped", () => {
    expect(formatCount(16_777_216)).toBe("16,777,216");
  });

  it("are percentages as each language writes them", () => {
    expect([formatPercent(0.4213), formatPercent(0.4213, 3, "zh"), formatPercent(NaN)]).toEqual(["42.13 %", "42.1%", "–"]);
  });
});

describe("quantities", () => {
  it.each([
    ["growth", 0.0563, "5.63 % a year", "每年 5.63%"],
    ["growth", -0.01, "−1 % a year", "每年 −1%"],
    ["growthSlope", 0.021333, "0.02133 points per point of τ", "τ 每提高 1 个点：0.02133 个点"],
    ["computeShare", 0.41, "0.41", "0.41"],
    ["servicePrice", 0.45, "0.45 a year", "每年 0.45"],
    ["productivity", 0.5, "0.5", "0.5"],
  ] as const)("%s %d", (name, value, english, chinese) => {
    expect([formatQuantity(name, value, "en"), formatQuantity(name, value, "zh")]).toEqual([english, chinese]);
  });

  it.each(FIELD_NAMES)("%s without a value has no unit either", (name) => {
    expect(formatQuantity(name, NaN, "en")).toBe("–");
  });
});
