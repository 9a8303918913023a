import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesAt } from "../../../src/cli/files-at.ts";
import type { ResultFileSystem } from "../../../src/results/file-system.ts";
import { NODE_FILES } from "../../../src/results/node/node-files.ts";
import { ExportSession, type ExportHost } from "../../../src/state/export/export-session.ts";
import { untilAborted } from "../../../src/sweep/until-aborted.ts";
import { ENCODE_HERE } from "../../../src/exporters/blocks/encode-here.ts";
import { ExportWorker } from "../../../src/workers/export-worker.ts";
import { TileFailedError } from "../../../src/workers/tile-failed.ts";
import type { SweepClient } from "../../../src/workers/sweep-client.ts";
import { modelClient } from "../../cli/test-io.ts";
import { exporterOf, exportFiles, specOf } from "../../exporters/sweep-by-model.ts";

const NPZ = exporterOf("npz");
/** Four tiles of the model's client. */
const SPEC = specOf({ axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 20 }, { name: "wr", min: 0.5, max: 4, count: 10 }], fields: ["growth", "class"] });
/** One tile. */
const SMALL = specOf({ axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 40 }], fields: ["growth"] });

let folder = "";
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "tauscape-session-")); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

interface World extends Partial<ExportHost> {
  readonly files?: Partial<ResultFileSystem>;
  /** Runs before each tile goes to the worker. */
  readonly onTile?: (start: number) => void | Promise<void>;
  readonly version?: string;
}

/** A session over the disk, with the model in place of the pool; like the pool, a sweep that is aborted ends at once, whatever its consumer does. */
function open({ files = {}, onTile, version = "1", ...host }: World = {}): ExportSession {
  let time = 0;
  const machine = () => ({ platform: "", architecture: "", processor: "", threads: 1, memoryBytes: 0, runtime: "" });
  const worker = new ExportWorker({ files: { ...filesAt(folder, NODE_FILES), ...files }, version, now: () => new Date(time += 1000), machine }, ENCODE_HERE, `id-${Math.random()}`);
  const model = modelClient();
  const pool: SweepClient = {
    ...model,
    sweep: async (spec, options = {}) => {
      const { onTile: take } = options;
      const run = model.sweep(spec, take === undefined ? options : {
        ...options,
        onTile: async (tile) => {
          await onTile?.(tile.start);
          await take(tile);
        },
      });
      await untilAborted(options.signal, run.then(() => undefined));
      return run;
    },
  };
  return new ExportSession({ worker, openPool: () => Promise.resolve(pool), freeBytes: () => Promise.resolve(null), keepStorage: () => Promise.resolve(), clock: () => time += 1000, ...host });
}

const contents = (name: string) => readFileSync(join(folder, "exports", name, name));
const expected = async () => Buffer.from((await exportFiles(NPZ, SPEC, 50)).get("") ?? []);
const nameOf = (session: ExportSession) => session.view.stored?.[0]?.folder ?? "";

