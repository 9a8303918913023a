import { buffer } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { DEFAULT_STATE } from "../../src/state/explorer-state.ts";
import { decodeLink } from "../../src/state/link.ts";
import { fileName } from "../../src/takeaway/index.ts";
import { axeFindings } from "../support/axe-findings.ts";
import { waitUntilComputed } from "../support/explorer-on-page.ts";
import { test } from "../support/open-page.ts";

async function openDialog(page: Page, name: "Take away" | "导出" = "Take away") {
  await page.getByRole("button", { name, exact: true }).click();
  const dialog = page.getByRole("dialog", { name });
  await dialog.waitFor();
  return dialog;
}

/** Presses a button of the dialog and reads the file that it saves. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("dialog").getByRole("button", { name: button, exact: true }).click()]);
  return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
}

describe("the dialog to take things away", () => {
  test("saves the picture with its caption, the surfaces, scripts and statements, each under the name of the state", async ({ open }) => {
    const link = "#v1:resolution=32&tau=0.4&slices=,,0.5&surfaces=growth:0.05";
    // Small, for every picture is drawn in software.
    const { page } = await open(link, { width: 800, height: 600 });
    await waitUntilComputed(page);
    const dialog = await openDialog(page);
    expect(await axeFindings(page)).toEqual([]);
    const decoded = decodeLink(link);
    const state = decoded.ok ? decoded.state : DEFAULT_STATE;

    await dialog.getByLabel("Size").selectOption("1");
    const png = await saved(page, "PNG");
    expect(png.name).toBe(fileName(state, "png", "@1x"));
    const scene = await page.locator("canvas").first().boundingBox();
    const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    expect(width).toBe(Math.round(scene?.width ?? 0));
    expect(height).toBeGreaterThan(Math.round(scene?.height ?? 0) + 100);
    // Ink where the tick labels, the legend and the caption are.
    const ink = await page.evaluate(async (base64) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext("2d");
      context?.drawImage(picture, 0, 0);
      const dark = (x: number, y: number, width: number, height: number) => {
        const { data = [] } = context?.getImageData(x, y, width, height) ?? {};
        return Array.from(data).filter((one, at) => at % 4 === 1 && one < 120).length;
      };
      return { label: dark(0, 0, Math.round(picture.width / 3), 160), caption: dark(0, picture.height - 150, picture.width, 150) };
    }, png.bytes.toString("base64"));
    expect(ink.label).toBeGreaterThan(50);
    expect(ink.caption).toBeGreaterThan(500);

    const glb = await saved(page, "GLB");
    expect([glb.name, glb.bytes.toString("latin1", 0, 4), glb.bytes.readUInt32LE(8)]).toEqual([fileName(state, "glb"), "glTF", glb.bytes.length]);
    const json = JSON.parse(glb.bytes.toString("utf8", 20, 20 + glb.bytes.readUInt32LE(12))) as { nodes: { name: string }[]; scenes: { extras: { link: string; axes: { z: { name: string } } } }[] };
    expect(json.nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(["sheet", "wall", "caps", "growth = 0.05", expect.stringMatching(/^slice at wr = /)]));
    expect(json.scenes[0].extras).toMatchObject({ link: expect.stringContaining("tau=0.4") as string, axes: { z: { name: "wr" } } });
    const stl = await saved(page, "STL of the region");
    expect([stl.bytes.length, stl.bytes.toString("latin1", 0, 16)]).toEqual([84 + 50 * stl.bytes.readUInt32LE(80), "Tauscape x=alpha"]);
    expect((await saved(page, "STL of the other surfaces")).bytes.readUInt32LE(80)).toBeGreaterThan(100);

    for (const [button, extension, part] of [
      ["Python", "py", "sys.argv"], ["R", "R", "commandArgs"], ["Julia", "jl", "ARGS"], ["LaTeX", "tex", "\\begin{document}"],
      ["Markdown", "md", "$$"], ["BibTeX", "bib", "@techreport"], ["Spec (JSON)", "json", "tauscape/sweep@1"],
    ] as const) {
      const { name, bytes } = await saved(page, button);
      expect(name).toBe(fileName(state, extension));
      expect(bytes.toString("utf8")).toContain(part);
    }
    await dialog.getByText(`Saved as ${fileName(state, "json")}.`).waitFor();

    // Θ is 1 everywhere under the household's rule: below that there is no region.
    await page.evaluate(() => { location.hash = "#v1:resolution=32&rule=household&range.wr=0.1,0.5,log"; });
    await waitUntilComputed(page);
    await dialog.getByRole("button", { name: "STL of the region" }).click();
    await dialog.getByText("Within these axes more compute raises growth nowhere, so there is no solid and nothing was saved.").waitFor();

    await page.evaluate(() => {
      const getParameter = Reflect.get(WebGL2RenderingContext.prototype, "getParameter") as (this: WebGL2RenderingContext, name: number) => unknown;
      WebGL2RenderingContext.prototype.getParameter = function (name: number) { return name === 0x84e8 ? 300 : getParameter.call(this, name); };
    });
    await dialog.getByRole("button", { name: "PNG" }).click();
    await dialog.getByText("this graphics card draws at most 300. Choose a smaller size.").waitFor();
    await page.evaluate(() => {
      const canvas = document.querySelector("tau-explore-page")?.shadowRoot?.querySelector("tau-region-view")?.shadowRoot?.querySelector("canvas");
      canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await dialog.getByRole("button", { name: "PNG" }).click();
    await dialog.getByText("The browser has taken the graphics card away").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  test("says beside the button what cannot be done: no picture, no surface, no clipboard", async ({ open }) => {
    const { page } = await open("", {
      language: "zh", theme: "dark", scene: false,
      prepare: () => {
        Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } });
        Object.defineProperty(window, "Worker", { value: undefined });
      },
    });
    const dialog = await openDialog(page, "导出");
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "PNG" }).click();
    await dialog.getByText("没有图像").waitFor();
    await dialog.getByRole("button", { name: "复制链接" }).click();
    await dialog.getByText(/浏览器不允许在此复制。文本如下：http/).waitFor();
  });
});

describe("printing", () => {
  for (const [language, theme, link, headline] of [
    ["en", "light", "#v1:resolution=32", "Here more compute raises growth."],
    ["zh", "dark", "#v1:prices=equilibrium&resolution=32&tau=0.7&sigma=0.5", "在此处，增加算力会降低增长率。"],
  ] as const) {
    test(`gives one white page with picture, verdict, parameters, assumptions and link, ${language}, ${theme}`, async ({ open }) => {
      const { page } = await open(link, { language, theme });
      await waitUntilComputed(page);
      await page.locator("tau-explore-page[prints]").waitFor();
      for (const format of ["A4", "Letter"] as const) {
        const pdf = (await page.pdf({ format, printBackground: true })).toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      }
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await page.emulateMedia({ media: "print" });
      const sheet = page.locator("tau-print-sheet article");
      await sheet.waitFor();
      const text = await sheet.innerText();
      for (const part of [headline, link, "Tauscape 0.1.0", "32", "σ"]) expect(text).toContain(part);
      expect(await sheet.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeGreaterThan(600);
      expect(await sheet.evaluate((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color, one.scrollHeight <= one.clientHeight])).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)", true]);
      expect(await page.locator("main").isVisible()).toBe(false);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.emulateMedia({ media: "screen" });
      expect(await page.locator("main").isVisible()).toBe(true);
    });
  }
});
