import { describe, expect } from "vitest";
import { fieldOf, problemOf, swept, verdict } from "../support/explore-places.ts";
import { test } from "../support/open-page.ts";

describe("the controls", () => {
  test("answers a slider at once: verdict, values and link follow α", async ({ open }) => {
    const { page } = await open("", { scene: false });
    await swept(page);
    const slider = page.getByRole("slider", { name: "Elasticity of ordinary capital" });
    await slider.focus();
    for (let k = 0; k < 15; k++) await page.keyboard.press("PageDown");
    await verdict(page).getByText("Here more compute lowers growth.").waitFor();
    expect(Number(await fieldOf(page, "Elasticity of ordinary capital").inputValue())).toBeLessThan(0.3);
    await page.waitForURL(/#v1:alpha=/);
  });

  test("shows in equilibrium why ω is gone, and disables r and ω with the reason", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", { scene: false });
    await page.getByRole("radio", { name: "Equilibrium" }).check({ force: true });
    await page.getByText("In equilibrium ω is an outcome of τ").first().waitFor();
    await expect.poll(() => fieldOf(page, "Relative rental price of compute").isDisabled()).toBe(true);
    await expect.poll(() => page.getByText("An outcome when prices are in equilibrium").count()).toBe(2);
    await page.getByRole("heading", { name: "Fourth axis: A" }).waitFor();
    await swept(page, 32 ** 4);
  });

  test("refuses bad input beside its field, in the page's language, and keeps the last good value", async ({ open }) => {
    const { page } = await open("", { scene: false });
    const field = fieldOf(page, "Relative risk aversion");
    await field.fill("zero");
    await field.press("Enter");
    await page.getByText("Found “zero”; allowed: a number ≥ 2^-64 and ≤ 2^64 (R12 divides by σ). The last value stays.").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await verdict(page).innerText()).toContain("Here more compute raises growth.");
    await field.fill("4");
    await field.press("Enter");
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("false");
  });

  test("leaves what is being typed alone while a sweep reports its progress", async ({ open }) => {
    const { page } = await open("", { scene: false });
    const field = fieldOf(page, "Relative risk aversion");
    await field.fill("7.");
    await swept(page);
    expect(await field.inputValue()).toBe("7.");
  });

  test("refuses an α that leaves nothing to compute services, beside its field and by its slider", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", { scene: false });
    const field = fieldOf(page, "Elasticity of ordinary capital");
    await field.fill("0.75");
    await field.press("Enter");
    await problemOf(page, "alpha").getByText("Found “0.75”; allowed: a number below 0.75, so that α+β stays below 1. The last value stays.").waitFor();
    const slider = page.getByRole("slider", { name: "Elasticity of ordinary capital" });
    await slider.focus();
    await page.keyboard.press("End");
    await expect.poll(() => field.inputValue()).toBe("0.749");
    await expect.poll(() => slider.inputValue()).toBe("699");
    expect(await field.getAttribute("aria-invalid")).toBe("false");
    expect(await verdict(page).innerText()).not.toContain("infeasible");
  });

  test("starts again from the defaults: refused text, selects and all", async ({ open }) => {
    const { page } = await open("", { scene: false });
    const field = fieldOf(page, "Relative risk aversion");
    const resolution = page.getByLabel("Points an axis");
    await resolution.selectOption("32");
    await field.fill("zero");
    await field.press("Enter");
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
    const start = page.getByRole("button", { name: "Start again" });
    await start.click();
    await expect.poll(() => field.inputValue()).toBe("5");
    expect(await field.getAttribute("aria-invalid")).toBe("false");
    expect(await resolution.inputValue()).toBe("64");
    await field.fill("none");
    await field.press("Enter");
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
    await start.click();
    await expect.poll(() => field.inputValue()).toBe("5");
  });

  test("tells a screen reader the verdict once the hand rests, not at every step", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", { scene: false });
    const told = page.getByRole("region", { name: "What it means here" }).getByRole("status");
    await told.getByText("Here more compute raises growth.").waitFor();
    await page.clock.install();
    await page.getByRole("slider", { name: "Elasticity of ordinary capital" }).focus();
    for (let k = 0; k < 15; k++) await page.keyboard.press("PageDown");
    await verdict(page).getByText("Here more compute lowers growth.").waitFor();
    expect(await told.innerText()).toContain("Here more compute raises growth.");
    await page.clock.runFor(1000);
    await told.getByText("Here more compute lowers growth.").waitFor();
  });

  test("works by keyboard alone: every control is reached and the triangle moves", async ({ open }) => {
    const { page } = await open("#v1:resolution=32");
    const triangle = page.getByRole("application");
    await triangle.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => fieldOf(page, "Elasticity of compute capital").inputValue()).toBe("0.26");
    const reached = new Set<string>();
    // From the triangle to the end of the page, and once through it.
    for (let ends = 0; ends < 2;) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement;
        return element === null ? "BODY" : `${element.tagName} ${element.getAttribute("type") ?? ""}`.trim();
      });
      reached.add(at);
      if (at === "BODY") ends++;
    }
    for (const kind of ["INPUT range", "INPUT text", "INPUT radio", "BUTTON", "SELECT", "SUMMARY", "CANVAS"]) expect([...reached]).toContain(kind);
  });
});
