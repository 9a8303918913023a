import { describe, expect, it } from "vitest";
import { parseBench, parseBenchText } from "../../src/benchmark/parse-bench.ts";
import { sampleMeasurement, sampleResult } from "./sample-result.ts";

const RESULT = sampleResult([sampleMeasurement([0.1, 0.2, 0.4])], {
  parity: { specs: 1, vectors: 6, engines: [{ id: "js", cells: 9, differentBytes: 0, maxUlp: { growth: 2 ** 64 }, classDifferences: 0 }] },
});

function problemsOf(change: (copy: Record<string, unknown>) => void): string[] {
  const copy = JSON.parse(JSON.stringify(RESULT)) as Record<string, unknown>;
  change(copy);
  const parsed = parseBench(copy);
  return parsed.ok ? [] : parsed.problems.map(({ path, found, allowed }) => `${path}: ${found.en}; ${allowed.en}`);
}

describe("parseBench", () => {
  it("reads back what was written", () => {
    expect(parseBenchText(JSON.stringify(RESULT))).toEqual({ ok: true, result: RESULT });
  });

  it("makes statistics anew from the times", () => {
    const forged = JSON.stringify(RESULT).replaceAll(/"median":[\d.]+/g, '"median":1e-9');
    expect(parseBenchText(forged)).toEqual({ ok: true, result: RESULT });
    expect(parseBenchText(JSON.stringify({ ...RESULT, measurements: [{ ...RESULT.measurements[0], statistics: "none" }] }))).toEqual({ ok: true, result: RESULT });
  });

  it("ignores keys that a later version may write", () => {
    expect(parseBench({ ...RESULT, weather: "rain" })).toEqual({ ok: true, result: RESULT });
  });

  it("refuses another schema, and what is no object at all", () => {
    expect(problemsOf((copy) => { copy.schema = "tauscape/sweep@1"; })).toEqual(['schema: found "tauscape/sweep@1"; "tauscape/bench@1"']);
    expect(parseBench({ schema: "tauscape/summary@1" })).toMatchObject({ ok: false, problems: [{ path: "schema" }] });
    expect(parseBench(null)).toMatchObject({ ok: false, problems: [{ path: "", found: { en: "found null" }, allowed: { en: "an object" } }] });
    expect(parseBenchText("{")).toMatchObject({ ok: false, problems: [{ found: { en: "found no JSON", zh: "得到的不是 JSON" } }] });
  });

  it("says where each problem is, all at once", () => {
    const problems = problemsOf((copy) => {
      copy.isolated = "yes";
      copy.created = "yesterday";
      copy.measurements = [{ ...RESULT.measurements[0], warm: [0.1, "fast"], job: "sleep", threads: 1.5, cold: -1 }];
      copy.rooflines = [{ ...RESULT.rooflines[0], warm: [] }];
      delete copy.commit;
    });
    expect(problems).toHaveLength(8);
    expect(problems).toContain("isolated: found \"yes\"; true or false");
    expect(problems).toContain("created: found \"yesterday\"; a time as in ISO 8601");
    expect(problems).toContain("measurements[0].warm[1]: found \"fast\"; a number");
    expect(problems).toContain("measurements[0].threads: found 1.5; a whole number");
    expect(problems).toContain("measurements[0].cold: found -1; at least 0");
    expect(problems).toContain("rooflines[0].warm: found []; at least one item");
    expect(problems.find((problem) => problem.startsWith("measurements[0].job"))).toMatch(/found "sleep"; "fill", "transfer"/);
    expect(problems.find((problem) => problem.startsWith("commit"))).toBe("commit: found nothing; a value here: the file is not whole");
  });

  it("never takes what JSON cannot hold", () => {
    const parsed = parseBench({ ...RESULT, timer: { resolutionSeconds: NaN } });
    expect(parsed.ok).toBe(false);
  });
});
