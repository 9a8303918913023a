/**
 * The sweep of MODEL.md, section 6 (prices given, report's rule), as a good JavaScript programmer writes it at once: typed arrays,
 * one loop an axis, what does not change taken out of the loop. Usage: node plain.js GRID
 */
import { readFileSync } from "node:fs";
import { inspectFields, noExtremes } from "./inspect-fields.js";
import { serve } from "./serve.js";

/** @typedef {import("./serve.js").Extremes} Extremes */

const TOLERANCE = 2 ** -46;
const HEADER = 9;

const file = readFileSync(process.argv[2]);
const numbers = new Float64Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const [alphas, betas, taus, wrs, r, sigma, delta, rho, blockCells] = numbers;
const alpha = numbers.subarray(HEADER, HEADER + alphas);
const beta = numbers.subarray(HEADER + alphas, HEADER + alphas + betas);
const tau = numbers.subarray(HEADER + alphas + betas, HEADER + alphas + betas + taus);
const w = numbers.subarray(HEADER + alphas + betas + taus).map((wr) => wr * r);
const plane = taus * wrs;
const cells = alphas * betas * plane;
const d = delta + rho;
const h = 1 / sigma;

/** @type {Float64Array[]} */
let fields = [];

/**
 * Writes every cell; positions repeat after `period` cells.
 * @param {Float64Array} growth @param {Float64Array} slope @param {number} period
 */
function fill(growth, slope, period) {
  let at = 0;
  for (const a of alpha) {
    const q = r * (1 / a);
    for (const b of beta) {
      const chi = 1 - Math.max(a, b) - Math.min(a, b);
      if (at === period) at = 0;
      if (chi > TOLERANCE) {
        fillPair(growth, slope, at, q, 1 / (b + chi * chi));
      } else {
        growth.fill(NaN, at, at + plane);
        slope.fill(NaN, at, at + plane);
      }
      at += plane;
    }
  }
}

/** @param {Float64Array} growth @param {Float64Array} slope @param {number} start @param {number} q @param {number} share */
function fillPair(growth, slope, start, q, share) {
  let at = start;
  for (let i = 0; i < taus; i++) {
    const part = tau[i];
    for (let j = 0; j < wrs; j++) {
      const t = w[j] * share - q;
      growth[at] = (q + part * t - d) * h;
      slope[at] = t * h;
      at += 1;
    }
  }
}

function reduce() {
  const totals = { counts: { positive: 0, negative: 0, boundary: 0, infeasible: 0 }, growth: noExtremes(), growthSlope: noExtremes() };
  for (const a of alpha) {
    for (const b of beta) {
      const chi = 1 - Math.max(a, b) - Math.min(a, b);
      if (chi > TOLERANCE) reducePair(r * (1 / a), 1 / (b + chi * chi), totals);
      else totals.counts.infeasible += plane;
    }
  }
  return totals;
}

/**
 * @param {number} q @param {number} share
 * @param {{ counts: { positive: number, negative: number, boundary: number }, growth: Extremes, growthSlope: Extremes }} totals
 */
function reducePair(q, share, { counts, growth, growthSlope }) {
  const low = 1 - TOLERANCE;
  const high = 1 + TOLERANCE;
  let { min: growthMin, max: growthMax, sum: growthSum } = growth;
  let { min: slopeMin, max: slopeMax, sum: slopeSum } = growthSlope;
  let [positive, negative] = [0, 0];
  for (let i = 0; i < taus; i++) {
    const part = tau[i];
    for (let j = 0; j < wrs; j++) {
      const p = w[j] * share;
      const t = p - q;
      const g = (q + part * t - d) * h;
      const s = t * h;
      if (g < growthMin) growthMin = g;
      if (g > growthMax) growthMax = g;
      growthSum += g;
      if (s < slopeMin) slopeMin = s;
      if (s > slopeMax) slopeMax = s;
      slopeSum += s;
      if (p * low > q * high) positive += 1;
      else if (p * high < q * low) negative += 1;
    }
  }
  counts.positive += positive;
  counts.negative += negative;
  counts.boundary += plane - positive - negative;
  Object.assign(growth, { min: growthMin, max: growthMax, sum: growthSum });
  Object.assign(growthSlope, { min: slopeMin, max: slopeMax, sum: slopeSum });
}

const block = Math.max(1, Math.floor(blockCells / plane)) * plane;
const blocks = [new Float64Array(block), new Float64Array(block)];

await serve(`Node ${process.versions.node}, V8 ${process.versions.v8}`, {
  fill: {
    maxThreads: 1,
    run() {
      if (fields.length === 0) fields = [new Float64Array(cells), new Float64Array(cells)];
      fill(fields[0], fields[1], cells);
      return {};
    },
    check: () => inspectFields(fields[0], fields[1]),
  },
  blocks: {
    maxThreads: 1,
    run() {
      fill(blocks[0], blocks[1], block);
      return {};
    },
  },
  reduce: { maxThreads: 1, run: reduce },
});
