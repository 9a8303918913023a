import { describe, expect } from "vitest";
import { COPY_SHOWN_MS } from "../../src/components/internal/copy-text.ts";
import { fieldOf, swept } from "../support/explore-places.ts";
import { waitUntilComputed } from "../support/explorer-on-page.ts";
import { test } from "../support/open-page.ts";

describe("the page and its link", () => {
  test("copies the link, and says so where the browser refuses", async ({ open }) => {
    const { page } = await open("#v1:rule=planner&resolution=32", { scene: false });
    // While a sweep runs the address follows the state, and would be written over.
    await waitUntilComputed(page);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.clock.install();
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("button", { name: "Link copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toContain("#v1:rule=planner&resolution=32&language=en&theme=light");
    await page.clock.runFor(COPY_SHOWN_MS);
    await page.getByRole("button", { name: "Copy link" }).waitFor();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused in this test"));
    });
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("The browser does not allow copying here.").waitFor();
  });

  test("opens the default with a message for a link that it cannot read, and never takes its text for HTML", async ({ open }) => {
    const { page } = await open("#v1:alpha=1.5&<img src=x onerror=alert(1)>=2", { scene: false });
    await page.getByText("The link could not be read, so the starting point is shown.").waitFor();
    await page.getByText("alpha: found \"1.5\"; allowed: a number ≥ 2^-64 and < 1.").waitFor();
    expect(await page.locator("img").count()).toBe(0);
    expect(await fieldOf(page, "Elasticity of ordinary capital").inputValue()).toBe("0.35");
  });

  test("opens a link as its sender saw it: state, language and theme", async ({ open }) => {
    const { page } = await open("#v1:rule=planner&alpha=0.41&resolution=32&language=zh&theme=dark", { scene: false });
    await page.getByRole("button", { name: "浅色" }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual(["zh-Hans", "dark"]);
    expect(await fieldOf(page, "普通资本的产出弹性").inputValue()).toBe("0.41");
    expect(await page.getByRole("radio", { name: "计划者" }).isChecked()).toBe(true);
    await swept(page, 32 ** 4);
  });

  test("switches language and theme, and remembers both", async ({ open }) => {
    const { page } = await open("", { scene: false });
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { level: 1, name: "增加算力投资，在哪里会提高增长率？" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-Hans");
    await page.getByRole("button", { name: "深色" }).click();
    await page.reload();
    await page.getByRole("button", { name: "浅色" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  });
});