describe("an export", () => {
  it("tells how far it is, ends as a whole file, and is found again by another session", async () => {
    const session = open();
    const seen: string[] = [];
    session.subscribe(() => {
      const { run } = session.view;
      if (run !== null) seen.push(`${run.phase} ${run.progress.doneCells}`);
    });
    await session.start(SPEC, NPZ);
    expect([...new Set(seen)]).toEqual(["opening 0", "writing 0", "writing 50", "writing 100", "writing 150", "writing 200", "finishing 200"]);
    expect(contents(nameOf(session))).toEqual(await expected());
    expect(session.view).toMatchObject({ run: null, note: { isProblem: false, at: { folder: nameOf(session) } } });
    const later = open();
    await later.refresh();
    expect(later.view.stored).toMatchObject([{ state: "finished", format: "npz", cells: 200, spec: SPEC }]);
    await later.start(SPEC, NPZ);
    expect(later.view.note?.says.en).toContain("has been exported");
  });

  it.each([0, 50, 150])("paused while the tile at cell %i is on its way leaves that one, and resumed by another session has the same bytes", async (at) => {
    const session = open({ onTile: (start) => { if (start === at) session.pause(); } });
    await session.start(SPEC, NPZ);
    expect(session.view).toMatchObject({ run: null, stored: [{ state: "unfinished", isBusy: false, doneCells: at }] });
    const later = open();
    await later.refresh();
    const [stored] = later.view.stored ?? [];
    if (stored?.state !== "unfinished") throw new Error("nothing to resume");
    await later.resume(stored);
    expect(contents(nameOf(later))).toEqual(await expected());
  });

  it("paused while a tile is being written waits for it, and counts it", async () => {
    const base = filesAt(folder, NODE_FILES);
    const session: ExportSession = open({
      files: {
        open: async (path, mode) => {
          const file = await base.open(path, mode);
          if (mode === "read" || !path.endsWith(".partial")) return file;
          return Object.assign(Object.create(file) as typeof file, {
            write: async (bytes: Uint8Array, position: number) => {
              if (session.view.run?.progress.doneCells === 50) session.pause();
              await new Promise((resolve) => { setTimeout(resolve, 5); });
              await file.write(bytes, position);
            },
          });
        },
      },
    });
    await session.start(SPEC, NPZ);
    expect(session.view.stored).toMatchObject([{ state: "unfinished", doneCells: 100 }]);
    const later = open();
    await later.start(SPEC, NPZ);
    expect(contents(nameOf(later))).toEqual(await expected());
  });

  it("stopped before its workers were there begins nothing", async () => {
    const session: ExportSession = open({ openPool: async () => { session.pause(); return modelClient(); } });
    await session.start(SPEC, NPZ);
    expect(session.view).toMatchObject({ run: null, stored: [] });
  });

  it("cancelled leaves nothing", async () => {
    const session = open({ onTile: (start) => { if (start === 100) session.cancel(); } });
    await session.start(SPEC, NPZ);
    expect(session.view.stored).toEqual([]);
    expect(session.view.note?.says.en).toContain("cancelled and deleted");
    expect(readdirSync(join(folder, "exports"))).toEqual([]);
  });

  it("that a full storage ends keeps what is done, says why, and goes on when there is room", async () => {
    const base = filesAt(folder, NODE_FILES);
    const full = Object.assign(new Error("full"), { code: "ENOSPC" });
    const session = open({
      files: {
        open: async (path, mode) => {
          const file = await base.open(path, mode);
          // The second field of the third tile.
          return path.endsWith(".partial") ? Object.assign(Object.create(file) as typeof file, {
            write: async (bytes: Uint8Array, position: number) => {
              if (session.view.run?.progress.doneCells !== 100 || bytes.length !== 50) return file.write(bytes, position);
              await new Promise((resolve) => { setTimeout(resolve, 20); });
              throw full;
            },
          }) : file;
        },
      },
    });
    await session.start(SPEC, NPZ);
    expect(session.view).toMatchObject({ run: null, note: { isProblem: true }, stored: [{ state: "unfinished", doneCells: 100 }] });
    const later = open();
    await later.start(SPEC, NPZ);
    expect(contents(nameOf(later))).toEqual(await expected());
  });

  it("is refused where it does not fit, before anything is written", async () => {
    const session = open({ freeBytes: () => Promise.resolve(10) });
    await session.measure(SMALL, "npz");
    await session.start(SMALL, NPZ);
    expect(session.view.note?.says.en).toContain("10 B are left");
    expect(session.view.stored).toEqual([]);
  });

  it("that was not measured before, or is resumed, is refused as well where it does not fit", async () => {
    const session = open({ freeBytes: () => Promise.resolve(10) });
    await session.start(SMALL, NPZ);
    expect(session.view.note).toMatchObject({ at: "start", isProblem: true, says: { en: expect.stringMatching(/^This needs 1\.0\d MB of .* 10 B are left/) as string } });
    expect(session.view.stored).toEqual([]);

    await open({ onTile: (start) => { if (start === 50) throw new Error("lost"); } }).start(SPEC, NPZ);
    await session.refresh();
    const [stored] = session.view.stored ?? [];
    if (stored?.state !== "unfinished") throw new Error("nothing to resume");
    await session.resume(stored);
    expect(session.view).toMatchObject({ run: null, note: { at: { folder: stored.folder }, says: { en: expect.stringContaining("10 B are free") as string } } });
  });

  it("whose engine fails says so in its row, that what is done is kept, and can be resumed", async () => {
    const session = open({ onTile: (start) => { if (start === 50) throw new Error("the GPU is gone"); } });
    await session.start(SPEC, NPZ);
    expect(session.view.note).toMatchObject({
      at: { folder: nameOf(session) }, isProblem: true,
      says: { en: "The export stopped: the GPU is gone. What is done is kept: press Resume to go on.", zh: "导出中止：the GPU is gone。已完成的部分仍保留：按“继续”可接着做。" },
    });
    expect(session.view.stored).toMatchObject([{ state: "unfinished", doneCells: 50 }]);
  });

  it("of which a tile fails again and again names it, keeps what is done, and gives the command that sees it fail", async () => {
    const failing = new TileFailedError({ spec: SPEC, range: { from: 0, to: 200 }, method: "cells", engine: "wasm-simd", failures: 3 }, new Error("exit 1"));
    const session = open({ onTile: (start) => { if (start === 50) throw failing; } });
    await session.start(SPEC, NPZ);
    const { note, said } = session.view;
    expect(note).toMatchObject({ at: { folder: nameOf(session) }, isProblem: true });
    const command = `echo '${JSON.stringify(SPEC)}' | tauscape sweep - --engine wasm-simd --threads 1 --shard 0/1 --out failed`;
    expect(note?.says.en).toBe(
      "The points 0–199 failed 3 times with the engine wasm-simd, each time in a new worker, at last so: exit 1. What is done is kept: press Resume to go on. "
      + `On the command line this sees the failure again: ${command}`);
    expect(note?.says.zh).toContain(command);
    expect(said.en).not.toContain("{");
    const later = open();
    await later.start(SPEC, NPZ);
    expect(contents(nameOf(later))).toEqual(await expected());
  });
});

