import type { EngineId } from "../engines/engine.ts";
import type { BenchEntry } from "./bench-plan.ts";
import type { RunRecord } from "./run-record.ts";

/** Seconds of a run that anyone waits for ten times. */
const PATIENCE = 1;
/** An engine that takes so many times as long as the fastest, and longer than that, has shown what it can at smaller sizes. */
const FAR_BEHIND = 20;

/** An engine that does not run a job at a size. */
export interface LeftOut {
  readonly engine: EngineId;
  /** That a run would take, roughly. */
  readonly seconds: number;
}

/** Engines that would take too long, judged by their quickest run at the next smaller size, in proportion to the points. */
export function tooSlowFor(entry: BenchEntry, records: readonly RunRecord[]): LeftOut[] {
  const expected = entry.engines.map((engine): LeftOut => ({ engine, seconds: expectedTime(records, engine, entry) }));
  const known = expected.map(({ seconds }) => seconds).filter((seconds) => seconds > 0);
  return expected.filter(({ seconds }) => seconds > Math.max(PATIENCE, FAR_BEHIND * Math.min(...known)));
}

/** Seconds; 0 where nothing smaller was measured. */
function expectedTime(records: readonly RunRecord[], engine: EngineId, { job, points }: BenchEntry): number {
  const smaller = records.findLast(({ client, entry }) => client.engine.id === engine && entry.job === job && entry.points < points)?.measured()?.measurement;
  return smaller === undefined ? 0 : smaller.statistics.min * (points / smaller.points);
}
