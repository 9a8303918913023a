import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { test } from "../support/open-page.ts";
import { textSpacingFaults } from "../support/text-spacing.ts";

const COARSE = "#v1:resolution=32";
const accountOf = (page: Page) => page.locator("tau-region-account");

describe("the region in words", () => {
  test("is open to all, follows the spec, and is told once it has changed, not when only the point moves", async ({ open }) => {
    const { page } = await open(COARSE, { scene: false });
    await page.getByText("The region in words").click();
    await accountOf(page).getByText("holds 40.1 % of the feasible points of the grid over α, β, ω, τ: 229,760 of 572,416.").waitFor();
    await accountOf(page).getByText("The present point lies inside the region").waitFor();
    await accountOf(page).getByText(/\(242,412\) of the feasible points the saving rate/).waitFor();
    const told = accountOf(page).getByRole("status");
    expect(await told.textContent()).toBe("");
    await page.getByRole("textbox", { name: "Elasticity of ordinary capital" }).first().fill("0.2");
    await page.keyboard.press("Enter");
    await accountOf(page).getByText("The present point lies outside the region").waitFor();
    expect(await told.textContent()).toBe("");
    await page.getByRole("radio", { name: "Planner" }).check({ force: true });
    await expect.poll(() => told.textContent()).toContain("The region where more compute raises growth holds");
    await accountOf(page).getByText("The threshold Θ", { exact: false }).waitFor();
  });

  test("describes the picture", async ({ open }) => {
    const { page } = await open(COARSE);
    const described = () => page.locator("canvas").evaluate((canvas) => (canvas.getAttribute("aria-describedby") ?? "").split(" ")
      .map((id) => (canvas.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? "").join(" "));
    await expect.poll(described, { timeout: 20_000 }).toContain("229,760 of 572,416");
  });
});

describe("the grid as a table", () => {
  test("is walked by keys, sets the point, steps a third axis, and is in the link", async ({ open }) => {
    const { page } = await open(`${COARSE}&panel=table`, { scene: false });
    const grid = page.getByRole("grid", { name: /Steady-state growth, % a year: by β \(rows\) and α \(columns\), at ω = 1.5 and τ = 0.3/ });
    await grid.waitFor();
    expect(await grid.getByRole("columnheader").count()).toBe(10);
    expect(await grid.getByRole("rowheader").count()).toBe(9);
    const focused = () => grid.locator("td:focus");
    await grid.locator("td[aria-current]").focus();
    await page.keyboard.press("Control+Home");
    expect(await focused().getAttribute("data-at")).toBe("0");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    expect(await focused().getAttribute("data-at")).toBe("17");
    expect(await focused().innerText()).toContain("not feasible");
    await page.keyboard.press("Enter");
    await page.getByText("This cell is infeasible; the present point stays.").waitFor();
    await page.keyboard.press("Home");
    expect(await grid.locator("td[tabindex='0']").count()).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("textbox", { name: "Elasticity of ordinary capital" }).first().inputValue()).toBe("0.05");
    expect(await focused().getAttribute("aria-current")).toBe("true");
    await page.keyboard.press("PageUp");
    await page.getByRole("grid", { name: /at ω = 1.778 and τ = 0.3/ }).waitFor();
    await page.getByLabel("Rows").selectOption({ label: "α · Elasticity of ordinary capital" });
    await page.getByRole("grid", { name: /by α \(rows\) and β \(columns\)/ }).waitFor();
    await page.waitForURL(/table=x,y,growth,9/);
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as CSV", exact: true }).click();
    expect((await saving).suggestedFilename()).toBe("tauscape-table-growth.csv");
  });
});

describe("on a phone", () => {
  test("a panel stands beside the scene, takes the focus, and gives it back with Escape", async ({ open }) => {
    const { page } = await open(`${COARSE}&panel=table`, { width: 360, height: 740, scene: false });
    await page.getByRole("grid").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await textSpacingFaults(page), "en").toEqual([]);
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("button", { name: "参数设定", exact: true }).waitFor();
    expect(await textSpacingFaults(page), "zh").toEqual([]);
    await page.getByRole("button", { name: "English" }).click();
    const button = page.getByRole("button", { name: "What you set" });
    await button.click();
    const [scene, controls] = await Promise.all(["The region in three dimensions", "What you set"].map((name) => page.getByRole("region", { name }).boundingBox()));
    expect([scene?.y, scene?.width]).toEqual([0, 360]);
    expect(Math.round(controls?.y ?? 0)).toBe(Math.round(scene?.height ?? -1));
    const bar = await page.getByRole("navigation", { name: "Panels beside the scene" }).boundingBox();
    expect((controls?.y ?? 0) + (controls?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
    await page.keyboard.press("Tab");
    expect(await page.getByLabel("Points worth seeing").evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
    const isInert = () => page.locator("tau-site-header").evaluate((header) => (header as HTMLElement).inert);
    expect(await isInert()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("false");
    expect(await button.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true);
    expect(await isInert()).toBe(false);
  });
});

describe("axe finds nothing, targets of 24 px included", () => {
  test("in any panel, with every disclosure open, light in English and dark in Chinese; the theme follows the system until one is chosen", async ({ open }) => {
    const { page } = await open(COARSE, { scene: false });
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    const found: string[] = [];
    /** The whole page with the first panel; with others, what differs. */
    const look = async (place: string, panel: number): Promise<void> => {
      const findings = await axeFindings(page, { besides: ["target-size"], ...panel > 0 ? { within: ["tau-explore-page", "tau-drawer"] as const } : {} });
      found.push(...findings.map((finding) => `${place}: ${finding}`));
    };
    for (const [theme, language] of [["light", "en"], ["dark", "zh"]] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
      if (language === "zh") await page.getByRole("button", { name: "中文" }).click();
      await openDisclosures(page);
      const tabs = page.getByRole("tab");
      for (let k = 0; k < await tabs.count(); k++) {
        await tabs.nth(k).click();
        await look(`${theme} ${language} panel ${k}`, k);
      }
    }
    expect(found).toEqual([]);
    await page.getByRole("button", { name: "浅色", exact: true }).click();
    await page.emulateMedia({ colorScheme: "light" });
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("light");
  });
});

/** All of them, in every element. */
const openDisclosures = (page: Page) => page.evaluate(() => {
  const open = (root: ParentNode): void => {
    for (const details of root.querySelectorAll("details")) details.open = true;
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot !== null) open(element.shadowRoot);
  };
  open(document);
});
