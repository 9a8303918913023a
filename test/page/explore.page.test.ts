import { execFile } from "node:child_process";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { countOf, fact, fieldOf, scene, swept, verdict } from "../support/explore-places.ts";
import { test } from "../support/open-page.ts";

const command = new URL("../../bin/tauscape.js", import.meta.url).pathname;

/** What `tauscape sweep - --json` prints for a spec. */
async function summaryByCommand(spec: string): Promise<Record<string, number>> {
  const output = await new Promise<string>((resolve, reject) => {
    const child = execFile(process.execPath, [command, "sweep", "-", "--json", "--quiet"], (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(new Error("tauscape sweep failed", { cause: error }));
    });
    child.stdin?.end(spec);
  });
  return JSON.parse(output) as Record<string, number>;
}

/** The pixels of the canvas, as the browser composes them: how many differ from the corner, and how many are greenish. */
async function pixelsOf(page: Page): Promise<{ readonly drawn: number; readonly teal: number }> {
  const image = (await scene(page).screenshot()).toString("base64");
  const reader = await page.context().newPage();
  const found = await reader.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no 2D context");
    context.drawImage(bitmap, 0, 0);
    const { data: rgba } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let [drawn, teal] = [0, 0];
    for (let k = 0; k < rgba.length; k += 4) {
      const [r, g, b] = [rgba[k], rgba[k + 1], rgba[k + 2]];
      if (Math.abs(r - rgba[0]) + Math.abs(g - rgba[1]) + Math.abs(b - rgba[2]) > 60) drawn++;
      if (g > r + 20 && g > 90 && Math.abs(g - b) < 40) teal++;
    }
    return { drawn: drawn / (rgba.length / 4), teal: teal / (rgba.length / 4) };
  }, image);
  await reader.close();
  return found;
}

