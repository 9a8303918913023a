import fc from "fast-check";
import { expect, test } from "vitest";
import {
  CENTRE_COLUMNS, CENTRES, filterCentres, nextOrder, NO_FILTER, regionCounts, sortCentres,
} from "../../../src/state/evidence/centre-table.ts";
import { CENTRE_STATUSES, REGIONS } from "../../../src/state/evidence/evidence-schema.ts";

const names = (rows: typeof CENTRES) => rows.map(({ cells }) => cells.name.zh);

test("words are found in either language, whatever their case and order", () => {
  expect(names(filterCentres(CENTRES, { ...NO_FILTER, text: "  ZHEJIANG ningbo" }))).toEqual(["宁波人工智能超算中心"]);
  expect(names(filterCentres(CENTRES, { ...NO_FILTER, text: "宁波" }))).toEqual(["宁波人工智能超算中心"]);
  expect(filterCentres(CENTRES, { ...NO_FILTER, text: "atlantis" })).toEqual([]);
});

test("regions and statuses part the list", () => {
  const all = REGIONS.flatMap((region) => CENTRE_STATUSES.flatMap((status) => filterCentres(CENTRES, { text: "", region, status })));
  expect(names(all).sort()).toEqual(names(CENTRES).sort());
  expect(filterCentres(CENTRES, { ...NO_FILTER, status: "trial operation" })).toHaveLength(1);
});

test("sorting keeps every row, goes both ways, and follows the language", () => {
  fc.assert(fc.property(fc.constantFrom(...CENTRE_COLUMNS), fc.boolean(), fc.constantFrom("en" as const, "zh" as const), (column, isDescending, language) => {
    const sorted = sortCentres(CENTRES, { column, isDescending }, language);
    expect(names(sorted).sort()).toEqual(names(CENTRES).sort());
    const { compare } = new Intl.Collator(language === "zh" ? "zh-Hans-u-co-pinyin" : "en-GB");
    for (let k = 1; k < sorted.length; k++) {
      const step = compare(sorted[k - 1].cells[column][language], sorted[k].cells[column][language]);
      expect(isDescending ? -step : step).toBeLessThanOrEqual(0);
    }
  }));
  expect(sortCentres(CENTRES, { column: "province", isDescending: false }, "zh")[0].cells.province.zh).toBe("安徽省");
});

test("a heading sorts up, then down, then leaves the report's order", () => {
  const up = nextOrder(null, "city");
  const down = nextOrder(up, "city");
  expect([up, down, nextOrder(down, "city"), nextOrder(down, "name")]).toEqual([
    { column: "city", isDescending: false }, { column: "city", isDescending: true }, null, { column: "name", isDescending: false },
  ]);
});

test("the list and the report's text count the regions otherwise, with one total", () => {
  expect(regionCounts().map(({ listed, counted }) => [listed, counted])).toEqual([[15, 12], [2, 6], [3, 3], [3, 2]]);
});
