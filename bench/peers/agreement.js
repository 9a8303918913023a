/** Whether peers found the same. The reference is what Tauscape found by visiting every cell. */

/** @typedef {import("./serve.js").Findings} Findings */

const CLASSES = /** @type {const} */ (["positive", "negative", "boundary", "infeasible"]);
const FIELDS = /** @type {const} */ (["growth", "growthSlope"]);
/** Sums are taken in different orders; relative to the largest value at every cell. */
const SUM_TOLERANCE = 1e-12;

/**
 * What of the findings is not as in the reference, in words; none where all agrees. Counts, signs and extremes must be equal to
 * the last bit, sums to rounding.
 * @param {Findings} reference @param {Findings} found @returns {string[]}
 */
export function disagreements(reference, found) {
  return [...countProblems(reference, found), ...signProblems(reference, found), ...FIELDS.flatMap((field) => fieldProblems(field, reference, found))];
}

/** @param {Findings} reference @param {Findings} found */
function countProblems({ counts: expected }, { counts }) {
  if (expected === undefined || counts === undefined) return [];
  return CLASSES
    .filter((name) => counts[name] !== undefined && counts[name] !== expected[name])
    .map((name) => `${name} ${counts[name]} instead of ${expected[name]}`);
}

/** @param {Findings} reference @param {Findings} found */
function signProblems({ counts }, { signs }) {
  if (signs === undefined || counts?.boundary === undefined) return [];
  const { positive = 0, negative = 0, boundary } = counts;
  return [
    ...(signs.above >= positive && signs.above <= positive + boundary ? [] : [`${signs.above} rising cells instead of ${positive}`]),
    ...(signs.below >= negative && signs.below <= negative + boundary ? [] : [`${signs.below} falling cells instead of ${negative}`]),
  ];
}

/** @param {"growth" | "growthSlope"} field @param {Findings} reference @param {Findings} found */
function fieldProblems(field, reference, found) {
  const [expected, values] = [reference[field], found[field]];
  if (expected === undefined || values === undefined) return [];
  const { positive = 0, negative = 0, boundary = 0 } = reference.counts ?? {};
  const allowed = SUM_TOLERANCE * (positive + negative + boundary) * Math.max(Math.abs(expected.min), Math.abs(expected.max));
  return [
    ...(["min", "max"]).flatMap((end) => {
      const name = /** @type {"min" | "max"} */ (end);
      return values[name] === expected[name] ? [] : [`${field} ${name} ${values[name]} instead of ${expected[name]}`];
    }),
    ...(Math.abs(values.sum - expected.sum) <= allowed ? [] : [`${field} sum ${values.sum} instead of ${expected.sum}`]),
  ];
}
