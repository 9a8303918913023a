/** `npm run screenshots:all`: every page in both themes, both languages and three widths, into build/screenshots. */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { PANELS } from "../../src/state/panels.ts";
import { test } from "../support/open-page.ts";
import { explorePanel, SITE_PICTURES } from "./site-pages.ts";

const FOLDER = new URL("../../build/screenshots/", import.meta.url);
const BUILT = new URL("../../dist/page/", import.meta.url);
const SIZES = [[360, 740], [1280, 860], [2560, 1440]] as const;

for (const { name, file, address, ready } of [...SITE_PICTURES, ...PANELS.map(explorePanel)]) {
  for (const theme of ["light", "dark"] as const) {
    for (const language of ["en", "zh"] as const) {
      for (const [width, height] of SIZES) {
        const title = `${name}-${theme}-${language}-${width}`;
        test.skipIf(!existsSync(new URL(file, BUILT)))(title, async ({ open }) => {
          const { page } = await open(address, { theme, language, width, height });
          await ready(page);
          await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
          await mkdir(FOLDER, { recursive: true });
          await page.screenshot({ path: new URL(`${title}.png`, FOLDER).pathname, fullPage: true });
        });
      }
    }
  }
}
