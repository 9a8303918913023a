import { describe, expect, it } from "vitest";
import { explainProblem } from "../../src/results/browser/explain-problem.ts";
import { ReadableFile, WritableFile } from "../../src/results/browser/opfs-file.ts";
import { withCode, type SyncHandle } from "../../src/results/browser/opfs-handles.ts";
import { LockedError } from "../../src/results/file-system.ts";
import { refused } from "../../src/results/problems.ts";

/** A handle that takes so many bytes at a time, until it takes none. */
function handleOf(memory: number[], atOnce: number, room = Infinity): SyncHandle {
  return {
    read: () => 0,
    write: (bytes, { at }) => {
      const taken = Math.max(0, Math.min(bytes.length, atOnce, room - at));
      for (let k = 0; k < taken; k++) memory[at + k] = bytes[k];
      return taken;
    },
    truncate: () => { throw Object.assign(new Error("full"), { name: "QuotaExceededError" }); },
    getSize: () => memory.length, flush: () => undefined, close: () => undefined,
  };
}

describe("a file of the origin's own", () => {
  it("is written whole however few bytes are taken at a time", async () => {
    const memory: number[] = [9];
    await new WritableFile("p", handleOf(memory, 2)).write(new Uint8Array([1, 2, 3, 4, 5]), 1);
    expect(memory).toEqual([9, 1, 2, 3, 4, 5]);
  });

  it("that finds no room has the system's code, and words for it", async () => {
    const full = new WritableFile("p", handleOf([], 8, 3));
    await expect(full.write(new Uint8Array(5), 0)).rejects.toMatchObject({ code: "ENOSPC", path: "p" });
    const cause: unknown = await full.truncate(1).catch((error: unknown) => error);
    expect(cause).toMatchObject({ code: "ENOSPC" });
    expect(explainProblem(cause).en).toMatch(/storage for this page is full.*resume/);
  });

  it("is read from any place, fewer bytes at its end, and not written", async () => {
    const file = new ReadableFile("p", new Blob([new Uint8Array([1, 2, 3, 4])]));
    const into = new Uint8Array(3);
    expect([await file.read(into, 2), [...into], await file.size()]).toEqual([2, [3, 4, 0], 4]);
    await expect(file.write()).rejects.toMatchObject({ code: "EBADF" });
  });
});

it("what the storage refuses keeps its path; what it never refuses stays as it is", async () => {
  await expect(withCode("a/b", () => Promise.reject(Object.assign(new Error("x"), { name: "NotFoundError" })))).rejects.toMatchObject({ code: "ENOENT", path: "a/b" });
  await expect(withCode("a/b", () => Promise.reject(Object.assign(new Error("x"), { name: "OddError" })))).rejects.toMatchObject({ code: "EIO" });
});

it("every problem has words in both languages", () => {
  expect(explainProblem(new LockedError("p", { en: "x", zh: "x" })).zh).toContain("另一个标签页");
  expect(explainProblem(refused("en", "zh"))).toEqual({ en: "en", zh: "zh" });
  expect(explainProblem("odd")).toEqual({ en: "The export could not go on: odd", zh: "导出无法继续：odd" });
});
