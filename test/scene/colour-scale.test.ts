import { interpolateCividis } from "d3-scale-chromatic";
import { describe, expect, test } from "vitest";
import { colourAt, legendGradient, vertexColours } from "../../src/scene/colour-scale.ts";

const RANGE = [0.02, 0.1] as const;

describe("the colour of a value", () => {
  test("runs from one end of cividis to the other", () => {
    expect(colourAt(0.02, RANGE)).toBe(interpolateCividis(0));
    expect(colourAt(0.06, RANGE)).toBe(interpolateCividis(0.5));
    expect(colourAt(0.1, RANGE)).toBe(interpolateCividis(1));
    expect(colourAt(0.04, [0.02, 0.1, 0.5]), "the root of a quarter").toBe(interpolateCividis(0.5));
  });

  test("stays at the end beyond the range, is the middle of a range of one value, grey without a value", () => {
    expect(colourAt(-1, RANGE)).toBe(interpolateCividis(0));
    expect(colourAt(Number.POSITIVE_INFINITY, RANGE)).toBe(interpolateCividis(1));
    expect(colourAt(0.3, [0.3, 0.3])).toBe(interpolateCividis(0.5));
    expect(colourAt(Number.NaN, RANGE)).toBe("rgb(150, 150, 150)");
  });

  test("is the same on the sheet, in linear light, as in the legend", () => {
    const values = Float32Array.of(0.02, 0.06, 0.1, Number.NaN);
    const colours = vertexColours(values, RANGE);
    values.forEach((value, index) => {
      const legend = (colourAt(value, RANGE).match(/\d+/g) ?? []).map(Number);
      legend.forEach((channel, place) => {
        const linear = colours[index * 3 + place] ?? Number.NaN;
        const encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
        expect(Math.abs(encoded * 255 - channel)).toBeLessThan(1.5);
      });
    });
  });
});

test("the legend shows the scale from its low to its high end", () => {
  const gradient = legendGradient("to top");
  expect(gradient.startsWith(`linear-gradient(to top, ${interpolateCividis(0)}`)).toBe(true);
  expect(gradient.endsWith(`${interpolateCividis(1)})`)).toBe(true);
});
