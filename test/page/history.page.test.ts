import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { test } from "../support/open-page.ts";

const alpha = (page: Page) => page.getByRole("textbox", { name: "Elasticity of ordinary capital" }).first();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe("undo and redo", () => {
  test("take changes back and do them again, by button and by key", async ({ open }) => {
    const { page } = await open("", { scene: false });
    expect(await button(page, "Undo").isDisabled()).toBe(true);
    await alpha(page).fill("0.5");
    await alpha(page).press("Enter");
    await page.getByRole("radio", { name: "Planner" }).check({ force: true });
    await button(page, "Undo").click();
    await expect.poll(() => page.getByRole("radio", { name: "Report" }).isChecked()).toBe(true);
    await page.keyboard.press("Control+z");
    await expect.poll(() => alpha(page).inputValue()).toBe("0.35");
    await expect.poll(() => button(page, "Undo").isDisabled()).toBe(true);
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(() => alpha(page).inputValue()).toBe("0.5");
    await button(page, "Redo").click();
    await expect.poll(() => page.getByRole("radio", { name: "Planner" }).isChecked()).toBe(true);
    await expect.poll(() => button(page, "Redo").isDisabled()).toBe(true);
  });

  test("take a whole drag back at once", async ({ open }) => {
    const { page } = await open("", { scene: false });
    const slider = page.getByRole("slider", { name: "Relative rental price of compute" }).first();
    const before = await slider.inputValue();
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    if (box === null) throw new Error("the slider has no box");
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
    await page.mouse.down();
    for (let k = 1; k <= 5; k++) {
      const value = await slider.inputValue();
      await page.mouse.move(box.x + box.width * (0.6 + k * 0.05), box.y + box.height / 2);
      await expect.poll(() => slider.inputValue()).not.toBe(value);
    }
    await page.mouse.up();
    await page.keyboard.press("Control+z");
    await expect.poll(() => slider.inputValue()).toBe(before);

    // The browser did not say that the pointer was lifted: what keys change then, with a rest between, is no drag.
    await page.evaluate(() => dispatchEvent(new PointerEvent("pointerdown")));
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => slider.inputValue()).not.toBe(before);
    const once = await slider.inputValue();
    await page.waitForFunction(() => !(document.querySelector("tau-explore-page") as unknown as { explorer: { isMoving: boolean } }).explorer.isMoving);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => slider.inputValue()).not.toBe(once);
    await page.keyboard.press("Control+z");
    await expect.poll(() => slider.inputValue()).toBe(once);
  });

  test("leave a field's own undo alone", async ({ open }) => {
    const { page } = await open("", { scene: false });
    await page.getByRole("radio", { name: "Planner" }).check({ force: true });
    await alpha(page).fill("0.4");
    await page.keyboard.press("Control+z");
    expect(await page.getByRole("radio", { name: "Planner" }).isChecked()).toBe(true);
  });
});

describe("the list of keys", () => {
  test("opens with ?, closes with Escape, and axe finds nothing in it, in Chinese", async ({ open }) => {
    const { page } = await open("", { scene: false, language: "zh" });
    const title = "快捷键";
    await page.getByRole("button", { name: title }).waitFor();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: title });
    await dialog.waitFor();
    expect(await dialog.getByRole("term").count()).toBeGreaterThan(8);
    expect(await axeFindings(page, { within: ["tau-explore-page", "tau-shortcuts"] })).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: title }).click();
    await dialog.waitFor();
  });
});
