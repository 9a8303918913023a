import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { test } from "../support/open-page.ts";
import { textSpacingFaults } from "../support/text-spacing.ts";

/** Axe walks some hundred formulas, each in a shadow root of its own. */
const AXE_OVER_FORMULAS_MS = 120_000;

/** Axe in each language and each theme once, by the page's own buttons. */
async function expectAccessible(page: Page, without: readonly string[] = []): Promise<void> {
  expect(await axeFindings(page, { without }), "light, en").toEqual([]);
  await page.getByRole("button", { name: "Dark" }).click();
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("button", { name: "浅色" }).waitFor();
  expect(await axeFindings(page, { without }), "dark, zh").toEqual([]);
}

const focusedId = (page: Page) => page.evaluate(() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement != null) focused = focused.shadowRoot.activeElement;
  return focused?.id ?? "";
});

test("the explorer's tooltips lead to their equation on the model page, which every link of it reaches", async ({ open }) => {
  const { page } = await open("#v1:resolution=32", { scene: false });
  await page.getByText("What τ means").click();
  await page.locator("tau-parameter").filter({ hasText: "What τ means" }).getByRole("link", { name: "R7" }).click();
  await page.getByRole("heading", { level: 1, name: /The model/ }).waitFor();
  await expect.poll(() => focusedId(page)).toBe("R7");
  await expect.poll(async () => Math.abs((await page.locator("#R7").boundingBox())?.y ?? 1e9)).toBeLessThan(40);
  expect(await page.title()).toBe("The model – Tauscape");

  // Every formula was typeset, and every link within the page leads somewhere.
  expect(await page.locator("tau-equation").count()).toBe(34);
  expect(await page.locator("tau-equation math").count()).toBeGreaterThan(100);
  const dangling = await page.evaluate(() => {
    const root = document.querySelector("tau-model-page")?.shadowRoot;
    const roots = [root, ...[...(root?.querySelectorAll("tau-equation") ?? [])].map((equation) => equation.shadowRoot)];
    const links = roots.flatMap((one) => [...(one?.querySelectorAll("a") ?? [])]).filter(({ pathname }) => pathname === location.pathname);
    return links.map(({ hash }) => hash.slice(1)).filter((id) => root?.getElementById(id) == null);
  });
  expect(dangling).toEqual([]);

  const contents = page.getByRole("navigation", { name: "Contents" });
  await contents.getByRole("link", { name: "T15" }).click();
  await expect.poll(() => focusedId(page)).toBe("T15");
  expect((await contents.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.locator("#T6").getByRole("link", { name: "Price-consistent compute share" }).click();
  await expect.poll(() => focusedId(page)).toBe("consistentTau");
  await page.locator("#R9").getByRole("link", { name: "slip 1" }).click();
  await expect.poll(() => focusedId(page)).toBe("slip-1");

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the LaTeX of R12" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("\\frac{1}{\\sigma}");

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await textSpacingFaults(page), "en").toEqual([]);
  // Left out over so many formulas for time; test/design holds the tokens, the only colours here, to it.
  await expectAccessible(page, ["color-contrast"]);
  expect(await page.title()).toBe("模型 – Tauscape");
  expect(await textSpacingFaults(page), "zh").toEqual([]);
}, AXE_OVER_FORMULAS_MS);

test("the evidence page shows the report's figures, and its list of centres can be sorted, filtered and emptied", async ({ open }) => {
  const { page } = await open("evidence.html", { scene: false });
  await page.getByRole("img", { name: /The digital economy/ }).waitFor();
  expect(await page.getByRole("img").count()).toBe(6);
  await page.getByText("The numbers").first().click();
  expect(await page.getByRole("table", { name: /The digital economy/ }).getByRole("row").last().innerText()).toContain("50.2");
  const rates = page.getByRole("table", { name: "Growth rates, printed and recomputed" });
  expect((await rates.getByRole("row", { name: /^Digital industries Figure 2 2015–2022 % a year/ }).innerText()).split("\t").slice(-3, -1)).toEqual(["9.8", "9.74"]);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV: The digital economy" }).click();
  expect((await download).suggestedFilename()).toBe("evidence-economy.csv");

  const centres = page.getByRole("table", { name: "Computing centres" });
  const column = async (k: number) => (await centres.getByRole("row").all()).length > 1
    ? (await centres.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t")[k]) : [];
  const month = centres.getByRole("columnheader", { name: "Month" });
  await month.getByRole("button").focus();
  await page.keyboard.press("Enter");
  expect(await month.getAttribute("aria-sort")).toBe("ascending");
  expect(await column(5)).toEqual([...await column(5)].sort());
  await page.keyboard.press("Enter");
  expect(await month.getAttribute("aria-sort")).toBe("descending");
  expect((await column(5))[0]).toBe("2023-01");

  const status = page.getByRole("status").filter({ hasText: "centres" });
  await page.getByRole("combobox", { name: "Region" }).selectOption({ label: "Northeast" });
  await expect.poll(() => status.innerText()).toBe("3 of 23 centres");
  await page.getByRole("combobox", { name: "Status" }).selectOption({ label: "In operation" });
  await page.getByRole("searchbox", { name: "Words" }).fill("哈尔滨");
  await expect.poll(() => column(2)).toEqual(["Harbin"]);
  await page.getByRole("searchbox", { name: "Words" }).fill("Guangzhou");
  await page.getByText("No centre of the list matches all of this.").waitFor();
  expect(await axeFindings(page, { within: ["tau-evidence-page", "tau-centre-table"] })).toEqual([]);
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect.poll(() => status.innerText()).toBe("23 of 23 centres");

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await textSpacingFaults(page), "en").toEqual([]);
  await expectAccessible(page);
  expect(await page.title()).toBe("数据 – Tauscape");
  expect(await textSpacingFaults(page), "zh").toEqual([]);
  await centres.or(page.getByRole("table", { name: "智算中心" })).first().getByText("黑龙江省").waitFor();
});
