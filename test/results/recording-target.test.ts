import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ResultFileSystem } from "../../src/results/file-system.ts";
import { NODE_FILES } from "../../src/results/node/node-files.ts";
import { RecordingTarget } from "../../src/results/recording-target.ts";
import { loadDigests } from "../../src/sweep/checksum.ts";

let folder = "";
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "tauscape-target-")); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

const bytes = (text: string) => new TextEncoder().encode(text);

/** The disk, whose writes wait until they are let go, in any order; and how many files are open. */
function slowDisk() {
  const held = new Map<string, (cause?: Error) => void>();
  let open = 0;
  const files: ResultFileSystem = {
    ...NODE_FILES,
    open: async (path, mode) => {
      const file = await NODE_FILES.open(path, mode);
      open++;
      return {
        read: (into, position) => file.read(into, position), size: () => file.size(), truncate: (length) => file.truncate(length), sync: () => file.sync(),
        write: async (part, position) => {
          await new Promise<void>((resolve, reject) => { held.set(new TextDecoder().decode(part), (cause) => { if (cause === undefined) resolve(); else reject(cause); }); });
          await file.write(part, position);
        },
        close: async () => {
          open--;
          await file.close();
        },
      };
    },
  };
  const untilHeld = async (text: string) => {
    while (!held.has(text)) await new Promise((resolve) => setImmediate(resolve));
  };
  const letGo = async (text: string, cause?: Error) => {
    await untilHeld(text);
    held.get(text)?.(cause);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { files, letGo, untilHeld, open: () => open };
}

it("tells parts in the order in which they were begun, whichever was through first, and none that failed", async () => {
  const { files, letGo } = slowDisk();
  const target = new RecordingTarget(files, join(folder, "grid"), "file", await loadDigests());
  const sink = await target.file("");
  const [one, two, six] = ["one", "two", "six"].map((text, k) => sink.write(bytes(text), 3 * k).then(() => "written", () => "refused"));
  await letGo("six");
  expect(await six).toBe("written");
  await letGo("two", new Error("no room"));
  expect(await two).toBe("refused");
  expect(target.takeParts().map(({ position }) => position)).toEqual([6]);
  await letGo("one");
  expect(await one).toBe("written");
  expect(target.takeParts().map(({ position }) => position)).toEqual([0]);
  await target.close();
});

it("writes and opens nothing once it is closed, or its signal has aborted", async () => {
  const { files, letGo, untilHeld, open } = slowDisk();
  const target = new RecordingTarget(files, join(folder, "grid"), "folder", await loadDigests());
  const [a, b] = await Promise.all([target.file("a/0"), target.file("b/0")]);
  const first = a.write(bytes("a"), 0);
  const second = b.write(bytes("b"), 0).catch((cause: unknown) => String(cause));
  await untilHeld("a");
  const closing = target.close();
  await letGo("a");
  await Promise.all([first, closing]);
  expect(await second).toContain("has been closed");
  await expect(a.write(bytes("c"), 0)).rejects.toThrow("has been closed");
  expect(open()).toBe(0);

  const stopper = new AbortController();
  const stopped = new RecordingTarget(NODE_FILES, join(folder, "other"), "file", await loadDigests(), stopper.signal);
  const sink = await stopped.file("");
  await sink.write(bytes("whole"), 0);
  stopper.abort(new Error("enough"));
  await expect(sink.write(bytes("more"), 5)).rejects.toThrow("enough");
  expect(stopped.takeParts()).toHaveLength(1);
  await stopped.close();
  expect(readFileSync(join(folder, "other"), "utf8")).toBe("whole");
});

it.each(["file", "folder"] as const)("tells a write that fails to whoever writes, and leaves no rejection unheard: %s", async (container) => {
  const unheard: unknown[] = [];
  const hear = (cause: unknown) => { unheard.push(cause); };
  process.on("unhandledRejection", hear);
  try {
    const files: ResultFileSystem = { ...NODE_FILES, open: () => Promise.reject(new Error("no room")) };
    const target = new RecordingTarget(files, join(folder, "grid"), container, await loadDigests());
    const sink = await target.file(container === "file" ? "" : "a/0");
    const writes = await Promise.allSettled([0, 3].map((position) => sink.write(bytes("abc"), position)));
    expect(writes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(target.takeParts()).toEqual([]);
    await target.close().catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(unheard).toEqual([]);
  } finally {
    process.off("unhandledRejection", hear);
  }
});
