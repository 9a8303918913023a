import { expect, it } from "vitest";
import { BatchSizer } from "../../src/workers/batch-sizer.ts";

it("starts with one tile, then takes as many as fill its time, and leaves some to even out", () => {
  const sizer = new BatchSizer();
  expect(sizer.size("fill", 1000, 2)).toBe(1);
  sizer.observe("fill", 4, 10);
  expect(sizer.size("fill", 1000, 2)).toBe(10);
  expect(sizer.size("fill", 16, 2)).toBe(3);
  expect(sizer.size("fill", 8, 1)).toBe(8);
  expect(sizer.size("fill", 1, 2)).toBe(1);
  expect(sizer.size("reduce", 1000, 2)).toBe(1);
});

it("takes together what is less work than a call", () => {
  const sizer = new BatchSizer();
  sizer.observe("fill", 10, 1);
  expect(sizer.size("fill", 16, 4)).toBe(5);
  expect(sizer.size("fill", 3, 4)).toBe(3);
});

it("goes tile by tile where each takes longer than a batch should, and bounds what a coarse clock calls nothing", () => {
  const sizer = new BatchSizer();
  sizer.observe("fill", 1, 80);
  expect(sizer.size("fill", 1000, 1)).toBe(1);
  sizer.observe("fill", 10, 0);
  expect(sizer.size("fill", 1e9, 1)).toBe(1000);
});
