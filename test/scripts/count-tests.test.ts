import { expect, test } from "vitest";
import { countReport, countStep, describeCount, namesOfFailures, sumCounts } from "../../scripts/count-tests.js";

const file = (status: string, ...tests: string[]) => ({ name: "a.test.ts", status, assertionResults: tests.map((one, index) => ({ status: one, fullName: `test ${index}` })) });

test("tests are counted by what became of them", () => {
  const files = [file("passed", "passed", "passed", "pending", "todo"), file("failed", "failed", "passed")];
  expect(countReport(files, false)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test("a file that did not load is a failure", () => {
  expect(countReport([file("failed"), file("passed", "passed")], false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a run that failed without a failed test is a failure", () => {
  expect(countReport([file("passed", "passed")], false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("the line says skipped only where there are any", () => {
  const counts = [countStep(true), countStep(false), countStep(true)];
  expect(describeCount(sumCounts(counts))).toBe("2 passed, 1 failed");
  expect(describeCount(sumCounts([...counts, { passed: 0, failed: 0, skipped: 3 }]))).toBe("2 passed, 1 failed, 3 skipped");
});

test("what failed is named: a test with its file, a file that did not load alone", () => {
  expect(namesOfFailures([file("failed", "passed", "failed"), file("passed", "passed")])).toEqual(["a.test.ts: test 1"]);
  expect(namesOfFailures([file("failed")])).toEqual(["a.test.ts"]);
});
