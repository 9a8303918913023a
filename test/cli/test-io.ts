import { mkdtempSync, rmSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { CommandIo, TextSink } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";
import { hashSpec } from "../../src/sweep/spec-hash.ts";
import { checksumOf } from "../../src/sweep/checksum.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { SUMMARY_SCHEMA, type SweepSummary } from "../../src/sweep/summary.ts";
import type { SweepClient, SweepOptions } from "../../src/workers/sweep-client.ts";
import { tilesByModel } from "../exporters/sweep-by-model.ts";
import { evaluateCells, expectedBytes } from "../support/reference-sweep.ts";

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
}

/** Runs the command in this process, in a world of its own: the model stands in for the workers. */
export async function command(args: readonly string[], { input = "", isTerminal = false, ...overrides }: TestIoOptions = {}): Promise<Outcome> {
  const stdout = new Captured(isTerminal, undefined);
  const stderr = new Captured(isTerminal, undefined);
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const code = await run(args, {
    stdout, stderr, stdin: inHalves(bytes), env: {}, cwd: testFolder(), signal: new AbortController().signal,
    files: { open, rename, rm }, pageFolder: join(testFolder(), "page"), createClient: () => Promise.resolve(modelClient()),
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
  const cells = evaluateCells(spec);
  let done = 0;
  for (const tile of tilesByModel(spec, TILE_CELLS)) {
    options.signal?.throwIfAborted();
    await options.onTile?.(tile);
    done += tile.count;
    options.onProgress?.({ done, total: cells.length });
  }
  const of = (sign: number): number => cells.filter((cell) => cell.class === sign).length;
  const flagged = (bit: number): number => cells.filter((cell) => (cell.status & bit) !== 0).length;
  const feasible = cells.length - of(-128);
  const fields = await Promise.all(spec.fields.map(async (field) => {
    const checksum = await checksumOf(expectedBytes(spec, field, cells));
    if (field === "class" || field === "status") return [field, { checksum }];
    const values = cells.map((cell) => cell.fields[field] ?? NaN).filter((value) => !Number.isNaN(value));
    const mean = values.reduce((sum, value) => sum + value, 0) / feasible;
    return [field, { min: Math.min(...values), max: Math.max(...values), mean, checksum }];
  }));
  return {
    schema: SUMMARY_SCHEMA, points: cellCount(spec), feasible, infeasible: of(-128), positive: of(1), negative: of(-1), boundary: of(0),
    share: feasible === 0 ? null : of(1) / feasible,
    flags: spec.fields.includes("status") ? { saving: flagged(2), transversality: flagged(4) } : null,
    fields: Object.fromEntries(fields) as SweepSummary["fields"],
    engine: "js", threads: 2, method: "cells", seconds: 0.5, spec: hashSpec(spec),
  };
}
