import { describe, expect, test } from "vitest";
import { seenDistance, VISIONS, type Vision } from "./colour-vision.ts";
import { COLOURS, cssProperties } from "../../src/design/tokens.ts";

const THEMES = ["light", "dark"] as const;
const GROUNDS = ["surface", "panel"] as const;
const SERIES = ["series1", "series2", "series3", "series4", "series5"] as const;
const SIGNS = ["raises", "lowers", "boundary"] as const;
/** Their cells carry a glyph besides. */
const TINTS = ["raisesTint", "lowersTint"] as const;
const INKS = ["text", "muted", "error", "accent", "raises", "lowers", "boundary"] as const;

/** WCAG 2.2, relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const channel = (start: number): number => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(THEMES)("colours, %s", (theme) => {
  const colours = COLOURS[theme];

  test.each(INKS.flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)))("%s is legible on %s", (ink, ground) => {
    expect(contrast(colours[ink], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test("text is legible on the tints and on the accent, and focus stands out from both grounds", () => {
    expect(contrast(colours.text, colours.raisesTint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.text, colours.lowersTint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.accentText, colours.accent)).toBeGreaterThanOrEqual(4.5);
    for (const ground of GROUNDS) expect(contrast(colours.focus, colours[ground])).toBeGreaterThanOrEqual(3);
  });

  test.each(SERIES.flatMap((series) => GROUNDS.map((ground) => [series, ground] as const)))("%s stands out from %s", (series, ground) => {
    expect(contrast(colours[series], colours[ground])).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(VISIONS) as Vision[])("the signs and the series stay apart for every pair, %s", (vision) => {
    for (const [names, least] of [[SIGNS, 0.1], [SERIES, 0.075], [TINTS, 0.03]] as const) {
      for (const [k, one] of names.entries()) {
        for (const other of names.slice(k + 1)) expect(seenDistance(colours[one], colours[other], vision), `${one}, ${other}`).toBeGreaterThanOrEqual(least);
      }
    }
  });

  test("CSS gets every colour under its own name", () => {
    const properties = cssProperties(theme);
    expect(properties["--tau-raises-tint"]).toBe(colours.raisesTint);
    expect(properties["--tau-font-variable"]).toContain("serif");
    for (const colour of Object.values(colours)) expect(Object.values(properties)).toContain(colour);
  });
});
