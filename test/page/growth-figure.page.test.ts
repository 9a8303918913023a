import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "../support/open-page.ts";
import { savedFile } from "../support/saved-file.ts";

const figure = (page: Page) => page.getByRole("tabpanel", { name: "Growth over τ" });
const plot = (page: Page) => figure(page).getByRole("img", { name: /Figure 7/ });

describe("Figure 7", () => {
  test("draws six curves, says what the line does, and has its numbers in a table", async ({ open }) => {
    const { page } = await open("", { scene: false });
    await plot(page).waitFor();
    expect(await plot(page).locator(".curve path").count()).toBe(6);
    await figure(page).getByText("At given prices growth rises with τ in a straight line, because ω is above Θ (rule: Report).").waitFor();
    expect(await figure(page).getByRole("row", { name: /^Report/ }).innerText()).toContain("5.63 %");
    await page.getByRole("textbox", { name: "Relative rental price of compute" }).first().fill("1");
    await page.keyboard.press("Enter");
    await figure(page).getByText("At given prices growth falls with τ").waitFor();
    await page.getByRole("radio", { name: "Equilibrium" }).check({ force: true });
    await figure(page).getByText("it rises with τ up to τ* = 1−α = 0.65").waitFor();
  });

  test("reads the curves under the pointer, and a click sets τ", async ({ open }) => {
    const { page } = await open("", { scene: false });
    const box = await plot(page).boundingBox();
    if (box === null) throw new Error("no figure");
    await plot(page).hover({ position: { x: box.width * 0.7, y: box.height / 2 } });
    const caption = figure(page).locator("caption");
    await expect.poll(() => caption.innerText()).not.toBe("Growth a year at τ = 0.3");
    const pointed = (await caption.innerText()).replace(/.*= /, "");
    await plot(page).click({ position: { x: box.width * 0.7, y: box.height / 2 } });
    await expect.poll(() => page.getByRole("textbox", { name: "Share of investment in compute" }).first().inputValue()).toBe(pointed);
    const handle = figure(page).getByRole("slider", { name: /^τ at which the curves are read/ });
    await handle.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => caption.innerText()).toBe("Growth a year at τ = 0.12");
    expect(await handle.getAttribute("aria-valuetext")).toMatch(/^τ = 0.12: growth 5\.\d+ % a year$/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("textbox", { name: "Share of investment in compute" }).first().inputValue()).toBe("0.12");
  });

  test("is saved as a picture that stands alone, and as numbers", async ({ open }) => {
    const { page } = await open("", { scene: false, theme: "dark" });
    await plot(page).waitFor();
    const picture = await savedFile(page, figure(page).getByRole("button", { name: /^Save as SVG/ }));
    expect(picture.name).toBe("growth-over-tau.svg");
    expect(picture.content).not.toMatch(/var\(| (?:class|style)=|<!--/);
    const read = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const strokes = [...root.querySelectorAll("[stroke]")].map((one) => one.getAttribute("stroke"));
      return { name: root.localName, title: root.querySelector("title")?.textContent, description: root.querySelector("desc")?.textContent, strokes, text: root.textContent };
    }, picture.content);
    expect(read).toMatchObject({ name: "svg", title: "Growth over the compute share (Figure 7 of the report)" });
    expect(read.description).toContain("growth rises with τ");
    expect(read.strokes).toContain("rgb(142, 197, 255)");
    expect(read.text).toContain("τ now: 0.3");
    const numbers = await savedFile(page, figure(page).getByRole("button", { name: /^Save as CSV/ }));
    expect(numbers.name).toBe("growth-over-tau.csv");
    expect(numbers.content.split("\n")[0]).toContain("rule: Report, prices: Given");
    expect(numbers.content.trim().split("\n").length).toBe(102);
  });

  test("fits a phone, and says so where there is nothing to draw", async ({ open }) => {
    const { page } = await open("", { scene: false, width: 360, height: 740 });
    await plot(page).waitFor();
    const box = await plot(page).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.evaluate(() => { location.hash = "#v1:alpha=0.7&beta=0.5"; });
    await figure(page).getByText("No τ is feasible with these parameters").waitFor();
  });
});
