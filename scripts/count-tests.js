/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @typedef {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} FileReport What the count needs of a file in Vitest's JSON. */

/** A step without a report of its own is one test. @param {boolean} succeeded @returns {Count} */
export function countStep(succeeded) {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/**
 * The tests of a Vitest run. A file that failed without a failed test (it did not load) is one failure, and so is a run that
 * failed without any.
 * @param {FileReport[]} files @param {boolean} succeeded @returns {Count}
 */
export function countReport(files, succeeded) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of files) {
    for (const test of assertionResults) count[outcome(test.status)] += 1;
    if (status === "failed" && assertionResults.every((test) => test.status !== "failed")) count.failed += 1;
  }
  if (!succeeded && count.failed === 0) count.failed = 1;
  return count;
}

/** What failed, so that the end of a long report says it: each test with its file, and each file that did not load. @param {FileReport[]} files @returns {string[]} */
export function namesOfFailures(files) {
  return files.filter(({ status }) => status === "failed").flatMap(({ name, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    return failed.length === 0 ? [name] : failed.map((test) => `${name}: ${test.fullName}`);
  });
}

/** @param {string} status @returns {keyof Count} */
function outcome(status) {
  if (status === "passed" || status === "failed") return status;
  return "skipped";
}

/** @param {Count[]} counts @returns {Count} */
export function sumCounts(counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) {
    sum.passed += count.passed;
    sum.failed += count.failed;
    sum.skipped += count.skipped;
  }
  return sum;
}

/** @param {Count} count */
export function describeCount({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
