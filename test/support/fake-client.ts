import type { Schedule } from "../../src/state/hand.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import type { Progress } from "../../src/sweep/tile.ts";
import type { SurfaceRequest, SurfaceResult, SweepClient, SweepOptions } from "../../src/workers/sweep-client.ts";

/** A client that answers when it is told to, and remembers what it was asked; and a hand that rests when it is told to. */
export function fakeClient() {
  let resting: (() => void) | null = null;
  const schedule: Schedule = (callback) => {
    resting = callback;
    return () => { if (resting === callback) resting = null; };
  };
  const rest = () => {
    resting?.();
    resting = null;
  };
  let surfaceMs = 0;
  const surfaces: SurfaceRequest[] = [];
  const sweeps: SweepSpec[] = [];
  const signals: AbortSignal[] = [];
  let progress: SweepOptions["onProgress"];
  let answer: (() => void)[] = [];
  const later = <T>(value: T, signal?: AbortSignal) => new Promise<T>((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new Error("aborted")));
    answer.push(() => resolve(value));
  });
  const client: SweepClient = {
    engine: { id: "js", skipped: [] }, threads: 1, dispose: () => undefined,
    memory: () => Promise.reject(new Error("no memory work in this test")),
    surface: (request, options) => {
      surfaces.push(request);
      return later({ fillMs: surfaceMs / 4, extractMs: (surfaceMs * 3) / 4, colourRange: null } as SurfaceResult, options?.signal);
    },
    sweep: (spec, options) => {
      sweeps.push(spec);
      progress = options?.onProgress;
      if (options?.signal !== undefined) signals.push(options.signal);
      return later({ points: cellCount(spec) } as SweepSummary, options?.signal);
    },
  };
  /** Answers what was asked, without a rest. */
  const answerAll = async (rounds = 10) => {
    for (let round = 0; round < rounds; round++) {
      const waiting = answer;
      answer = [];
      for (const give of waiting) give();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    }
  };
  /** Lets the hand rest and everything come to its end. */
  const settle = async (rounds = 10) => {
    rest();
    await answerAll(rounds);
  };
  return {
    client, surfaces, sweeps, signals, progress: (news: Progress) => progress?.(news), settle, answerAll, rest, schedule,
    takes: (milliseconds: number) => { surfaceMs = milliseconds; },
  };
}
