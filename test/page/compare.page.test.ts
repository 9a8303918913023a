import { buffer } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { waitUntilComputed } from "../support/explorer-on-page.ts";
import { test } from "../support/open-page.ts";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const fact = async (page: Page, name: string) => Number(((await page.locator(`tau-compare [data-fact=${name}]`).textContent()) ?? "").replaceAll(",", ""));

/** Saves the picture at its least size: its name, its width, and how many pixels have some colours of the theme. */
async function savedPicture(page: Page): Promise<{ readonly name: string; readonly width: number; readonly colours: Readonly<Record<string, number>> }> {
  await button(page, "Take away").click();
  const dialog = page.getByRole("dialog", { name: "Take away" });
  await dialog.getByLabel("Size").selectOption("1");
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "PNG", exact: true }).click()]);
  await dialog.getByText(/^Saved as/).waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
  const bytes = await buffer(await download.createReadStream());
  const colours = await page.evaluate(async (base64) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))]));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    context?.drawImage(picture, 0, 0);
    const { data = [] } = context?.getImageData(0, 0, picture.width, picture.height) ?? {};
    const counts: Record<string, number> = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = `#${[data[at], data[at + 1], data[at + 2]].map((one) => (one ?? 0).toString(16).padStart(2, "0")).join("")}`;
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return counts;
  }, bytes.toString("base64"));
  return { name: download.suggestedFilename(), width: bytes.readUInt32BE(16), colours };
}

