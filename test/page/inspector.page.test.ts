import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect } from "vitest";
import { test } from "../support/open-page.ts";

describe("what would turn the sign", () => {
  test("names the turn of each parameter, and takes the point there", async ({ open }) => {
    const { page } = await open("");
    const turns = page.getByRole("region", { name: "What would turn the sign" });
    await turns.getByRole("button", { name: /^Set ω to .*, where the sign turns$/ }).click();
    await expect.poll(() => page.locator("tau-verdict .verdict").innerText()).toContain("boundary");
    await turns.getByText("turns here").first().waitFor();
    await turns.getByText("Alone, these never turn it: τ, r, σ, δ, ρ, η").waitFor();
    expect(await turns.getByRole("button", { name: "Go there" }).count()).toBe(0);
  });

  test("takes the point to the nearest boundary, in equilibrium and in Chinese too", async ({ open }) => {
    const { page } = await open("#v1:prices=equilibrium", { language: "zh" });
    const turns = page.getByRole("region", { name: "怎样才会改变符号" });
    await turns.getByText("边界上最近的点为 α =").waitFor();
    await turns.getByRole("button", { name: "移到该点" }).click();
    await expect.poll(() => page.locator("tau-verdict .verdict").innerText()).toContain("边界");
  });

  test("follows the point, and is silent where nothing is feasible", async ({ open }) => {
    const { page } = await open("#v1:alpha=0.35&beta=0.4");
    const turns = page.getByRole("region", { name: "What would turn the sign" });
    await turns.getByRole("button", { name: /^Set β to / }).first().waitFor();
    const field = page.getByRole("textbox", { name: "Elasticity of compute capital" }).first();
    await field.fill("0.6");
    await field.press("Enter");
    await expect.poll(() => page.locator("tau-turns").innerText()).toBe("");
    expect((await new AxeBuilder({ page }).include("tau-explore-page").analyze()).violations).toEqual([]);
  });
});
