/** `npm run screenshots`: the pictures of README.md and docs, from the built page. */
import { mkdir } from "node:fs/promises";
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
    await page.waitForFunction(() => {
      const { explorer } = document.querySelector("tau-explore-page") as unknown as { explorer: { surface: { result: unknown } } };
      return explorer.surface.result !== null;
    });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await mkdir(FOLDER, { recursive: true });
    await page.screenshot({ path: new URL(`${name}.png`, FOLDER).pathname });
  });
}
