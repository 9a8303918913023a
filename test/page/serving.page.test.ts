import { expect } from "vitest";
import { test } from "../support/open-page.ts";

test("the served page may share memory between its workers", async ({ open }) => {
  const { page } = await open("", { scene: false });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

// `open` fails the test on a violation, which the browser reports as an error.
test("the page draws under a policy that allows no inline script and no eval", async ({ open }) => {
  const { page } = await open("");
  await page.locator("canvas").first().waitFor();
  const policy = (await page.request.head(page.url())).headers()["content-security-policy"];
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
});

test("the page brings the same policy itself, for hosts that send none, and shows a link's text as text", async ({ open }) => {
  const { page } = await open("#v1:alpha=<img src=x onerror=alert(1)>", { scene: false });
  const sent = (await page.request.head(page.url())).headers()["content-security-policy"];
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")).toBe(sent);
  await page.getByRole("alert").getByText(/img.*onerror/).waitFor();
  expect(await page.locator("img").count()).toBe(0);
});
