import fc from "fast-check";
import { expect, it } from "vitest";
import type { ResultFile } from "../../src/results/file-system.ts";
import { readLines, type Line } from "../../src/results/lines.ts";

/** A file of this text; `bytes` is how much it has. */
function fileOf(text: string): Pick<ResultFile, "read"> & { readonly bytes: number } {
  const bytes = new TextEncoder().encode(text);
  return {
    bytes: bytes.length,
    read: (into, position) => {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return Promise.resolve(part.length);
    },
  };
}

async function linesOf(text: string): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(fileOf(text))) lines.push(line);
  return lines;
}

it("gives every line of a text, with the place behind it, whatever the blocks that it is read in", async () => {
  const line = fc.tuple(fc.constantFrom("τ", "x", "省", "\\"), fc.nat(3 * 2 ** 17)).map(([sign, count]) => sign.repeat(count));
  await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 6 }), fc.constantFrom("", "cut off"), async (whole, rest) => {
    const text = [...whole.map((one) => `${one}\n`), rest].join("");
    const lines = await linesOf(text);
    expect(lines.map((one) => one.text)).toEqual(rest === "" ? whole : [...whole, rest]);
    expect(lines.map(({ isWhole }) => isWhole)).toEqual([...whole.map(() => true), ...(rest === "" ? [] : [false])]);
    expect(lines.at(-1)?.end ?? 0).toBe(fileOf(text).bytes);
  }), { numRuns: 40 });
});

it("knows the place behind each", async () => {
  expect((await linesOf("a\nτ\n\nbc")).map(({ end }) => end)).toEqual([2, 5, 6, 8]);
});
