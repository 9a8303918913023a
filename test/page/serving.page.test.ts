import { expect } from "vitest";
import { test } from "../support/open-page.ts";

test("the served page may share memory between its workers", async ({ open }) => {
  const { page } = await open("");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

// `open` fails the test on a violation, which the browser reports as an error.
test("the page draws under a policy that allows no inline script and no eval", async ({ open }) => {
  const { page } = await open("");
  await page.locator("canvas").first().waitFor();
  const policy = (await page.request.head(page.url())).headers()["content-security-policy"];
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
});
