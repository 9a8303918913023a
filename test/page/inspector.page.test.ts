import { describe, expect } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { test } from "../support/open-page.ts";
import { savedFile } from "../support/saved-file.ts";

describe("what would turn the sign", () => {
  test("names the turn of each parameter, and takes the point there", async ({ open }) => {
    const { page } = await open("", { scene: false });
    const turns = page.getByRole("region", { name: "What would turn the sign" });
    await turns.getByRole("button", { name: /^Set ω to .*, where the sign turns$/ }).click();
    await expect.poll(() => page.locator("tau-verdict .verdict").innerText()).toContain("boundary");
    await turns.getByText("turns here").first().waitFor();
    await turns.getByText("Alone, these never turn it: τ, r, σ, δ, ρ, η").waitFor();
    expect(await turns.getByRole("button", { name: "Go there" }).count()).toBe(0);
  });

  test("takes the point to the nearest boundary, in equilibrium and in Chinese too", async ({ open }) => {
    const { page } = await open("#v1:prices=equilibrium", { scene: false, language: "zh" });
    const turns = page.getByRole("region", { name: "怎样才会变号" });
    await turns.getByText("边界上最近的点为 α =").waitFor();
    await turns.getByRole("button", { name: "移到该点" }).click();
    await expect.poll(() => page.locator("tau-verdict .verdict").innerText()).toContain("边界");
  });

  test("follows the point, and is silent where nothing is feasible", async ({ open }) => {
    const { page } = await open("#v1:alpha=0.35&beta=0.4", { scene: false });
    const turns = page.getByRole("region", { name: "What would turn the sign" });
    await turns.getByRole("button", { name: /^Set β to / }).first().waitFor();
    const field = page.getByRole("textbox", { name: "Elasticity of compute capital" }).first();
    await field.fill("0.6");
    await field.press("Enter");
    await expect.poll(() => page.locator("tau-turns").innerText()).toBe("");
    expect(await axeFindings(page, { within: "tau-explore-page" })).toEqual([]);
  });
});

describe("the inspector", () => {
  test("shows a quantity's arithmetic with the numbers put in, beside that of a pinned point, and copies it", async ({ open }) => {
    const { page } = await open("", {
      scene: false,
      prepare: () => Object.defineProperty(navigator, "clipboard", { value: { writeText: (text: string) => { document.title = text; return Promise.resolve(); } } }),
    });
    const values = page.getByRole("region", { name: "Values at this point" });
    const share = values.locator("details[data-quantity=computeShare]");
    await share.locator("summary").click();
    await expect.poll(() => share.locator("math").allTextContents()).toEqual(["χ=1−α−β", "=1−0.35−0.25", "=0.4", "D=β+χ2", "=0.25+0.42", "=0.41"]);
    await share.getByRole("button", { name: "Copy the arithmetic" }).click();
    await expect.poll(() => page.title()).toContain("D = β + χ^2 = 0.25 + 0.4^2 = 0.41");
    await values.getByRole("button", { name: "Pin this point", exact: true }).click();
    const field = page.getByRole("textbox", { name: "Elasticity of compute capital" });
    await field.fill("0.35");
    await field.press("Enter");
    await share.getByText("pinned: 0.41").waitFor();
    await share.getByText("difference: +0.03").waitFor();
    await expect.poll(() => share.locator("math").last().textContent()).toBe("=0.41");
    await expect.poll(() => new URL(page.url()).hash).toMatch(/[:&]pin=alpha:0\.35(&|$)/);
    const bar = await savedFile(page, page.getByRole("button", { name: "Save as CSV: Who earns output" }));
    expect(bar.name).toBe("factor-shares.csv");
    expect(bar.content).toMatch(/^formula,who earns it,share of output\nα,Ordinary capital K,0\.35\nβ,[^\n]*,0\.35\n/);
    const picture = await savedFile(page, page.getByRole("button", { name: "Save as SVG: Who earns output" }));
    for (const part of ["<title id=\"title\">Who earns output</title>", "β = 35 %"]) expect(picture.content).toContain(part);
    await values.getByRole("button", { name: "Go to the pinned point" }).click();
    await expect.poll(() => field.inputValue()).toBe("0.25");
    expect(await axeFindings(page, { within: "tau-explore-page" })).toEqual([]);
  });

  test("says in sentences with numbers what is impossible, and why", async ({ open }) => {
    const { page } = await open("#v1:sigma=0.5&wr=9", { scene: false });
    const verdict = page.locator("tau-verdict");
    await verdict.getByText(/^The saving rate implied is [\d.]+, above 1: growth of/).waitFor();
    await verdict.getByText(/^Lifetime utility is not finite: ρ\+\(σ−1\)g = 0\.04 \+ \(−0\.5\) × /).waitFor();
    await page.evaluate(() => { location.hash = "#v1:alpha=0.7&beta=0.5"; });
    await verdict.getByText("α+β = 0.7 + 0.5 = 1.2 leaves nothing for compute services: χ = 1−α−β = −0.2, and χ must be positive.").waitFor();
  });
});
