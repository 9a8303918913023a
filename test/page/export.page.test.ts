import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { test } from "../support/open-page.ts";
import { savedFile } from "../support/saved-file.ts";
import { textSpacingFaults } from "../support/text-spacing.ts";

const COMMAND = fileURLToPath(new URL("../../bin/tauscape.js", import.meta.url));
const LINK = "#v1:resolution=32&panel=export";

/** What tests set in the page. */
interface Stubs {
  /** Tiles that may still go to the export worker; the next ones wait. */
  tilesAllowed: number;
  isHeld: boolean;
  isFull: boolean;
}

/** Runs before the page: tiles that can be held, a storage that can be full, and a picker that chooses a file of the origin's own. */
function prepare(): void {
  const stubs: Stubs = { tilesAllowed: Infinity, isHeld: false, isFull: false };
  Object.assign(window, { stubs });
  const post = Reflect.get(Worker.prototype, "postMessage") as (this: Worker, message: unknown, rest?: unknown) => void;
  Worker.prototype.postMessage = function (this: Worker, message: { readonly path?: readonly string[] }, rest?: unknown) {
    if (message.path?.[0] === "tile" && stubs.tilesAllowed-- <= 0) {
      stubs.isHeld = true;
      return;
    }
    post.call(this, message, rest);
  };
  const estimate = navigator.storage.estimate.bind(navigator.storage);
  navigator.storage.estimate = async () => (stubs.isFull ? { quota: 1_000_000, usage: 900_000 } : estimate());
  Object.assign(window, {
    showSaveFilePicker: async ({ suggestedName }: { readonly suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(`picked-${suggestedName}`, { create: true }),
  });
}

const set = (page: Page, change: Partial<Stubs>) => page.evaluate((given) => { Object.assign((window as unknown as { stubs: Stubs }).stubs, given); }, change);
const isHeld = (page: Page) => page.evaluate(() => (window as unknown as { stubs: Stubs }).stubs.isHeld);
const panel = (page: Page) => page.getByRole("tabpanel", { name: "Export" });
const button = (page: Page, name: string) => panel(page).getByRole("button", { name, exact: true });

/** Lets so many tiles through and waits until the next one is there. */
async function holdAfter(page: Page, tilesAllowed: number, start: () => Promise<void>): Promise<void> {
  await set(page, { tilesAllowed, isHeld: false });
  await start();
  await expect.poll(() => isHeld(page)).toBe(true);
}

/** SHA-256 of a file that the page saved. */
function savedDigest(page: Page, name: string): Promise<string> {
  return page.evaluate(async (picked) => {
    const file = await (await (await navigator.storage.getDirectory()).getFileHandle(`picked-${picked}`)).getFile();
    return [...new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }, name);
}

describe("the panel of exports", () => {
  test("refuses what does not fit, pauses, outlives its tab, and ends with the bytes that its command writes", async ({ open }) => {
    const { page } = await open(LINK, { scene: false, prepare });
    // Four tiles.
    for (const [symbol, points] of [["τ", 16], ["α", 64], ["β", 64], ["ω", 64]] as const) await panel(page).getByLabel(`Points on ${symbol}`).fill(String(points));
    await expect.poll(() => panel(page).locator("[data-cost=points]").textContent()).toBe("4,194,304");
    for (const name of ["Steady-state growth", "Effect of the compute share on growth"]) await panel(page).getByRole("checkbox", { name }).uncheck();
    await expect.poll(() => button(page, "Export").isDisabled()).toBe(true);
    await panel(page).getByRole("checkbox", { name: "Sign of the effect" }).check();
    await expect.poll(() => panel(page).locator("[data-cost=time]").textContent()).toMatch(/about \d/);
    expect(await panel(page).locator("[data-cost=size]").textContent()).toMatch(/^4\.2\d? MB$/);

    await set(page, { isFull: true });
    await button(page, "Export").click();
    await panel(page).getByText(/^This needs 5\.2\d? MB of the browser’s storage, and 100 kB are left/).first().waitFor();
    await set(page, { isFull: false });
    await page.evaluate(() => dispatchEvent(new Event("focus")));

    await panel(page).getByText("The same by the command, or on a cluster").click();
    const spec = await savedFile(page, button(page, "Save the spec"));
    const command = await panel(page).getByLabel("Command of the export").textContent() ?? "";
    const name = spec.name.replace(".json", ".npz");
    expect(command).toBe(`tauscape sweep ${spec.name} --out ${name} --format npz`);

    await holdAfter(page, 1, () => button(page, "Export").click());
    await expect.poll(() => page.title()).toMatch(/^25 % · Tauscape$/);
    expect(await axeFindings(page, { within: ["tau-explore-page", "tau-drawer"] })).toEqual([]);
    await button(page, "Pause").click();
    await panel(page).getByText(/unfinished, 25 % done/).waitFor();
    expect(await page.title()).toBe("Tauscape");

    await holdAfter(page, 1, () => button(page, "Resume").click());
    await expect.poll(() => page.title()).toMatch(/^50 % · /);
    const asked = page.waitForEvent("dialog");
    const closed = page.waitForEvent("close");
    await page.close({ runBeforeUnload: true });
    await (await asked).accept();
    await closed;

    const scripts: string[] = [];
    page.context().on("request", (request) => { scripts.push(new URL(request.url()).pathname); });
    const next = await page.context().newPage();
    await next.addInitScript(prepare);
    await next.addInitScript(() => { Object.defineProperty(HTMLCanvasElement.prototype, "getContext", { value: () => null }); });
    await next.goto(new URL(LINK, page.url()).href);
    await panel(next).getByText(/unfinished, (25|50) % done/).waitFor();
    await button(next, "Resume").click();
    await button(next, "Verify").click();
    await panel(next).getByRole("listitem").getByText(/every byte is as it was written/).waitFor();
    await button(next, "Save to the disk").click();
    await panel(next).getByRole("listitem").getByText(`${name} is saved.`).waitFor();

    const folder = await mkdtemp(join(tmpdir(), "tauscape-export-"));
    try {
      await writeFile(join(folder, spec.name), spec.content);
      await promisify(execFile)(process.execPath, [COMMAND, ...command.split(" ").slice(1), "--quiet"], { cwd: folder });
      const bytes = await readFile(join(folder, name));
      expect(await savedDigest(next, name)).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(Object.keys(unzipSync(bytes))).toEqual(["metadata.npy", "tau.npy", "alpha.npy", "beta.npy", "wr.npy", "class.npy"]);
      await button(next, "Delete").click();
      await panel(next).getByText("None yet.").waitFor();

      // A format that is compressed, by workers of the worker; of the grid that a page begins with.
      await panel(next).getByRole("radio", { name: /^Parquet table/ }).check();
      await expect.poll(() => button(next, "Export").isDisabled()).toBe(false);
      await panel(next).getByText("The same by the command, or on a cluster").click();
      const { name: other, content } = await savedFile(next, button(next, "Save the spec"));
      const parquet = other.replace(".json", ".parquet");
      await button(next, "Export").click();
      await button(next, "Save to the disk").click();
      await panel(next).getByRole("listitem").getByText(`${parquet} is saved.`).waitFor();
      await writeFile(join(folder, other), content);
      await promisify(execFile)(process.execPath, [COMMAND, "sweep", other, "--out", parquet, "--quiet"], { cwd: folder });
      expect(await savedDigest(next, parquet)).toBe(createHash("sha256").update(await readFile(join(folder, parquet))).digest("hex"));
      expect(scripts.some((path) => path.includes("/browser-encode-worker-"))).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
    await button(next, "Delete").click();
    await panel(next).getByText("None yet.").waitFor();
  });

  test("is gone through by keys alone, from the tab to the saved file and its deletion, and the focus is never lost", async ({ open }) => {
    const { page } = await open(LINK, { scene: false, prepare });
    /** Name and role of what has the focus. */
    const focused = () => page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement != null) at = at.shadowRoot.activeElement;
      return at === null || at === document.body ? "nothing" : (at.getAttribute("aria-label") ?? at.getAttribute("name") ?? at.textContent).trim();
    });
    const tabTo = async (name: string, key = "Tab") => {
      for (let k = 0; k < 60 && await focused() !== name; k++) await page.keyboard.press(key);
      expect(await focused()).toBe(name);
    };
    await button(page, "Export").waitFor();
    await page.getByRole("tab", { name: "Export" }).focus();
    for (const symbol of ["τ", "α", "β", "ω"]) {
      await tabTo(`Points on ${symbol}`);
      await page.keyboard.press("Control+a");
      await page.keyboard.type("3");
    }
    await tabTo("format");
    for (let k = 0; k < 4; k++) await page.keyboard.press("ArrowDown");
    await expect.poll(() => panel(page).getByRole("radio", { name: /^Arrow table/ }).isChecked()).toBe(true);
    await expect.poll(() => panel(page).locator("[data-cost=points]").textContent()).toBe("81");
    await expect.poll(() => panel(page).locator("[data-cost=time]").textContent()).toMatch(/^about /);

    await tabTo("Export");
    const told = panel(page).getByRole("status").last();
    await set(page, { isFull: true });
    await page.keyboard.press("Enter");
    await told.getByText(/^This needs 1\.0\d MB .* 100 kB are left/).waitFor();
    expect(await panel(page).getByText(/^This needs 1\.0\d MB/).count()).toBe(2);
    await expect.poll(focused).toBe("Export");

    await set(page, { isFull: false });
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await expect.poll(() => button(page, "Export").isDisabled()).toBe(false);
    await holdAfter(page, 0, () => page.keyboard.press("Enter"));
    await expect.poll(focused).toBe("Pause");
    await page.keyboard.press("Enter");
    await told.getByText(/is paused/).waitFor();
    await expect.poll(focused).toBe("Resume");
    await set(page, { tilesAllowed: Infinity });
    await page.keyboard.press("Enter");
    await told.getByText(/\.arrow is whole/).waitFor();
    await expect.poll(focused).toBe("Save to the disk");
    await page.keyboard.press("Enter");
    await told.getByText(/\.arrow is saved/).waitFor();
    await expect.poll(focused).toBe("Save to the disk");
    await tabTo("Verify");
    await page.keyboard.press("Enter");
    await told.getByText(/every byte is as it was written/).waitFor();
    expect(await focused()).toBe("Verify");
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await textSpacingFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await tabTo("Delete");
    await page.keyboard.press("Enter");
    await told.getByText(/is deleted/).waitFor();
    await expect.poll(focused).toBe("Exports in this browser");
  });
});
