import { expect } from "vitest";
import { test } from "../support/open-page.ts";

test("the served page may share memory between its workers, and loads without an error", async ({ open }) => {
  const { page } = await open("");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});
