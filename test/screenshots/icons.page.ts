/** `npm run screenshots`: the icons of the installed page, from its favicon. */
import { readFile, writeFile } from "node:fs/promises";
import { test } from "../support/open-page.ts";

const PUBLIC = new URL("../../public/", import.meta.url);
/** A mask may cut off all but the middle four fifths. */
const SAFE_SHARE = 0.8;

const ICONS = [
  { name: "icon-192", size: 192, isMaskable: false },
  { name: "icon-512", size: 512, isMaskable: false },
  { name: "icon-maskable-512", size: 512, isMaskable: true },
] as const;

for (const { name, size, isMaskable } of ICONS) {
  test(name, async ({ browsers }) => {
    const page = await browsers.plain.newPage({ viewport: { width: size, height: size } });
    const svg = await readFile(new URL("favicon.svg", PUBLIC), "utf8");
    await page.setContent(`<body style="margin:0">${svg}</body>`);
    await page.evaluate(([whole, share]) => {
      const picture = document.querySelector("svg");
      const ground = picture?.querySelector("rect");
      if (picture == null || ground == null) throw new Error("favicon.svg has no ground.");
      picture.setAttribute("width", String(whole));
      if (share === 1) return;
      const side = 32 / share;
      picture.setAttribute("viewBox", `${(32 - side) / 2} ${(32 - side) / 2} ${side} ${side}`);
      for (const [attribute, value] of [["x", -32], ["y", -32], ["width", 96], ["height", 96], ["rx", 0]] as const) ground.setAttribute(attribute, String(value));
    }, [size, isMaskable ? SAFE_SHARE : 1] as const);
    await writeFile(new URL(`icons/${name}.png`, PUBLIC), await page.screenshot({ omitBackground: true }));
    await page.close();
  });
}
