import { findBrowser } from "./find-browser.ts";

/** Makes the browser that vitest.config.ts names ready before vitest starts it. */
export default async function setUpBrowser(): Promise<() => Promise<void>> {
  const browser = findBrowser();
  const dispose = () => browser.dispose();
  await browser.prepare().catch(async (error: unknown) => {
    await dispose();
    throw error;
  });
  return dispose;
}
