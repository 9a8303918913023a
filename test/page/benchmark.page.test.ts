import { text as readText } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { parseBenchText } from "../../src/benchmark/parse-bench.ts";
import { BENCH_JOBS } from "../../src/benchmark/bench-result.ts";
import { sampleMeasurement, sampleResult } from "../benchmark/sample-result.ts";
import { axeFindings } from "../support/axe-findings.ts";
import { test, type Open, type OpenOptions } from "../support/open-page.ts";
import { savedFile } from "../support/saved-file.ts";
import { textSpacingFaults } from "../support/text-spacing.ts";

/** A result of two engines, sizes and jobs, whose times differ by `factor` from those of another. */
function resultFile(name: string, factor = 1): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const measurements = (["fill", "surface"] as const).flatMap((job) => [16, 32].flatMap((size) => (["wasm-simd", "js"] as const).map((engine, k) =>
    sampleMeasurement([1, 1.01, 0.99, 1.02, 0.98].map((time) => time * factor * (k + 1) * size ** 4 * 1e-8), { engine, job, size, points: size ** (job === "surface" ? 3 : 4) }))));
  const text = JSON.stringify(sampleResult(measurements, { settings: { sizes: [16, 32], repeats: 5, warmUps: 1, threads: 2 } }));
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

const start = (page: Page) => page.getByRole("button", { name: "Run the benchmark" });
const measurements = (page: Page) => page.getByRole("table", { name: "Measurements" });

async function opened(open: Open, options: OpenOptions = {}): Promise<Page> {
  const { page } = await open("benchmark.html", { scene: false, ...options });
  // The form stands there before it is known which engines work.
  await page.locator("tau-bench-settings button.primary:enabled").waitFor();
  return page;
}

/** Chooses only these engines, the smallest sizes and few repeats. */
async function makeSmall(page: Page, engines: readonly string[]): Promise<void> {
  for (const box of await page.getByRole("checkbox").all()) {
    if (await box.isEnabled()) await box.setChecked(engines.includes((await box.getAttribute("id")) ?? ""));
  }
  await page.getByRole("combobox", { name: "Largest sweep" }).selectOption("16");
  await page.getByRole("textbox", { name: "Repeats" }).fill("2");
  await page.getByRole("textbox", { name: "Warm-ups" }).fill("0");
}

async function choose(page: Page, button: string, file: ReturnType<typeof resultFile>): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await chooser).setFiles(file);
}

/** Runs before the page: orders whose cells are to leave the worker never reach it, so that their job lasts until it is stopped. */
function holdDeliveries(): void {
  const post = Reflect.get(Worker.prototype, "postMessage") as (this: Worker, message: unknown, rest?: unknown) => void;
  Worker.prototype.postMessage = function (this: Worker, message: { readonly argumentList?: readonly { readonly value?: { readonly job?: { readonly transfer?: boolean } | null } }[] }, rest?: unknown) {
    if (message.argumentList?.[0]?.value?.job?.transfer !== true) post.call(this, message, rest);
  };
}

/** What a browser does when the reader goes to another tab. */
const hideTab = (page: Page) => page.evaluate(() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
});

