import { describe, expect, it } from "vitest";
import { TEXTS } from "../../src/cli/texts/index.ts";
import { LANGUAGES } from "../../src/model/index.ts";
import { cellsInWords } from "../../src/results/problems.ts";
import { cellsOf } from "../../src/state/export/failed-tile.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { describeProblem } from "../../src/sweep/problems.ts";

const MANY = 1_234_567;
const GROUPED = "1,234,567";

describe.each(LANGUAGES)("texts for people, %s", (language) => {
  it("group the thousands of all that they count", () => {
    const words = TEXTS[language];
    const { point, results, shards, sweep } = words;
    const texts = [
      point.heading(MANY, MANY), sweep.threads(MANY), results.unfinished("grid.npz", MANY, MANY), results.unknownFiles("grid.zarr", MANY, []), shards.twoCounts(MANY, MANY), shards.gaps(MANY, MANY, MANY),
      shards.outOfRange("I", MANY, MANY + 1), shards.chosen("I", MANY, MANY), shards.empty(MANY, MANY, MANY), words.wholeNumber(MANY, MANY),
      cellsInWords(MANY, MANY + 1)[language], cellsOf({ range: { from: MANY, to: MANY + 1 } }),
    ];
    for (const text of texts) {
      expect(text).toContain(GROUPED);
      expect(text).not.toMatch(/\d{4}/);
    }
  });

  it("tell the points of a sweep that has too many, as long as they can be read", () => {
    const told = (count: number, axes: number) => {
      const parsed = parseSpec({
        schema: "tauscape/sweep@1", axes: ["alpha", "beta", "tau", "wr"].slice(0, axes).map((name) => ({ name, min: 0.1, max: 0.9, count })),
      });
      return parsed.ok ? "" : describeProblem(parsed.problems[0], language);
    };
    expect(told(10_000_000_000, 2)).toContain("100,000,000,000,000,000,000");
    expect(told(10_000_000_000, 3)).toContain("1e+30");
  });
});

it("Chinese texts call a tile 分块", () => {
  const { plan, shards } = TEXTS.zh;
  expect(`${plan.tiles} ${plan.tilesOf("3", "4")}`).toBe("分块 3 个，每个至多 4 点");
  expect(shards.empty(3, 4, 2)).toContain("只有 2 个分块");
});