describe("the page", () => {
  test("sweeps 16.8 million points and draws the region's boundary and its solid", async ({ open }) => {
    const { page } = await open("");
    await swept(page);
    await expect.poll(async () => (await pixelsOf(page)).drawn, { timeout: 20_000 }).toBeGreaterThan(0.08);
    expect((await pixelsOf(page)).teal).toBeGreaterThan(0.01);
    expect(await verdict(page).innerText()).toContain("Here more compute raises growth.");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Where does investing more in compute raise growth?");
  });

  test("counts what the command counts for the spec that it shows, after a change too", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", { scene: false });
    await page.getByText("The sweep as a spec").click();
    for (const rule of ["Report", "Planner"]) {
      await page.getByRole("radio", { name: rule }).check({ force: true });
      await swept(page, 32 ** 4);
      const spec = await page.getByLabel("Spec of the sweep").innerText();
      const summary = await summaryByCommand(spec);
      for (const id of ["points", "feasible", "positive", "negative", "boundary"]) {
        await expect.poll(() => countOf(page, id), { timeout: 20_000 }).toBe(summary[id]);
      }
    }
  });

  test("sweeps again when a rate changes, and keeps the picture meanwhile", async ({ open }) => {
    const { page } = await open("#v1:resolution=32");
    await swept(page, 32 ** 4);
    const share = await fact(page, "share").innerText();
    await page.getByRole("radio", { name: "Household" }).check({ force: true });
    await expect.poll(() => fact(page, "share").innerText()).not.toBe(share);
    expect(await page.locator("canvas").count()).toBe(1);
  });

  test("sets the point that is picked on the surface: a boundary within a cell's width", async ({ open }) => {
    const { page } = await open("");
    await swept(page);
    await scene(page).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#v1:.*alpha=/);
    const { alpha = NaN, beta = NaN, wr = NaN } = Object.fromEntries(
      new URL(page.url()).hash.slice("#v1:".length).split("&").map((part) => part.split("=")).map(([key, value]) => [key, Number(value)]));
    const threshold = (beta + (1 - alpha - beta) ** 2) / alpha;
    expect(Math.abs(Math.log(wr / threshold))).toBeLessThan(Math.log(100) / 63);
    const box = await scene(page).boundingBox();
    if (box === null) throw new Error("the canvas has no box");
    const before = page.url();
    await scene(page).click({ position: { x: box.width * 0.46, y: box.height * 0.4 } });
    await expect.poll(() => page.url()).not.toBe(before);
  });

  test("cancels a long sweep, keeps the last counts and sweeps on demand", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", {
      scene: false,
      // What is asked of the workers can be held back: a sweep that outlasts any hand.
      prepare: () => {
        const post = Reflect.get(Worker.prototype, "postMessage");
        const held: (() => void)[] = [];
        Object.assign(window, { isHeld: false, letGo: () => { Object.assign(window, { isHeld: false }); held.splice(0).forEach((send) => { send(); }); } });
        Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
          const send = () => { Reflect.apply(post, this, message); };
          if (Reflect.get(window, "isHeld") === true) held.push(send);
          else send();
        };
      },
    });
    await swept(page, 32 ** 4);
    await page.getByText("The region in words").click();
    const account = page.locator("tau-region-account");
    await account.getByText("229,760 of 572,416").waitFor();
    await page.evaluate(() => Object.assign(window, { isHeld: true }));
    await page.getByLabel("Points an axis").selectOption("64");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.evaluate(() => { (Reflect.get(window, "letGo") as () => void)(); });
    const cancelled = page.getByText("Cancelled; the counts above are from the last complete sweep.");
    await cancelled.waitFor();
    expect(await countOf(page, "points")).toBe(32 ** 4);
    const outdated = account.getByText("This is of the last complete sweep, not of what is set now. It had 32 points an axis.");
    await outdated.waitFor();
    await page.getByLabel("Points an axis").selectOption("32");
    await cancelled.waitFor({ state: "detached" });
    await outdated.waitFor({ state: "detached" });
    await page.getByLabel("Points an axis").selectOption("64");
    await swept(page, 64 ** 4);
  });

  test("fits a phone of 360 px without scrolling sideways, scene before verdict before controls before values", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", { width: 360, height: 740 });
    await swept(page, 32 ** 4);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const top = async (name: string) => (await page.getByRole("region", { name }).boundingBox())?.y ?? NaN;
    const tops = [await top("The region in three dimensions"), await top("What it means here"), await top("What you set"), await top("Values at this point")];
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  test("keeps the scene in sight of the last control on a desktop", async ({ open }) => {
    const { page } = await open("#v1:resolution=32");
    await page.getByRole("button", { name: "Start again" }).scrollIntoViewIfNeeded();
    expect((await scene(page).boundingBox())?.y).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
  });

  test("says what is missing without WebGL 2, and the verdict still works", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", { scene: false });
    await page.getByText("This browser has no WebGL 2").waitFor();
    await swept(page, 32 ** 4);
    expect(await verdict(page).innerText()).toContain("Here more compute raises growth.");

    const { page: other, errors } = await open("#v1:resolution=32", {
      prepare: () => {
        const source = Reflect.get(WebGL2RenderingContext.prototype, "shaderSource");
        WebGL2RenderingContext.prototype.shaderSource = function (shader, text) { source.call(this, shader, text.includes("contourLevels") ? `${text} broken` : text); };
      },
    });
    await other.getByText("The graphics driver could not build the picture").waitFor();
    await verdict(other).getByText("Here more compute raises growth.").waitFor();
    // What would fail every other test of a scene.
    expect(errors.splice(0).join()).toContain("could not build a program of the scene");
  });

  test("is read in the order in which it is seen, at every width, and keeps what is typed and focused when that changes", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", { scene: false, width: 1280 });
    const field = fieldOf(page, "Relative risk aversion");
    await field.fill("zero");
    const orders = {
      1280: ["What you set", "The region in three dimensions", "What it means here", "The sweep", "Figures and tables"],
      900: ["The region in three dimensions", "What it means here", "The sweep", "What you set", "Figures and tables"],
      360: ["The region in three dimensions", "What it means here", "What you set", "Values at this point", "The sweep"],
    } as const;
    for (const width of [1280, 360, 900, 1280] as const) {
      await page.setViewportSize({ width, height: 800 });
      const read = () => page.evaluate((names) => {
        const sections = document.querySelector("tau-explore-page")?.shadowRoot?.querySelectorAll("section[aria-label]") ?? [];
        return Array.from(sections, (section) => section.getAttribute("aria-label") ?? "").filter((name) => names.includes(name));
      }, orders[width] as readonly string[]);
      await expect.poll(read, { message: `at ${width} px` }).toEqual(orders[width]);
      expect([await field.inputValue(), await field.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)], `at ${width} px`).toEqual(["zero", true]);
    }
    await page.keyboard.press("Enter");
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
  });

  test("runs on the JavaScript engine where the kernels do not compile, in the page where there are no workers, and says why", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", {
      scene: false,
      prepare: () => {
        WebAssembly.compile = () => Promise.reject(new Error("no SIMD in this test"));
        Reflect.deleteProperty(globalThis, "Worker");
      },
    });
    await swept(page, 32 ** 4);
    await page.getByText("Engine js on one worker, because wasm-threads does not work here: no SIMD in this test.").waitFor();
    expect(await countOf(page, "points")).toBe(32 ** 4);
  });
});

describe("axe finds nothing", () => {
  for (const theme of ["light", "dark"] as const) {
    test(`${theme}, in English, then in Chinese`, async ({ open }) => {
      const { page } = await open("#v1:resolution=32", { theme });
      await page.locator("canvas").waitFor();
      await page.getByRole("progressbar").waitFor({ state: "detached" });
      expect(await axeFindings(page), "en").toEqual([]);
      await page.getByRole("button", { name: "中文" }).click();
      await page.getByRole("heading", { level: 1, name: "增加算力投资，在哪里会提高增长率？" }).waitFor();
      expect(await axeFindings(page), "zh").toEqual([]);
    });
  }
});