describe("the benchmark page", () => {
  test("measures every job by the engines that were chosen, and draws and lists what it found", async ({ open }) => {
    const page = await opened(open);
    await page.getByText("Nothing measured yet").waitFor();
    await makeSmall(page, ["wasm-simd", "js"]);
    await start(page).click();
    await page.getByRole("progressbar", { name: "Progress of the benchmark" }).waitFor();
    await measurements(page).waitFor();
    expect(await page.getByRole("progressbar").count()).toBe(0);
    const rows = (await measurements(page).getByRole("row").allInnerTexts()).slice(1).map((row) => row.split("\t"));
    expect(rows.map(([job, size, engine]) => [job, size, engine]))
      .toEqual(BENCH_JOBS.flatMap(({ id, label }) => ["wasm-simd", "js"].map((engine) => [label.en, id === "surface" ? "16³" : "16⁴", engine])));
    expect(rows.map((row) => row.at(-1))).toEqual(rows.map(() => "valid"));
    for (const { label } of BENCH_JOBS) expect(await page.getByRole("img", { name: new RegExp(`^${label.en}: .*(wasm-simd|js)`) }).count()).toBeGreaterThan(0);
  });

  test("saves a result that opens again as it was", async ({ open }) => {
    const page = await opened(open);
    await makeSmall(page, ["js"]);
    await start(page).click();
    await measurements(page).waitFor();
    const before = await measurements(page).innerText();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^tauscape-bench-\d{8}-\d{6}\.json$/);
    const text = await readText(await file.createReadStream());
    const parsed = parseBenchText(text);
    expect(parsed).toMatchObject({ ok: true, result: { isolated: true, settings: { sizes: [16], repeats: 2, warmUps: 0 }, state: "complete" } });
    await page.reload();
    await page.getByRole("checkbox", { name: "js", exact: true }).waitFor();
    await choose(page, "Open a result", { name: "mine.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByRole("heading", { name: "Result from mine.json" }).waitFor();
    await expect.poll(() => measurements(page).innerText()).toBe(before);
  });

  test("keeps what was measured when it is cancelled, and when its tab is hidden, and says so", async ({ open }) => {
    for (const [stop, reason] of [
      [(page: Page) => page.getByRole("button", { name: "Cancel" }).click(), "It stopped early (cancelled)"],
      [hideTab, "It stopped early (its tab was hidden"],
    ] as const) {
      const page = await opened(open, { prepare: holdDeliveries });
      await makeSmall(page, ["wasm-simd"]);
      await start(page).click();
      await page.getByText(/Now: Deliver cells/).waitFor();
      await stop(page);
      await page.getByText(reason).waitFor();
      expect(await measurements(page).innerText()).toContain("Fill memory");
      expect(await measurements(page).innerText()).not.toContain("Checksums");
      expect(await start(page).isEnabled()).toBe(true);
    }
  });

  test("says beside each control what it takes, and does not begin before", async ({ open }) => {
    const page = await opened(open);
    await page.getByRole("textbox", { name: "Repeats" }).fill("0");
    await page.getByText('found "0"; allowed: a whole number from 1 to 1,000.').waitFor();
    await page.getByRole("textbox", { name: "Threads" }).fill("9999");
    await page.getByText(/found "9999"; allowed: (1|a whole number from 1 to \d+)\./).waitFor();
    expect(await start(page).isDisabled()).toBe(true);
  });

  test("refuses a damaged file and one of another schema with the reason, and keeps what was shown", async ({ open }) => {
    const page = await opened(open);
    await choose(page, "Open a result", resultFile("good.json"));
    for (const [text, reason] of [["{", "found no JSON"], ['{"schema":"tauscape/sweep@1"}', 'schema: found "tauscape/sweep@1"; allowed: "tauscape/bench@1".']]) {
      await choose(page, "Open a result", { name: "bad.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await page.getByText(reason).waitFor();
      await page.getByText("bad.json is no benchmark that can be read. What was shown stays.").waitFor();
    }
    await page.getByRole("heading", { name: "Result from good.json" }).waitFor();
    expect(await measurements(page).getByRole("row").count()).toBe(9);
  });

  test("takes a file that is dropped on it", async ({ open }) => {
    const page = await opened(open);
    const { buffer, name } = resultFile("dropped.json");
    const transfer = await page.evaluateHandle(([text, title]) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], title, { type: "application/json" }));
      return dropped;
    }, [buffer.toString(), name]);
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: transfer });
    await page.getByRole("heading", { name: "Result from dropped.json" }).waitFor();
  });

  test("sets two results side by side, swaps them, and copies either as Markdown", async ({ open }) => {
    const page = await opened(open);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await choose(page, "Open a result", resultFile("new.json", 0.5));
    await choose(page, "Compare with another", resultFile("old.json"));
    await page.getByText("Of 8 pairs, B is clearly faster in 8 and clearly slower in 0").waitFor();
    await page.getByRole("img", { name: "Time of B over that of A" }).waitFor();
    const ratios = await savedFile(page, page.getByRole("button", { name: "Save as CSV: Time of B over that of A" }));
    expect(ratios.content.split("\n")[1]).toMatch(/^[^,]+,16,wasm-simd,\d+,[\d.e-]+,[\d.e-]+,0\.5,0\.4\d+,0\.5\d+,faster$/);
    const bars = await savedFile(page, page.getByRole("button", { name: "Save as SVG: Fill memory, time" }).first());
    expect(bars.content).toMatch(/<title id="title">Fill memory, time<\/title>[\s\S]*>wasm-simd<\/text>/);
    await page.getByRole("button", { name: "Swap A and B" }).click();
    await page.getByText("Of 8 pairs, B is clearly faster in 0 and clearly slower in 8").waitFor();
    await page.getByRole("button", { name: "Copy the comparison" }).click();
    await expect.poll(clipboard).toContain("## Tauscape benchmarks compared");
    await page.getByRole("button", { name: "Copy as Markdown" }).click();
    await expect.poll(clipboard).toMatch(/^## Tauscape benchmark\n[\s\S]*\| Fill memory \| 16⁴ \| wasm-simd \|/);
    await page.getByRole("button", { name: "End the comparison" }).click();
    expect(await page.getByRole("heading", { name: "Two results compared" }).count()).toBe(0);
  });

  test("compares the engines with the model, on the vectors too", async ({ open }) => {
    const page = await opened(open);
    await makeSmall(page, ["wasm-simd", "wasm-scalar", "js"]);
    await page.getByRole("button", { name: "Compare the engines with the model" }).click();
    await page.getByText("Every engine here gives the model's numbers, bit for bit.").waitFor();
    const rows = (await page.getByRole("table", { name: "Comparison with the model" }).getByRole("row").allInnerTexts()).slice(1).map((row) => row.split("\t"));
    expect(rows.map(([engine, specs, vectors, , bytes, classes]) => [engine, specs, vectors, bytes, classes]))
      .toEqual(["wasm-simd", "wasm-scalar", "js"].map((engine) => [engine, "40", "720", "0", "0"]));
  });

  test("is reached from the explorer, and keeps the language and the theme that were chosen there", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", { scene: false });
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("button", { name: "深色" }).click();
    await page.getByRole("link", { name: "基准测试" }).click();
    await page.getByRole("heading", { level: 1, name: "这台机器扫描模型有多快？" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    expect(await page.getByRole("link", { name: "基准测试" }).getAttribute("aria-current")).toBe("page");
  });

  test("fits a phone", async ({ open }) => {
    const page = await opened(open, { width: 360, height: 740 });
    await choose(page, "Open a result", resultFile("a.json"));
    await choose(page, "Compare with another", resultFile("b.json", 1.5));
    await page.getByRole("img", { name: "Time of B over that of A" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await textSpacingFaults(page)).toEqual([]);
  });

  for (const [theme, language, openResult, compare] of [["light", "en", "Open a result", "Compare with another"], ["dark", "zh", "打开结果文件", "与另一份对比"]] as const) {
    test(`gives axe nothing to find, ${theme}, ${language}`, async ({ open }) => {
      const page = await opened(open, { theme, language });
      await choose(page, openResult, resultFile("a.json"));
      await choose(page, compare, resultFile("b.json", 2));
      await page.locator("tau-ratio-chart svg").waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });
  }
});
