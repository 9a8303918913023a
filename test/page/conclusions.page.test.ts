import { describe, expect } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { test } from "../support/open-page.ts";

describe("the report's conclusions", () => {
  test("are gone through one by one: where each holds, turns, by how much, and over the region", async ({ open }) => {
    const { page } = await open("#v1:panel=conclusions&resolution=32", { scene: false });
    const panel = page.getByRole("tabpanel", { name: "The report's conclusions" });
    await panel.getByText("On the balanced path output grows by 5.63 % a year, every year.").waitFor();
    await panel.getByRole("img", { name: /^Falling marginal products/ }).waitFor();
    await panel.getByRole("button", { name: /A larger share raises growth/ }).click();
    await panel.getByText("ω = 1.5 is above Θ = 1.171").waitFor();
    await page.getByRole("radio", { name: "Equilibrium" }).check({ force: true });
    await panel.getByText("It reverses beyond τ = 1−α = 0.65, 0.35 above the present share").waitFor();
    await page.getByRole("radio", { name: "Given" }).check({ force: true });

    await panel.getByRole("button", { name: /Advanced regions pull ahead/ }).click();
    await panel.getByRole("row", { name: /∂g\/∂τ·Δτ/ }).getByText("0.385 points a year").waitFor();
    const region = panel.getByRole("textbox", { name: "τ of region A" });
    await region.fill("1.2");
    await region.press("Enter");
    await panel.getByRole("alert").getByText("Found “1.2”; allowed").waitFor();
    await region.fill("0.8");
    await region.press("Enter");
    await panel.getByRole("row", { name: "Gap in growth, A less B 1.15 points a year" }).waitFor();
    await expect.poll(() => new URL(page.url()).hash).toContain("conclusion=pull-ahead&regions=0.8,0.2");

    await panel.getByRole("button", { name: /Two industries/ }).click();
    await panel.getByText("χ² = 0.16 is below β = 0.25").waitFor();
    await panel.getByRole("button", { name: "Show it in the scene" }).click();
    await panel.getByRole("status").getByText("The scene shows the surface γ = ½").waitFor();
    await expect.poll(() => new URL(page.url()).hash).toContain("surfaces=serviceSplit:0.5");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect.poll(() => new URL(page.url()).hash).not.toContain("surfaces=");
    expect(await panel.getByText("The scene shows the surface").count()).toBe(0);
    expect(await axeFindings(page, { within: "tau-explore-page" })).toEqual([]);
  });
});
