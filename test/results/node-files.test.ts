import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NODE_FILES } from "../../src/results/node/node-files.ts";

let folder = "";
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "tauscape-files-")); });
afterEach(() => { rmSync(folder, { recursive: true }); });

describe("a file on the disk", () => {
  it("takes what is being written before it is closed, however many files are opened meanwhile", async () => {
    const many = Array.from({ length: 24 }, (_, i) => new Uint8Array(2 ** 20).fill(i + 1));
    const first = await NODE_FILES.open(join(folder, "first"), "update");
    const writing = many.map((bytes, i) => first.write(bytes, i * bytes.length));
    const closing = first.close();
    const next = await NODE_FILES.open(join(folder, "next"), "update");
    await Promise.all([...writing, closing]);
    await next.close();
    expect(Buffer.compare(readFileSync(join(folder, "first")), Buffer.concat(many))).toBe(0);
    expect(readFileSync(join(folder, "next")).length).toBe(0);
  });

  it("takes nothing once it is closed", async () => {
    const file = await NODE_FILES.open(join(folder, "file"), "update");
    await file.close();
    await expect(file.write(Uint8Array.of(1), 0)).rejects.toThrow();
    expect(readFileSync(join(folder, "file")).length).toBe(0);
  });
});
