/** `npm run screenshots`: the pictures of README.md and docs, from the built page. */
import { mkdir } from "node:fs/promises";
import { waitUntilComputed } from "../support/explorer-on-page.ts";
import { test, type OpenOptions } from "../support/open-page.ts";

const FOLDER = new URL("../../docs/images/", import.meta.url);

interface Picture extends OpenOptions {
  readonly name: string;
  readonly link: string;
}

const PICTURES: readonly Picture[] = [
  { name: "explore-light", link: "", width: 1280, height: 860 },
  { name: "explore-dark-zh", link: "#v1:prices=equilibrium", width: 1280, height: 860, theme: "dark", language: "zh" },
  { name: "explore-phone", link: "", width: 360, height: 740 },
];

for (const { name, link, ...options } of PICTURES) {
  test(name, async ({ open }) => {
    const { page } = await open(link, options);
    await page.locator('[data-fact="points"]').filter({ hasText: "16,777,216" }).waitFor();
    await page.locator("canvas").waitFor();
    await waitUntilComputed(page);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await mkdir(FOLDER, { recursive: true });
    await page.screenshot({ path: new URL(`${name}.png`, FOLDER).pathname });
  });
}
