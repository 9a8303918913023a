import { describe, expect } from "vitest";
import { test } from "../support/open-page.ts";

describe("points worth seeing", () => {
  test("set the point and say why it is worth it; a change makes it one's own, and undo brings it back", async ({ open }) => {
    const { page } = await open("", { scene: false });
    const presets = page.getByRole("combobox", { name: "Points worth seeing" });
    expect(await presets.locator("option:checked").innerText()).toBe("Figure 7: rising");
    await presets.selectOption("Formula and market disagree");
    await page.getByText("These are the prices that clear the market at τ = 0.45").waitFor();
    await expect.poll(() => page.locator("tau-verdict .verdict").innerText()).toContain("raises growth");
    await page.getByRole("radio", { name: "Equilibrium" }).check({ force: true });
    await expect.poll(() => page.locator("tau-verdict .verdict").innerText()).toContain("lowers growth");
    expect(await presets.locator("option:checked").innerText()).toBe("Your own point");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect.poll(() => presets.locator("option:checked").innerText()).toBe("Formula and market disagree");
  });

  test("read well in Chinese", async ({ open }) => {
    const { page } = await open("", { scene: false, language: "zh" });
    await page.getByRole("combobox", { name: "值得一看的点" }).selectOption("谷线");
    await page.getByText("α = 0.3 时，门槛在 β = ½−α = 0.2 处最小").waitFor();
    await expect.poll(() => page.locator("tau-verdict .verdict").innerText()).toContain("边界");
  });
});
