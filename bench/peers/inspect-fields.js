/**
 * What two filled fields hold; the signs of the slope are those of the classes but for the boundary.
 * @param {Float64Array} growth @param {Float64Array} slope @returns {import("./serve.js").Findings}
 */
export function inspectFields(growth, slope) {
  const findings = { counts: { infeasible: 0 }, signs: { above: 0, below: 0 }, growth: noExtremes(), growthSlope: noExtremes() };
  for (let k = 0; k < growth.length; k++) {
    if (Number.isNaN(growth[k]) && Number.isNaN(slope[k])) {
      findings.counts.infeasible += 1;
      continue;
    }
    add(findings.growth, growth[k]);
    add(findings.growthSlope, slope[k]);
    if (slope[k] > 0) findings.signs.above += 1;
    if (slope[k] < 0) findings.signs.below += 1;
  }
  return findings;
}

export function noExtremes() {
  return { min: Infinity, max: -Infinity, sum: 0 };
}

/** @param {import("./serve.js").Extremes} extremes @param {number} value */
function add(extremes, value) {
  if (value < extremes.min) extremes.min = value;
  if (value > extremes.max) extremes.max = value;
  extremes.sum += value;
}
