/** `npm run screenshots`: the picture of the benchmark, measured while it is taken. */
import { mkdir } from "node:fs/promises";
import { test } from "../support/open-page.ts";

const FOLDER = new URL("../../docs/images/", import.meta.url);

test("benchmark-light", async ({ open }) => {
  const { page } = await open("benchmark.html", { width: 1280, height: 1100 });
  const webgpu = page.getByRole("checkbox", { name: "webgpu" });
  await webgpu.waitFor();
  // A software renderer would be the only thing that this picture shows.
  await page.locator("tau-bench-settings button.primary:enabled").waitFor();
  if (await webgpu.isEnabled()) await webgpu.uncheck();
  await page.getByRole("button", { name: "Run the benchmark" }).click();
  await page.locator("tau-bar-chart svg").first().waitFor();
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: new URL("benchmark-light.png", FOLDER).pathname });
});
