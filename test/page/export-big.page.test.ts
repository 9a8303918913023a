/** Left out unless TAUSCAPE_BIG=1: writes twice 2.1 GB to the disk and takes some minutes. */
import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium, type Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { findBrowser } from "../support/find-browser.ts";
import { savedFile } from "../support/saved-file.ts";

const COMMAND = fileURLToPath(new URL("../../bin/tauscape.js", import.meta.url));
const MOST_MEMORY = 512e6;
const PATIENCE_MS = 900_000;
const SAMPLE_MS = 250;

/** Resident bytes of every process that descends from this one and draws a page. */
async function rendererMemory(): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    const fields = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, "utf8").catch(() => "") : "";
    if (fields !== "") parents.set(Number(name), Number(fields.slice(fields.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const isOurs = (pid: number): boolean => pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
  let sum = 0;
  for (const pid of parents.keys()) {
    const command = isOurs(pid) ? await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "") : "";
    if (!command.includes("--type=renderer")) continue;
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    sum += 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  }
  return sum;
}

/** The largest file below a folder: browsers keep the files of an origin as they are. */
async function largestFile(folder: string): Promise<string> {
  let [best, most] = ["", -1];
  for (const name of await readdir(folder, { recursive: true })) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found?.isFile() === true && found.size > most) [best, most] = [join(folder, name), found.size];
  }
  return best;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function seconds(page: Page, fact: string): Promise<string> {
  return await page.locator(`[data-cost=${fact}]`).textContent() ?? "";
}

test.skipIf(process.env["TAUSCAPE_BIG"] !== "1")("a file over 2 GB is written by the page in bounded memory, with the command's bytes", { timeout: PATIENCE_MS }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "tauscape-big-"));
  const browser = findBrowser();
  await browser.prepare();
  // A profile on the disk: windows without one keep their files in memory.
  const context = await chromium.launchPersistentContext(join(folder, "profile"), { ...browser.launchOptions, viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => { Object.defineProperty(HTMLCanvasElement.prototype, "getContext", { value: () => null }); });
    await page.goto(new URL("#v1:resolution=32&panel=export", inject("pageAddress")).href);
    const panel = page.getByRole("tabpanel", { name: "Export" });
    for (const [symbol, points] of [["τ", 128], ["α", 128], ["β", 128], ["ω", 64]] as const) await panel.getByLabel(`Points on ${symbol}`).fill(String(points));
    await expect.poll(() => seconds(page, "points")).toBe("134,217,728");
    await expect.poll(() => seconds(page, "time"), { timeout: 60_000 }).toMatch(/about \d/);
    const planned = { time: await seconds(page, "time"), size: await seconds(page, "size"), memory: await seconds(page, "memory") };
    await panel.getByText("The same by the command, or on a cluster").click();
    const spec = await savedFile(page, panel.getByRole("button", { name: "Save the spec" }));
    const before = await rendererMemory();
    let most = before;
    const watch = setInterval(() => void rendererMemory().then((now) => { most = Math.max(most, now); }), SAMPLE_MS);
    const started = performance.now();
    await panel.getByRole("button", { name: "Export", exact: true }).click();
    await panel.getByText(/is whole \(2\.15 GB\)/).last().waitFor({ timeout: PATIENCE_MS });
    const took = (performance.now() - started) / 1000;
    clearInterval(watch);
    console.log({ planned, took, memoryBefore: before / 1e6, memoryMost: most / 1e6 });
    expect(most - before).toBeLessThan(MOST_MEMORY);

    await writeFile(join(folder, spec.name), spec.content);
    const name = spec.name.replace(".json", ".npz");
    await promisify(execFile)(process.execPath, [COMMAND, "sweep", spec.name, "--out", name, "--quiet"], { cwd: folder });
    expect((await stat(join(folder, name))).size).toBeGreaterThan(2 ** 31);
    expect(await digestOf(await largestFile(join(folder, "profile")))).toBe(await digestOf(join(folder, name)));
  } finally {
    await context.close();
    await browser.dispose();
    await rm(folder, { recursive: true, force: true });
  }
});
