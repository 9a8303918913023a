import { describe, expect, it } from "vitest";
import type { ProbedEngine } from "../../../src/benchmark/probe-engines.ts";
import { checkForm, defaultForm, estimateBench, type BenchForm } from "../../../src/state/benchmark/bench-form.ts";
import { describeProblem } from "../../../src/sweep/problems.ts";

const ENGINES: readonly ProbedEngine[] = [
  { id: "wasm-threads", label: { en: "", zh: "" }, available: false, reason: "no shared memory", threads: null },
  { id: "wasm-simd", label: { en: "", zh: "" }, available: true, reason: null, threads: 3 },
  { id: "js", label: { en: "", zh: "" }, available: true, reason: null, threads: 3 },
];
const FORM = defaultForm(ENGINES);
const problemsOf = (change: Partial<BenchForm>) => {
  const checked = checkForm({ ...FORM, ...change }, 4);
  if (checked.ok) throw new Error("the form was accepted");
  return Object.fromEntries(Object.entries(checked.problems).map(([field, problem]) => [field, describeProblem(problem, "en")]));
};

describe("the form", () => {
  it("begins with every engine that works, on the threads that it takes by itself", () => {
    expect(FORM).toMatchObject({ engines: ["wasm-simd", "js"], threads: "3" });
    expect(checkForm(FORM, 4)).toEqual({ ok: true, settings: { engines: ["wasm-simd", "js"], sizes: [16, 32, 64], repeats: 10, warmUps: 2, threads: 3 } });
  });

  it("says of every field at once what was found and what is allowed", () => {
    expect(problemsOf({ engines: [], repeats: "0", warmUps: "", threads: "5" })).toEqual({
      engines: "found no engine; allowed: at least one.", repeats: 'found "0"; allowed: a whole number from 1 to 1,000.',
      warmUps: "found nothing; allowed: a whole number from 0 to 100.", threads: 'found "5"; allowed: a whole number from 1 to 4.',
    });
  });

  it.each(["1.5", "-1", "1e2", "ten", "0x10"])("refuses %s repeats", (repeats) => {
    expect(problemsOf({ repeats })).toHaveProperty("repeats");
  });

  it("takes numbers with spaces around them", () => {
    expect(checkForm({ ...FORM, repeats: " 7 " }, 4)).toMatchObject({ ok: true, settings: { repeats: 7 } });
  });
});

describe("the estimate", () => {
  it("counts a cold run, warm-ups and repeats of every engine, job and size, and grows with each", () => {
    const checked = checkForm({ ...FORM, greatestSize: 16, engines: ["wasm-simd"], repeats: "3", warmUps: "1" }, 4);
    if (!checked.ok) throw new Error("refused");
    const small = estimateBench(checked.settings);
    expect(small).toMatchObject({ runs: 6 * 5, points: 16 ** 4 });
    const larger = estimateBench({ ...checked.settings, sizes: [16, 32] });
    expect(larger.runs).toBe(2 * small.runs);
    expect(larger.seconds).toBeGreaterThan(small.seconds);
  });
});
