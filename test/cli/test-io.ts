import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { CommandIo, TextSink } from "../../src/cli/io.ts";
import { ENCODE_HERE } from "../../src/exporters/blocks/encode-here.ts";
import { NODE_FILES } from "../../src/results/node/node-files.ts";
import { run } from "../../src/cli/run.ts";
import { hashSpec } from "../../src/sweep/spec-hash.ts";
import { checksumOf, pieceDigests } from "../../src/sweep/checksum.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { summarise } from "../../src/sweep/summarise.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import type { SweepClient, SweepOptions } from "../../src/workers/sweep-client.ts";
import { tilesByModel } from "../exporters/sweep-by-model.ts";
import { evaluateCells, expectedBytes, totalsOfCells } from "../support/reference-sweep.ts";

/** What a command said and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const TILE_CELLS = 50;
let folder: string | null = null;

/** A folder of this test's own, taken away after it. */
export function testFolder(): string {
  return folder ??= mkdtempSync(join(tmpdir(), "tauscape-cli-"));
}

afterEach(() => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  folder = null;
});

class Captured implements TextSink {
  text = "";

  constructor(readonly isTerminal: boolean, readonly columns: number | undefined) {}

  write(text: string): Promise<void> {
    this.text += text;
    return Promise.resolve();
  }
}

export interface TestIoOptions extends Partial<Omit<CommandIo, "stdout" | "stderr" | "stdin">> {
  readonly input?: string | Uint8Array;
  readonly isTerminal?: boolean;
  /** Of the terminal. */
  readonly columns?: number;
}

/** Runs the command in this process, in a world of its own: the model stands in for the workers. */
export async function command(args: readonly string[], { input = "", isTerminal = false, columns, ...overrides }: TestIoOptions = {}): Promise<Outcome> {
  const stdout = new Captured(isTerminal, columns);
  const stderr = new Captured(isTerminal, columns);
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const code = await run(args, {
    stdout, stderr, stdin: inHalves(bytes), env: {}, cwd: testFolder(), signal: new AbortController().signal,
    files: NODE_FILES, temporaryFolder: testFolder(), pageFolder: join(testFolder(), "page"), createClient: () => Promise.resolve(modelClient()),
    createEncoders: () => ({ ...ENCODE_HERE, dispose: () => undefined }),
    openBrowser: () => Promise.resolve(), commit: () => Promise.resolve(null), now: () => new Date(0),
    machine: () => ({ platform: "linux", architecture: "x64", processor: "test", threads: 4, memoryBytes: 2 ** 30, runtime: "node" }),
    ...overrides,
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

async function* inHalves(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const middle = bytes.length >> 1;
  yield bytes.subarray(0, middle);
  yield await Promise.resolve(bytes.subarray(middle));
}

/** A client that evaluates the model in this thread, tile by tile. */
export function modelClient(): SweepClient {
  return {
    engine: { id: "js", skipped: [{ id: "wasm-simd", reason: "left out of this test" }] },
    threads: 2,
    sweep: sweepByModel,
    surface: () => Promise.reject(new Error("no surface in this test")),
    memory: () => Promise.reject(new Error("no memory work in this test")),
    dispose: () => undefined,
  };
}

async function sweepByModel(spec: SweepSpec, options: SweepOptions = {}): Promise<SweepSummary> {
  const { from, to } = options.range ?? { from: 0, to: cellCount(spec) };
  for (const tile of tilesByModel(spec, TILE_CELLS)) {
    if (tile.start < from || tile.start >= to) continue;
    options.signal?.throwIfAborted();
    const cells = evaluateCells(spec, tile.start, tile.count);
    const digests = await Promise.all(spec.fields.map((field) => pieceDigests(expectedBytes(spec, field, cells))));
    await options.onTile?.({ ...tile, totals: totalsOfCells(spec, cells), digests, seconds: 0.125 });
    options.onProgress?.({ done: tile.start + tile.count - from, total: to - from });
  }
  const cells = evaluateCells(spec, from, to - from);
  const checksums = Object.fromEntries(await Promise.all(spec.fields.map(async (field) => [field, await checksumOf(expectedBytes(spec, field, cells))] as const)));
  return summarise(spec, totalsOfCells(spec, cells), { engine: "js", threads: 2, method: "cells", seconds: 0.5, specHash: hashSpec(spec), checksums });
}
