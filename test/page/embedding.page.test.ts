import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test as base } from "../support/open-page.ts";
import { startStaticHost } from "../support/static-host.ts";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The examples of docs/embedding.md, laid out as it says, on a host that sends no headers. */
const test = base.extend<{ host: string }>({
  // eslint-disable-next-line no-empty-pattern -- vitest wants a pattern, also of a fixture that needs no other
  host: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "tauscape-embedding-"));
    for (const [from, to] of [["examples/embedding", ""], ["dist/components", "tauscape"], ["dist/page", "tauscape-page"]]) await cp(at(from), join(folder, to), { recursive: true });
    try {
      await using host = await startStaticHost(folder, "/a/blog/");
      await use(host.address);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

const drawn = (page: Page) => page.waitForFunction(() => {
  const view = document.querySelector("tau-region")?.shadowRoot?.querySelector("tau-region-view") as unknown as { explorer?: { surface: { result: unknown } } } | null;
  return view?.explorer !== undefined && view.explorer.surface.result !== null;
});

test("the element stands in a page without bundler and isolation, follows its settings and tells its changes", async ({ open, host }) => {
  const { page } = await open(`${host}element.html`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await drawn(page);
  const region = page.locator("tau-region");
  await region.getByText("Here more compute raises growth.").first().waitFor();
  await region.getByRole("img", { name: /^3D picture/ }).waitFor();
  await region.getByRole("group", { name: "Colour scale" }).waitFor();
  expect(await page.locator("#told").innerText()).toContain("At α = 0.4 and τ = 0.3 more compute raises growth");
  // The page's own rules: the ground, and the buttons that it wants to see.
  expect(await region.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe("rgb(244, 241, 234)");
  await region.getByRole("button", { name: "From above" }).click();

  await page.getByRole("slider").fill("0.6");
  await page.locator("#told").getByText("τ = 0.6").waitFor();
  expect(await region.evaluate((element) => (element as HTMLElement & { shown: { link: string } }).shown.link)).toContain("rule=planner");
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");

  // What the reader picks in the picture stays when the page changes something else.
  const alpha = () => region.evaluate((element) => (element as HTMLElement & { shown: { parameters: { alpha: number } } }).shown.parameters.alpha);
  await region.locator("canvas").focus();
  await page.keyboard.press("Enter");
  await expect.poll(alpha).not.toBe(0.4);
  const picked = await alpha();
  await page.getByRole("slider").fill("0.3");
  await page.locator("#told").getByText("τ = 0.3").waitFor();
  expect(await alpha()).toBe(picked);
  await region.evaluate((element) => { element.setAttribute("alpha", "0.41"); });
  await expect.poll(alpha).toBe(0.41);

  await region.evaluate((element) => { element.setAttribute("lang", "zh"); });
  await region.getByText("在此处，增加算力会提高增长率。").first().waitFor();
  await region.evaluate((element) => { element.setAttribute("alpha", "<img src=x onerror=alert(1)>"); });
  await region.getByRole("alert").getByText("<img src=x onerror=alert(1)>").waitFor();
  await region.getByText("在此处，增加算力会提高增长率。").first().waitFor();
  expect(await page.locator("img[src=x]").count()).toBe(0);
});

test("a frame shows the bare view, and opens the explorer with the same state", async ({ open, host }) => {
  const { page } = await open(`${host}iframe.html`, { scene: false });
  const frame = page.frameLocator("iframe");
  await frame.getByText("Here more compute raises growth.").first().waitFor();
  expect(await frame.getByRole("slider").count()).toBe(0);
  const link = frame.getByRole("link", { name: "Open in Tauscape" });
  const opening = page.context().waitForEvent("page");
  await link.click();
  const explorer = await opening;
  await explorer.getByRole("region", { name: "What it means here" }).waitFor();
  expect(explorer.url()).toBe(`${host}tauscape-page/index.html#v1:prices=equilibrium&resolution=32`);
});
