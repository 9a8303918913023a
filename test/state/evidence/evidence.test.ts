import { expect, test } from "vitest";
import { EVIDENCE } from "../../../src/state/evidence/evidence.ts";
import { EVIDENCE_CHARTS, evidenceTable, pointsOf, yearsWithout } from "../../../src/state/evidence/evidence-charts.ts";
import { EVIDENCE_TEXTS } from "../../../src/state/evidence/evidence-texts.ts";
import { change, compareChanges } from "../../../src/state/evidence/growth-rates.ts";
import { CENTRE_NAMES, CITIES, PROVINCES } from "../../../src/state/evidence/places.ts";
import { totalCompute } from "../../../src/state/evidence/total-compute.ts";

// Reading the file at all has held it to its schema.
test("the file holds twelve series and twenty-three centres", () => {
  expect(EVIDENCE.series).toHaveLength(12);
  expect(EVIDENCE.centres).toHaveLength(23);
});

test("what is recomputed from the end points is what the file's maker found", () => {
  const found = EVIDENCE.series.filter(({ recomputed }) => recomputed !== undefined).map(({ id, points, recomputed = {} }) => {
    const [first, last] = [points[0], points[points.length - 1]];
    const digits = { cagrPercent: 1, multiple: 2, changePoints: 1 };
    return [id, Object.fromEntries((["cagrPercent", "multiple", "changePoints"] as const).filter((kind) => kind in recomputed)
      .map((kind) => [kind, Number(change(kind, first[1], last[1], last[0] - first[0]).toFixed(digits[kind]))]))];
  });
  expect(found).toEqual(EVIDENCE.series.filter(({ recomputed }) => recomputed !== undefined).map(({ id, recomputed }) => [id, recomputed]));
});

test("it is said where printed and recomputed rates differ, and where none can be recomputed", () => {
  const said = EVIDENCE.series.flatMap((series) => compareChanges(series).map(({ kind, comparison }) => `${series.id} ${kind} ${comparison}`));
  expect(said.filter((line) => !line.endsWith("agrees"))).toEqual([
    "industry-digitalisation cagrPercent rounding",
    "digital-industrialisation cagrPercent rounding",
    "general-compute cagrPercent alone",
    "servers-beijing-tianjin-hebei cagrPercent unknown",
    "servers-yangtze-delta cagrPercent unknown",
    "servers-guangdong cagrPercent unknown",
    "servers-west cagrPercent alone",
  ]);
});

test("a rate beyond what rounding allows is called different", () => {
  const [series] = EVIDENCE.series;
  expect(compareChanges({ ...series, printed: { cagrPercent: 25 } })[0]).toMatchObject({ comparison: "differs", printed: 25 });
});

test("every series is in one chart, and years without a number have no point", () => {
  expect(EVIDENCE_CHARTS.flatMap(({ series }) => series.map(({ id }) => id)).sort()).toEqual(EVIDENCE.series.map(({ id }) => id).sort());
  for (const chart of EVIDENCE_CHARTS) {
    expect(new Set(chart.series.map(({ unit }) => unit)).size, chart.id).toBe(1);
    const years = pointsOf(chart).map(({ year }) => year);
    expect(yearsWithout(chart).filter((year) => years.includes(year))).toEqual([]);
    expect(yearsWithout(chart).length + new Set(years).size).toBe(Math.max(...years) - Math.min(...years) + 1);
  }
});

test("forecasts are told from counts", () => {
  const compute = EVIDENCE_CHARTS.find(({ id }) => id === "compute");
  expect(compute === undefined ? [] : evidenceTable(compute, "en").rows.map((row) => row.slice(3))).toEqual([
    [2022, 54.5, 0], [2027, 117.3, 1], [2022, 259.9, 0], [2023, 414.1, 1], [2027, 1117.4, 1],
  ]);
});

test("all compute of 2022 is the sum of what the report counts", () => {
  const { year, total, intelligentShare } = totalCompute();
  expect(year).toBe(2022);
  expect(total).toBeCloseTo(314.4, 9);
  expect(intelligentShare).toBeCloseTo(82.665, 3);
});

test("units, sections, other figures, places and centres have their words in both languages", () => {
  const words = [...EVIDENCE.series.flatMap(({ unit, section }) => [unit, section]), ...EVIDENCE.other.flatMap(({ en, unit }) => [en, unit]), ...EVIDENCE.targets.map(({ source }) => source)];
  expect(words.filter((word) => !(word in EVIDENCE_TEXTS))).toEqual([]);
  expect(Object.keys(EVIDENCE_TEXTS).filter((word) => !words.includes(word))).toEqual([]);
  for (const [kind, table] of [["province", PROVINCES], ["city", CITIES], ["name", CENTRE_NAMES]] as const) {
    expect(Object.keys(table).sort(), kind).toEqual([...new Set(EVIDENCE.centres.map((centre) => centre[kind]))].sort());
  }
});
