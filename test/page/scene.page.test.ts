import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { RegionScene } from "../../src/scene/index.ts";
import { axeFindings } from "../support/axe-findings.ts";
import { waitUntilComputed } from "../support/explorer-on-page.ts";
import { test } from "../support/open-page.ts";

const openOptions = (page: Page) => page.getByText("Choose what is drawn").click();
/** What the explorer has drawn of a kind. */
const drawn = (page: Page) => page.evaluate(() => {
  const { explorer } = document.querySelector("tau-explore-page") as unknown as {
    explorer: { state: { scene: unknown }; surface: { result: { flagged: ArrayLike<number> | null; isosurfaces: { result: { mesh: { sheet: ArrayLike<number> } } }[] } | null } };
  };
  const { result } = explorer.surface;
  return { flagged: result?.flagged === null ? null : Array.from(result?.flagged ?? []).filter((one) => one === 1).length, sheets: result?.isosurfaces.map((one) => one.result.mesh.sheet.length) ?? [] };
});

describe("the scene", () => {
  test("holds surfaces of equal value, several at once, and refuses a level that is nowhere", async ({ open }) => {
    const { page } = await open("");
    await openOptions(page);
    const level = page.getByLabel("Level of g in %");
    for (const value of ["5", "12.5"]) {
      await level.fill(value);
      await level.press("Enter");
      await page.getByText(`g = ${value} % a year`).waitFor();
    }
    await expect.poll(async () => (await drawn(page)).sheets.filter((count) => count > 0).length).toBe(2);
    await level.fill("5000");
    await page.getByRole("button", { name: "Add the surface" }).click();
    await page.getByRole("alert").filter({ hasText: "Found “5000”; in this box the quantity runs from about" }).waitFor();
    await page.getByRole("button", { name: "Remove g = 5 % a year" }).click();
    await expect.poll(async () => (await drawn(page)).sheets.length).toBe(1);
    await page.getByLabel("Quantity").selectOption("threshold");
    await page.getByLabel("Level of Θ").fill("1");
    await page.getByLabel("Level of Θ").press("Enter");
    await page.locator("tau-isosurfaces").getByText("Θ = 1").first().waitFor();
  });

  test("is cut by slices that are moved by a slider, by keys and by dragging", async ({ open }) => {
    const { page } = await open("#v1:slices=0.5,,");
    const handle = page.getByRole("slider", { name: "Slice across α", exact: true });
    await handle.waitFor();
    const value = async () => Number(await handle.getAttribute("aria-valuenow"));
    await handle.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(value).toBe(51);
    await page.keyboard.press("PageDown");
    await expect.poll(value).toBe(41);
    await page.locator("canvas").scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (box === null) throw new Error("the handle is not on the screen");
    await page.mouse.move(box.x + 14, box.y + 14);
    await page.mouse.down();
    await page.mouse.move(box.x + 114, box.y + 34, { steps: 4 });
    await page.mouse.up();
    expect(await value()).toBeGreaterThan(50);
    await openOptions(page);
    expect(Number(await page.getByRole("slider", { name: "Place of the slice across α" }).inputValue())).toBeGreaterThan(100);
    await page.getByRole("checkbox", { name: "Across ω" }).check();
    await page.getByRole("slider", { name: "Slice across ω", exact: true }).waitFor();
  });

  test("is held against the formula: a surface of 64³ points lies within a percent of it", async ({ open }) => {
    const { page } = await open("");
    await openOptions(page);
    await page.getByRole("checkbox", { name: "Exact surface" }).check();
    await page.getByRole("checkbox", { name: "Valley line" }).check();
    const status = page.getByRole("status").filter({ hasText: "The drawn surface lies at most" });
    await status.waitFor();
    const [largest, mean] = ((await status.textContent())?.match(/[\d.]+(?= %)/g) ?? []).map(Number);
    expect(largest).toBeLessThan(5);
    expect(mean).toBeLessThan(0.5);
    expect(mean).toBeGreaterThan(0);
    await page.getByText("Choose the axes and their ranges").click();
    await page.getByLabel("Upwards").selectOption("sigma");
    await expect.poll(() => page.getByRole("checkbox", { name: "Exact surface" }).isDisabled()).toBe(true);
  });

  test("marks what is selected on the map, impossible economies, a pinned point, and one that is not feasible", async ({ open }) => {
    // Small, for every picture is drawn in software.
    const { page } = await open("#v1:resolution=32&panel=map&mapAxes=alpha,beta&brush=alpha:0.2:0.5,beta:0.1:0.3", { width: 800, height: 600 });
    await waitUntilComputed(page);
    const picture = page.locator("canvas");
    const pixels = () => page.evaluate(() => {
      const view = document.querySelector("tau-explore-page")?.shadowRoot?.querySelector("tau-region-view") as { scene?: RegionScene } | null;
      return view?.scene?.picture(0.5, "light").canvas.toDataURL() ?? "";
    });
    const end = page.getByRole("tabpanel", { name: "Map" }).getByRole("button", { name: "End the selection" });
    await end.waitFor();
    await expect.poll(() => page.locator("tau-region-view .overlay").textContent()).toContain("ω");
    const outlined = await pixels();
    expect(outlined).toMatch(/^data:image\/png/);
    // Nothing else in the picture follows the selection.
    await end.click();
    await expect.poll(async () => (await pixels()) === outlined).toBe(false);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await pixels()) === outlined).toBe(true);

    await openOptions(page);
    expect((await drawn(page)).flagged).toBeNull();
    await page.getByLabel("Impossible economies").selectOption("hatched");
    await expect.poll(async () => (await drawn(page)).flagged ?? 0).toBeGreaterThan(100);

    const labels = page.locator("tau-region-view .overlay");
    await page.getByRole("button", { name: "Pin this point", exact: true }).click();
    await labels.getByText("pinned", { exact: true }).waitFor();
    await expect.poll(() => picture.getAttribute("aria-label")).toContain("A diamond marks the pinned point.");
    await page.evaluate(() => { location.hash = "#v1:resolution=32&alpha=0.7&beta=0.5"; });
    await labels.getByText("not feasible").waitFor();
    await expect.poll(() => picture.getAttribute("aria-label")).toContain("The present point is not feasible and is hatched.");
  });

  test("says what is under the pointer, and a click pins it", async ({ open }) => {
    const { page } = await open("");
    await page.getByText("Colour of the surface: Steady-state growth").waitFor();
    await expect.poll(() => page.locator("tau-scene-legend .number").first().textContent()).toContain("%");
    await page.locator("canvas").scrollIntoViewIfNeeded();
    const box = await page.locator("canvas").boundingBox();
    if (box === null) throw new Error("there is no canvas");
    await page.mouse.move(box.x + box.width * 0.42, box.y + box.height * 0.5);
    const label = page.locator("tau-hover-label .label");
    await label.waitFor();
    expect(await label.textContent()).toMatch(/α 0\.\d+ · β 0\.\d+ · ω [\d.]+\s+Steady-state growth [\d.]+ % a year/);
    const alpha = (await label.textContent())?.match(/α (0\.\d+)/)?.[1];
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(async () => Number(await page.getByRole("textbox", { name: "Elasticity of ordinary capital" }).inputValue())).toBeCloseTo(Number(alpha), 2);
  });

  test("is open to assistive technology with all that can be drawn, in Chinese", async ({ open }) => {
    const { page } = await open("#v1:resolution=32&slices=0.5,0.5,0.5&surfaces=growth:0.05&overlays=exact,valley&flags=hidden&projection=orthographic", { language: "zh", theme: "dark" });
    await page.locator("tau-scene-options summary").click();
    await page.getByRole("slider", { name: /ω/ }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