describe("what lies in the storage", () => {
  it("is verified byte by byte, and deleted", async () => {
    const session = open();
    await session.start(SPEC, NPZ);
    const [stored] = session.view.stored ?? [];
    if (stored?.state !== "finished") throw new Error("not finished");
    await session.verify(stored);
    expect(session.view.note).toMatchObject({ isProblem: false, says: { en: expect.stringContaining("every byte is as it was written") as string } });
    const bytes = contents(stored.folder);
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(join(folder, "exports", stored.folder, stored.file), bytes);
    await session.verify(stored);
    expect(session.view.note).toMatchObject({ isProblem: true, says: { en: expect.stringContaining("are not what was written") as string } });
    await session.remove(stored.folder);
    expect(session.view).toMatchObject({ stored: [], note: { at: "list", isProblem: false, says: { en: expect.stringContaining("is deleted") as string } } });
  });

  it("is told apart: of another version, damaged, of no export", async () => {
    const session = open({ onTile: (start) => { if (start === 100) session.pause(); } });
    await session.start(SPEC, NPZ);
    const other = open({ version: "2" });
    await other.refresh();
    expect(other.view.stored).toMatchObject([{ state: "unfinished", isOfOtherVersion: true }]);
    const name = nameOf(other);
    const journal = join(folder, "exports", name, `${name}.journal`);
    writeFileSync(journal, readFileSync(journal, "utf8").replace("class", "glass"));
    await other.refresh();
    expect(other.view.stored).toMatchObject([{ state: "unreadable", folder: name }]);
    rmSync(journal);
    await other.refresh();
    expect(other.view.stored).toMatchObject([{ state: "unreadable", says: { en: expect.stringContaining("belongs to no export") as string } }]);
  });
});

describe("measuring", () => {
  it("gives the exact length of what is then written, about that of the rest, and a time; and leaves nothing behind", async () => {
    const session = open();
    await session.measure(SMALL, "npz");
    const { costs } = session.view;
    expect(Object.keys(costs?.bytes ?? {})).toEqual(expect.arrayContaining(["npz", "npy", "csv", "netcdf"]));
    expect(costs?.seconds["npz"]).toBeGreaterThan(0);
    expect(session.view.isMeasuring).toBe(false);
    expect(readdirSync(folder)).not.toContain("exports");
    await session.start(SMALL, NPZ);
    expect(contents(nameOf(session)).length).toBe(costs?.bytes["npz"]?.bytes);
  });

  it("ends when an export begins", async () => {
    const session = open();
    const measuring = session.measure(SMALL, "npz");
    await session.start(SMALL, NPZ);
    await measuring;
    expect(session.view).toMatchObject({ isMeasuring: false, run: null, stored: [{ state: "finished" }] });
  });
});
