import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapText } from "../../../src/components/take-away/wrap-text.ts";

const measure = (text: string) => text.length;

test("lines end between words", () => {
  expect(wrapText("more compute raises growth", 12, measure)).toEqual(["more compute", "raises", "growth"]);
});

test("an address is broken where it must be, what is joined by no-break spaces is not", () => {
  expect(wrapText("see https://example.org/", 8, measure)).toEqual(["see http", "s://exam", "ple.org/"]);
  expect(wrapText("α\u00a0=\u00a01 · β\u00a0=\u00a02", 8, measure)).toEqual(["α\u00a0=\u00a01 ·", "β\u00a0=\u00a02"]);
});

test("Chinese is broken anywhere, but no line begins with the sign that ends a clause", () => {
  expect(wrapText("增加算力，会提高增长。", 5, measure)).toEqual(["增加算力，", "会提高增", "长。"]);
});

test("nothing is lost, and no line is wider than it may be", () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z长。]{1,12}$/), { minLength: 1 }), (words) => {
    const lines = wrapText(words.join(" "), 6, measure);
    expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
    // A character stays with the signs after it, however many.
    for (const line of lines) expect(line.replace(/。+$/, "").length).toBeLessThanOrEqual(6);
  }));
});
