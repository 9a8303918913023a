import type { BenchOptions } from "../../src/benchmark/run-bench.ts";
import type { EngineId } from "../../src/engines/engine.ts";
import { EngineUnavailableError } from "../../src/engines/engine-errors.ts";
import { cellCount } from "../../src/sweep/spec.ts";
import { SUMMARY_SCHEMA, type SweepSummary } from "../../src/sweep/summary.ts";
import type { SweepClient } from "../../src/workers/sweep-client.ts";

/** A clock that only the fakes move: every run takes as long as it is told to. */
export class FakeClock {
  private milliseconds = 0;
  readonly read = (): number => this.milliseconds;

  advance(seconds: number): void {
    this.milliseconds += seconds * 1000;
  }
}

export interface FakeEngine {
  readonly id: EngineId;
  /** Seconds of the k-th call, whichever it is. */
  readonly seconds?: (call: number) => number;
  /** Changes what the k-th sweep says it found. */
  readonly distort?: (summary: SweepSummary, call: number) => SweepSummary;
  /** Called before each call; may throw. */
  readonly before?: (call: number) => void;
  readonly unavailable?: string;
}

/** What happened, in order: "js sweep", "js surface", "js memory", "js dispose". */
export type Calls = string[];

export function fakeCreateClient(engines: readonly FakeEngine[], clock: FakeClock, calls: Calls = []): BenchOptions["createClient"] {
  return ({ engine, threads = 1 }) => {
    const fake = engines.find(({ id }) => id === engine);
    if (fake === undefined || fake.unavailable !== undefined) {
      return Promise.reject(new EngineUnavailableError(engine ?? "auto", ["js"], fake?.unavailable ?? "no engine has this name"));
    }
    return Promise.resolve(fakeClient(fake, threads, clock, calls));
  };
}

function fakeClient({ id, seconds = () => 0.25, distort = (summary) => summary, before }: FakeEngine, threads: number, clock: FakeClock, calls: Calls): SweepClient {
  let call = 0;
  const begin = (what: string): number => {
    calls.push(`${id} ${what}`);
    before?.(call);
    clock.advance(seconds(call));
    return call++;
  };
  return {
    engine: { id, skipped: [] },
    threads,
    sweep: async (spec, options = {}) => {
      await Promise.resolve();
      options.signal?.throwIfAborted();
      const k = begin("sweep");
      const points = cellCount(spec);
      const field = { min: -1, max: 1, mean: 0, checksum: options.checksum === true ? `xxh128t-${points}` : null };
      return distort({
        schema: SUMMARY_SCHEMA, points, feasible: points - 1, infeasible: 1, positive: points - 3, negative: 1, boundary: 1, share: 0.5, flags: null,
        fields: Object.fromEntries(spec.fields.map((name) => [name, field])), engine: id, threads, method: "cells",
        seconds: 1, spec: "sha256-",
      }, k);
    },
    surface: async () => {
      await Promise.resolve();
      begin("surface");
      const [floats, indices] = [new Float32Array(3), new Uint32Array(3)];
      return { mesh: { positions: floats, normals: floats, values: floats, sheet: indices, wall: indices, caps: indices }, colourRange: null, fillMs: 1, extractMs: 1 };
    },
    memory: async (_work, _bytes, repeats) => {
      await Promise.resolve();
      begin("memory");
      return Array.from({ length: repeats }, () => 0.5);
    },
    dispose: () => { calls.push(`${id} dispose`); },
  };
}

export const ENVIRONMENT: BenchOptions["environment"] = {
  version: "0.1.0", commit: "abc", created: "2025-07-31T12:00:00.000Z", isolated: true,
  machine: { platform: "linux", architecture: "x64", processor: "test", threads: 4, memoryBytes: 2 ** 30 },
  runtime: { name: "node", version: "20.0.0" },
};

/** A small benchmark of fakes; nothing in it waits. */
export function fakeOptions(engines: readonly FakeEngine[], calls: Calls = []): BenchOptions {
  const clock = new FakeClock();
  return {
    createClient: fakeCreateClient(engines, clock, calls), engines: engines.map(({ id }) => id), sizes: [4], repeats: 3, warmUps: 1, threads: 2,
    environment: ENVIRONMENT, clock: clock.read,
  };
}
