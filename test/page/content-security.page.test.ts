import { test } from "../support/open-page.ts";

/** No inline script, no eval, nothing from elsewhere; WebAssembly alone may be compiled. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; img-src 'self' data: blob:";

// `open` fails the test on a violation, which the browser reports as an error.
test("the page draws under a strict content security policy", async ({ open }) => {
  const { page } = await open("", { headers: { "Content-Security-Policy": POLICY } });
  await page.locator("canvas").first().waitFor();
});
