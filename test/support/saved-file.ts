import { text } from "node:stream/consumers";
import type { Locator, Page } from "playwright-core";

/** The file that a click hands to the reader. */
export async function savedFile(page: Page, button: Locator): Promise<{ readonly name: string; readonly content: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), content: await text(await download.createReadStream()) };
}
