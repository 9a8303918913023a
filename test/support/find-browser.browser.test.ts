import { expect, test } from "vitest";

test("the browser shares memory between workers", () => {
  expect(crossOriginIsolated).toBe(true);
});

test("the browser has a Chinese font, so that screenshots can be read", () => {
  const missing = pixelsOf("\u{10FFFD}");
  expect(pixelsOf("算")).not.toEqual(missing);
  expect(pixelsOf("算")).not.toEqual(pixelsOf("力"));
});

/** What a glyph looks like; every character without one looks like the same box. */
function pixelsOf(character: string): number[] {
  const context = new OffscreenCanvas(48, 48).getContext("2d");
  if (context === null) throw new Error("this browser has no 2D canvas");
  context.font = "32px sans-serif";
  context.fillText(character, 4, 40);
  return [...context.getImageData(0, 0, 48, 48).data];
}
