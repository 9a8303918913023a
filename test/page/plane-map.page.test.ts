import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { test } from "../support/open-page.ts";
import { savedFile } from "../support/saved-file.ts";

const panel = (page: Page) => page.getByRole("tabpanel", { name: "Map" });
const pad = (page: Page) => panel(page).getByRole("application");
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true }).first();
const selected = (page: Page) => panel(page).getByText(/^Selected: /);

describe("the map", () => {
  test("is chosen, read, set by a click and brushed by dragging and by numbers, all of which can be undone", async ({ open }) => {
    const { page } = await open("", { scene: false });
    await page.getByRole("tab", { name: "Map" }).click();
    await panel(page).getByText(/^Of the 3,328 feasible points of the map, 1,541 \(46\.3 %\) raise growth\./).waitFor();
    await panel(page).getByLabel("Upwards").selectOption("beta");
    await panel(page).getByRole("heading", { name: "Steady-state growth over α and β" }).waitFor();
    await panel(page).getByLabel("Quantity").selectOption("threshold");
    await panel(page).getByRole("heading", { name: "Threshold of the relative price over α and β" }).waitFor();

    await pad(page).scrollIntoViewIfNeeded();
    const box = await pad(page).boundingBox();
    if (box === null) throw new Error("no map");
    const at = (right: number, down: number) => [box.x + 54 + right * (box.width - 68), box.y + 30 + down * (box.height - 74)] as const;
    await page.mouse.move(...at(0.2, 0.8));
    await panel(page).getByText(/^At α = 0\.2\d+, β = 0\.2\d+: Θ = /).waitFor();
    await page.mouse.click(...at(0.2, 0.8));
    await expect.poll(async () => Number(await field(page, "Elasticity of ordinary capital").inputValue())).toBeCloseTo(0.22, 2);
    await page.mouse.click(...at(0.9, 0.1));
    await panel(page).getByText(/there is no economy/).waitFor();
    expect(Number(await field(page, "Elasticity of ordinary capital").inputValue())).toBeCloseTo(0.22, 2);

    await page.mouse.move(...at(0.1, 0.9));
    await page.mouse.down();
    await page.mouse.move(...at(0.3, 0.7), { steps: 5 });
    await page.mouse.move(...at(0.4, 0.5), { steps: 5 });
    await page.mouse.up();
    await selected(page).waitFor();
    expect(await selected(page).textContent()).toMatch(/^Selected: α from 0\.13\d* to 0\.39\d*, β from 0\.13\d* to 0\.47\d*\. Of its \d+ feasible points/);
    await panel(page).getByText("The scene outlines the selection").waitFor();
    await panel(page).getByLabel("α to").fill("0.01");
    await page.keyboard.press("Enter");
    await panel(page).getByRole("alert").filter({ hasText: "Found “0.01”; allowed: a value of α above 0.1" }).waitFor();
    await panel(page).getByLabel("α to").fill("0.5");
    await page.keyboard.press("Enter");
    await panel(page).getByText(/^Selected: α from 0\.13\d* to 0\.5, β from 0\.13\d* to 0\.47/).waitFor();
    await panel(page).getByRole("button", { name: "End the selection" }).click();
    await expect.poll(() => selected(page).count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await panel(page).getByText(/^Selected: α from 0\.13\d* to 0\.5,/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test("is worked by keys, opens from a link on a phone, and is saved with its hatching", async ({ open }) => {
    const { page } = await open("#v1:panel=map&mapAxes=alpha,beta&map=growthSlope&brush=alpha:0.2:0.5,beta:0.1:0.3&slices=0.5,,", { scene: false, width: 360, height: 740, language: "zh", theme: "dark" });
    const map = page.getByRole("tabpanel", { name: "平面图" });
    await map.getByText("选区：α 从 0.2 到 0.5、β 从 0.1 到 0.3").waitFor();
    expect(await map.locator(".slice line").count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const keys = map.getByRole("application");
    await keys.focus();
    await page.keyboard.press("Escape");
    await map.getByText(/^图中 [\d,]+ 个可行点/).waitFor();
    await page.keyboard.press("ArrowRight");
    await map.getByText(/^α = 0\.3585、β = 0\.25 处/).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => field(page, "普通资本的产出弹性").inputValue()).toBe("0.3585");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowUp");
    await map.getByText("选区：α 从 0.3585 到 0.367、β 从 0.25 到 0.2585").waitFor();
    const { name, content } = await savedFile(page, map.getByRole("button", { name: /^另存为 SVG/ }));
    expect(name).toBe("map.svg");
    const read = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const [pattern, hatched] = [root.querySelector("pattern"), root.querySelector('[fill^="url("]')];
      return { pattern: pattern?.id, hatched: hatched?.getAttribute("fill"), line: pattern?.firstElementChild?.getAttribute("stroke"), pictures: root.querySelectorAll("svg").length };
    }, content);
    expect(read).toEqual({ pattern: "hatch", hatched: expect.stringContaining("#hatch") as string, line: "rgb(84, 93, 101)", pictures: 2 });
  });
});
