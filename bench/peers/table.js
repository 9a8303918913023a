import { GROUPS } from "./jobs.js";

/** @typedef {{ peer: string, name: string, job: string, threads: number, seconds: number[] }} Sample */
/** @typedef {{ cells: number, bytes: number }} Work */

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One Markdown table a group of jobs, peers from the fastest to the slowest. @param {readonly Sample[]} samples @param {Work} work */
export function describeSamples(samples, work) {
  return GROUPS.flatMap((group) => {
    const rows = group.jobs.flatMap(({ job, note }) => samples.filter((sample) => sample.job === job).map((sample) => ({ sample, note })));
    if (rows.length === 0) return [];
    const usual = samples.filter(({ peer, job }) => peer === "tauscape" && job === group.jobs[0].job);
    const lines = rows
      .toSorted((a, b) => a.sample.threads - b.sample.threads || median(a.sample.seconds) - median(b.sample.seconds))
      .map(({ sample, note }) => row(sample, note, group.unit, work, usual.find(({ threads }) => threads === sample.threads)));
    const head = ["", "Threads", "Median, ms", "Least to greatest, ms", "Rate", "Speed of Tauscape ÷ this one's"];
    return [`### ${group.title}`, "", cellsOf(head), "|---|--:|--:|--:|--:|--:|", ...lines, ""];
  }).join("\n");
}

/** @param {Sample} sample @param {string} note @param {string} unit @param {Work} work @param {Sample | undefined} tauscape */
function row({ name, threads, seconds }, note, unit, work, tauscape) {
  const middle = median(seconds);
  const rates = [
    ...(unit === "fill" || unit === "cells" ? [`${digits(work.cells / middle / 1e9)} Gpoint/s`] : []),
    ...(unit === "fill" || unit === "bytes" ? [`${digits(work.bytes / middle / 1e9)} GB/s`] : []),
  ];
  const ratio = tauscape === undefined ? "" : `×${digits(middle / median(tauscape.seconds))}`;
  const spread = `${milliseconds(Math.min(...seconds))} to ${milliseconds(Math.max(...seconds))}`;
  return cellsOf([note === "" ? name : `${name}, ${note}`, String(threads), milliseconds(middle), spread, rates.join(", "), ratio]);
}

/** @param {readonly string[]} cells */
function cellsOf(cells) {
  return `| ${cells.join(" | ")} |`;
}

/** @param {number} seconds */
function milliseconds(seconds) {
  return digits(seconds * 1000);
}

/** Three digits, without an exponent. @param {number} number */
function digits(number) {
  return number >= 100 ? number.toFixed(0) : String(Number(number.toPrecision(3)));
}
