import { describe, expect } from "vitest";
import { test } from "../support/open-page.ts";

describe("axes of the scene", () => {
  test("are any parameters, change places, and are in the link", async ({ open }) => {
    const { page } = await open("");
    await page.getByText("Choose the axes and their ranges").click();
    await page.getByLabel("Upwards").selectOption("sigma");
    await page.getByRole("img", { name: /over α, β and σ, 64 × 64 × 64 points/ }).waitFor();
    await page.getByLabel("To the right").selectOption("tau");
    await expect.poll(() => page.getByLabel("Fourth").inputValue()).toBe("alpha");
    await page.getByRole("heading", { name: "Fourth axis: α" }).waitFor();
    await page.getByText("Surface: where the sign turns").waitFor();
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.url()).toContain("axes=tau,beta,sigma,alpha");
    await page.reload();
    await page.getByRole("img", { name: /over τ, β and σ/ }).waitFor();
    await page.getByText("Choose the axes and their ranges").click();
    await page.getByRole("button", { name: "Usual axes" }).click();
    await page.getByRole("img", { name: /over α, β and ω/ }).waitFor();
  });

  test("have ranges that can be changed, and refuse an empty one beside the control", async ({ open }) => {
    const { page } = await open("", { scene: false });
    await page.getByText("Choose the axes and their ranges").click();
    const range = page.locator("tau-axes").getByRole("group", { name: "Range of ω" });
    await range.getByLabel("from").fill("1");
    await range.getByLabel("from").press("Enter");
    await range.getByLabel("to").fill("0.5");
    await range.getByLabel("to").press("Enter");
    const alert = page.locator("tau-axes").getByRole("alert").filter({ hasText: "found 0.5 with min 1" });
    await alert.waitFor();
    expect(await range.getByLabel("to").getAttribute("aria-invalid")).toBe("true");
    await range.getByLabel("to").fill("4");
    await range.getByLabel("to").press("Enter");
    await alert.waitFor({ state: "detached" });
    await expect.poll(() => page.getByLabel("Spec of the sweep").textContent()).toContain('"max": 4');
    await range.getByRole("button", { name: "Usual range" }).click();
    await expect.poll(() => range.getByLabel("to").inputValue()).toBe("10");
  });
});

describe("the fourth axis", () => {
  test("plays, the surface with it, until it is paused; one undo takes all of it back", async ({ open }) => {
    const { page } = await open("#v1:prices=equilibrium&axes=alpha,beta,A,tau");
    const tau = page.locator("tau-axes").getByRole("slider", { name: /Share of investment/ });
    const before = await tau.inputValue();
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(async () => Number(await tau.inputValue())).toBeGreaterThan(Number(before) + 30);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Play" }).waitFor();
    const frames = () => page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await frames();
    const paused = await tau.inputValue();
    await frames();
    expect(await tau.inputValue()).toBe(paused);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => tau.inputValue()).toBe(before);
  });
});
