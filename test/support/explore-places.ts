import type { Locator, Page } from "playwright-core";

/** Where things are on the explorer's page, by what they are to a reader. */
export const fact = (page: Page, id: string): Locator => page.locator(`[data-fact="${id}"]`);
export const countOf = async (page: Page, id: string): Promise<number> => Number((await fact(page, id).innerText()).replaceAll(",", ""));
export const fieldOf = (page: Page, label: string): Locator => page.getByRole("textbox", { name: label }).first();
export const verdict = (page: Page): Locator => page.locator("tau-verdict .verdict");
export const problemOf = (page: Page, name: string): Locator => page.locator(`[data-parameter="${name}"]`).getByRole("alert");
export const scene = (page: Page): Locator => page.locator("canvas");

/** Waits until the sweep of the whole grid has `points` points and is complete. */
export async function swept(page: Page, points = 16_777_216): Promise<void> {
  await fact(page, "points").filter({ hasText: points.toLocaleString("en-GB") }).waitFor();
  await page.getByRole("progressbar").waitFor({ state: "detached" });
}
