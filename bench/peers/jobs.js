/** What is compared, in the table's order, and the jobs that do it; a job that is not the usual way says what is different. */
export const GROUPS = [
  { title: "Memory filled, nothing computed", unit: "bytes", jobs: [{ job: "memory", note: "" }] },
  {
    title: "Fill: both fields of every cell, all in memory at once",
    unit: "fill",
    jobs: [{ job: "fill", note: "" }, { job: "deliver", note: "handed to the caller tile by tile" }],
  },
  { title: "Fill, block over block: every cell written, but the block stays in the cache", unit: "cells", jobs: [{ job: "blocks", note: "" }, { job: "blocks-bare", note: "bare kernels in threads, no pool" }] },
  {
    title: "Reduce: classes, extremes and sums; nothing written",
    unit: "cells",
    jobs: [{ job: "reduce", note: "" }, { job: "reduce-bare", note: "bare kernels in threads, no pool" }, { job: "rows", note: "without a grid, by rows" }],
  },
  {
    title: "Isosurface of one grid of values",
    unit: "none",
    jobs: [{ job: "surface", note: "" }, { job: "surface-all", note: "with the grid's evaluation and the transfer" }],
  },
];

export const JOBS = GROUPS.flatMap(({ jobs }) => jobs.map(({ job }) => job));

/** Jobs for which every peer holds the whole grid. */
export const HOLDING = ["memory", "fill"];

/** Jobs whose memory is looked at once, after the warm-up. */
export const CHECKED_AFTER = ["fill"];
