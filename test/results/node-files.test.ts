import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NODE_FILES } from "../../src/results/node/node-files.ts";

let folder = "";
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "tauscape-files-")); });
afterEach(() => { rmSync(folder, { recursive: true }); });

describe("a file on the disk", () => {
  it("is closed when all that was being written has been", async () => {
    const many = Array.from({ length: 24 }, (_, i) => new Uint8Array(2 ** 20).fill(i + 1));
    const first = await NODE_FILES.open(join(folder, "first"), "update");
    const writing = many.map((bytes, i) => first.write(bytes, i * bytes.length));
    let written = 0;
    const ends = writing.map((write) => write.then(() => { written += 1; }));
    await first.close();
    expect(written).toBe(many.length);
    await Promise.all(ends);
    expect(Buffer.compare(readFileSync(join(folder, "first")), Buffer.concat(many))).toBe(0);
  });

  it("takes nothing once it is closed", async () => {
    const file = await NODE_FILES.open(join(folder, "file"), "update");
    await file.close();
    await expect(file.write(Uint8Array.of(1), 0)).rejects.toThrow();
    expect(readFileSync(join(folder, "file")).length).toBe(0);
  });
});
