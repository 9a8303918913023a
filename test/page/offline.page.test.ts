import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { waitUntilComputed } from "../support/explorer-on-page.ts";
import { test } from "../support/open-page.ts";
import { startStaticHost } from "../support/static-host.ts";

const PAGE_FOLDER = new URL("../../dist/page/", import.meta.url).pathname;
const SMALL = "#v1:resolution=32";

const engine = (page: Page) => page.getByRole("region", { name: "The sweep" });

/** Waits until the whole page is kept. */
const kept = (page: Page) => page.evaluate(async () => { await navigator.serviceWorker.ready; });

/** The surface and the counts of the sweep are there. */
async function computed(page: Page): Promise<void> {
  await page.locator('[data-fact="points"]').filter({ hasText: "1,048,576" }).waitFor();
  await waitUntilComputed(page);
}

test("on a host that only serves files, under a path of its own, the second visit is isolated, and then no network is needed", async ({ open }) => {
  await using host = await startStaticHost(PAGE_FOLDER, "/some/where/");
  const { page, errors } = await open(`${host.address}${SMALL}`, { serviceWorker: true });
  await computed(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await engine(page).filter({ hasText: "Engine wasm-simd" }).waitFor();
  await kept(page);

  await page.reload();
  await computed(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await engine(page).filter({ hasText: "Engine wasm-threads" }).waitFor();

  await page.context().setOffline(true);
  await page.reload();
  await computed(page);
  await page.locator("canvas").first().waitFor();
  await exportNetcdf(page);
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("heading", { name: "增加算力投资，在哪里会提高增长率？" }).waitFor();
  await page.getByRole("link", { name: "基准测试" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(page.url()).toBe(`${host.address}benchmark.html`);
  expect(errors).toEqual([]);
});

test("where the browser has no service worker the page computes without shared memory", async ({ open }) => {
  await using host = await startStaticHost(PAGE_FOLDER, "/some/where/");
  const { page } = await open(`${host.address}${SMALL}`, { scene: false });
  await computed(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await engine(page).filter({ hasText: "Engine wasm-simd" }).waitFor();
});

test("a new version announces itself, comes when it is asked for, and leaves the old one to the tabs that have it", async ({ open }) => {
  const folder = await mkdtemp(join(tmpdir(), "tauscape-page-"));
  try {
    await cp(PAGE_FOLDER, folder, { recursive: true });
    await using host = await startStaticHost(folder);
    const { page } = await open(`${host.address}${SMALL}`, { serviceWorker: true, scene: false });
    await kept(page);
    await page.reload();
    await computed(page);
    const other = await page.context().newPage();
    await other.goto(`${host.address}${SMALL}`);
    await computed(other);
    const [notice, otherNotice] = [page, other].map((one) => one.locator("tau-update-notice"));
    for (const one of [notice, otherNotice]) await one.waitFor({ state: "attached" });

    const [table = ""] = (await readdir(join(folder, "assets"))).filter((file) => file.startsWith("tau-value-table-"));
    await rm(join(folder, "assets", table));
    await replaceIn(join(folder, "index.html"), '<html lang="en"', '<html lang="en" data-build="next"');
    await replaceIn(join(folder, "sw.js"), /(index\.html[^}]*?revision[^}]*?)[0-9a-f]{16}/, "$1fedcba9876543210");
    await replaceIn(join(folder, "sw.js"), new RegExp(`\\{url:\\W*assets/${table}[^}]*\\},`), "");
    await page.evaluate(async () => { await (await navigator.serviceWorker.ready).update(); });
    await notice.getByRole("status").getByText("A new version of Tauscape is ready.").waitFor();
    expect(await page.locator("html[data-build]").count()).toBe(0);
    await notice.getByRole("button", { name: "Reload" }).click();
    await page.locator("html[data-build=next]").waitFor();
    await computed(page);

    await otherNotice.getByRole("status").getByText("A new version was taken in another tab.").waitFor();
    await other.getByRole("tab", { name: "Table" }).click();
    await other.getByRole("grid").waitFor();
    expect(await keptFiles(page)).toEqual({ "index.html": 2, [table]: 1 });
    await otherNotice.getByRole("button", { name: "Reload" }).click();
    await other.locator("html[data-build=next]").waitFor();
    await expect.poll(() => keptFiles(page)).toEqual({ "index.html": 1, [table]: 0 });

    /** How many of the first page, and of the table's code, the browser keeps. */
    function keptFiles(one: Page): Promise<Record<string, number>> {
      return one.evaluate(async (names) => {
        const caches = await window.caches.keys();
        const urls = (await Promise.all(caches.map(async (name) => (await window.caches.open(name)).keys()))).flat().map(({ url }) => url);
        return Object.fromEntries(names.map((name) => [name, urls.filter((url) => url.includes(name)).length]));
      }, ["index.html", table]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Exports a small file whose library is the largest of all, and has not been used yet. */
async function exportNetcdf(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Export" }).click();
  const panel = page.getByRole("tabpanel", { name: "Export" });
  for (const symbol of ["τ", "α", "β", "ω"]) await panel.getByLabel(`Points on ${symbol}`).fill("3");
  await panel.getByRole("radio", { name: /^NetCDF/ }).check();
  await panel.getByRole("button", { name: "Export", exact: true }).click();
  await panel.getByRole("listitem", { name: /\.nc$/ }).getByRole("button", { name: "Save to the disk" }).waitFor();
}

async function replaceIn(path: string, from: string | RegExp, to: string): Promise<void> {
  const before = await readFile(path, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}