describe("two scenarios", () => {
  test("are compared, counted, swapped, linked and parted", async ({ open }) => {
    const { page } = await open("#v1:resolution=32", { scene: false });
    await button(page, "Compare").click();
    await page.getByText("A and B agree").waitFor();
    const share = page.getByRole("textbox", { name: /Share of investment in compute/ }).first();
    await share.fill("0.5");
    await share.press("Enter");
    await page.getByText("τ differs, but it is an axis of the grid").waitFor();
    await page.getByRole("heading", { name: "The sweep of the whole grid: B, which the controls change" }).waitFor();
    await page.getByText("What it means in B, which the controls change").waitFor();
    await button(page, "Undo").click();
    await page.getByRole("radio", { name: "Planner" }).check({ force: true });
    await page.getByText(/^The sign differs at/).waitFor();
    const [gained, lost] = [await fact(page, "gained"), await fact(page, "lost")];
    expect(gained).toBeGreaterThan(0);
    expect(await fact(page, "positive-b") - await fact(page, "positive-a")).toBe(gained - lost);
    expect(await page.getByRole("row", { name: /Who weighs returns/ }).textContent()).toMatch(/Report\s*Planner/);

    await button(page, "Swap A and B").click();
    await expect.poll(() => fact(page, "lost")).toBe(gained);
    await page.getByRole("radio", { name: "A", exact: true }).check({ force: true });
    await expect.poll(() => page.getByRole("radio", { name: "Planner" }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: "Difference" }).check({ force: true });
    await expect.poll(() => page.url()).toContain("#v1:rule=planner&resolution=32&compare=difference&b.rule=report");
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole("radio", { name: "Equilibrium" }).check({ force: true });
    await page.getByText("A and B span different spaces").waitFor();
    await button(page, "Compare over α, β, τ and σ").click();
    await page.getByText(/^The sign differs at/).waitFor();
    await button(page, "End, go on with A").click();
    await page.locator("tau-compare").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await page.locator("tau-compare").waitFor();
  });

  test("are seen through one camera, which is in the link, under one set of tools and one scale, and taken away", async ({ open }) => {
    const { page } = await open("#v1:resolution=32&compare=beside&b.rule=planner", { width: 800, height: 600 });
    const labels = (side: string) => page.getByRole("region", { name: `Scenario ${side}` }).locator(".overlay").innerText();
    await expect.poll(() => labels("A")).toContain("ω");
    await expect.poll(() => labels("B")).toContain("ω");
    const first = await labels("A");
    expect(await page.getByRole("group", { name: "Views" }).count()).toBe(1);
    expect(await page.getByRole("group", { name: "Colour scale" }).count()).toBe(1);
    await page.getByRole("group", { name: "Views" }).getByRole("button", { name: "Side" }).click();
    await expect.poll(() => page.url()).toContain("&camera=1.5708,0,1");
    await expect.poll(async () => (await labels("A")) === (await labels("B"))).toBe(true);
    expect(await labels("A")).not.toBe(first);
    await button(page, "Reset view").click();
    await expect.poll(() => page.url()).not.toContain("camera");
    await expect.poll(() => labels("B")).toBe(first);

    await page.getByText(/^The sign differs at/).waitFor();
    const width = (await page.locator("canvas").first().boundingBox())?.width ?? NaN;
    const beside = await savedPicture(page);
    expect(beside.name).toContain("-a-and-b@1x");
    expect(beside.width).toBeGreaterThan(2 * width);
    await page.getByRole("radio", { name: "Difference" }).check({ force: true });
    await waitUntilComputed(page);
    await page.getByText("Choose what is drawn").click();
    await page.getByRole("checkbox", { name: "Across ω" }).check();
    await page.getByText("Slice, pale: it does in neither").waitFor();
    await page.getByText(/^The sign differs at/).waitFor();
    const difference = await savedPicture(page);
    expect(difference.name).toContain("-difference@1x");
    // Gains and losses in their colours, at least in the key.
    for (const colour of ["#0b7268", "#ad4e00"]) expect(difference.colours[colour]).toBeGreaterThan(50);

    await page.locator("tau-explore-page[prints]").waitFor();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const sheet = page.locator("tau-print-sheet article");
    await expect.poll(() => sheet.textContent()).toMatch(/The sign differs at.*A.*Here more compute raises growth.*B.*Planner/s);
    expect(await sheet.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeGreaterThan(600);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  });
});

describe("named scenarios", () => {
  test("are saved, opened, renamed, deleted and taken back, compared, and read from files", async ({ open }) => {
    const { page } = await open("#v1:resolution=32&alpha=0.5", { scene: false });
    await button(page, "Scenarios").click();
    const dialog = page.getByRole("dialog", { name: "Scenarios" });
    await dialog.getByRole("textbox", { name: "Save the present state as" }).fill("Half <i>");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await dialog.getByText("Half <i> is saved.").waitFor();
    await dialog.getByRole("button", { name: "Rename Half <i>" }).click();
    await dialog.getByRole("textbox", { name: "New name of Half <i>" }).fill("Half");
    await dialog.getByRole("textbox", { name: "New name of Half <i>" }).press("Enter");
    await dialog.getByRole("button", { name: "Delete Half" }).click();
    await dialog.getByText("Nothing is saved yet.").waitFor();
    await dialog.getByRole("button", { name: "Undo" }).click();

    const file = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    const input = dialog.locator("input[type=file]");
    await input.setInputFiles(file("bad.json", '{"schema":"tauscape/scenarios@1","scenarios":[{"name":"x","link":"#v1:alpha=2"}]}'));
    await dialog.getByText(/bad\.json was refused, nothing has changed\. scenarios\[0\]\.link: alpha/).waitFor();
    await input.setInputFiles(file("good.json", '{"schema":"tauscape/scenarios@1","scenarios":[{"name":"Low","link":"#v1:alpha=0.2"}]}'));
    await dialog.getByText("Scenarios read from good.json: 1.").waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.reload();
    await button(page, "Scenarios").click();
    await dialog.getByRole("button", { name: "Compare Low as B" }).click();
    await page.getByRole("row", { name: /Elasticity of ordinary capital/ }).filter({ hasText: "0.2" }).waitFor();
    await button(page, "Scenarios").click();
    await dialog.getByRole("button", { name: "Half", exact: true }).click();
    await expect.poll(() => page.url()).toMatch(/#v1:resolution=32&alpha=0\.5$/);

    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["{"], "dropped.json"));
      dispatchEvent(new DragEvent("dragover", { dataTransfer, cancelable: true }));
    });
    await page.getByText("Drop the file to open its scenarios").waitFor();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["{"], "dropped.json"));
      dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
    });
    await dialog.getByText(/dropped\.json was refused/).waitFor();
  });
});
