import type { EngineId } from "../engines/engine.ts";
import { formatCount } from "../model/index.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SweepSummary } from "../sweep/summary.ts";

/** What reproduces a failure. */
export interface FailedTile {
  readonly spec: SweepSpec;
  /** The cells; all of them, where rows were followed, for then a tile is none of the sweep's own. */
  readonly range: CellRange;
  readonly method: SweepSummary["method"];
  readonly engine: EngineId;
  readonly failures: number;
}

/** Cells of a sweep failed again and again, each time in a new worker. The cause is the last failure. */
export class TileFailedError extends Error implements FailedTile {
  readonly kind = "tile-failed";
  override readonly name = "TileFailedError";
  readonly spec: SweepSpec;
  readonly range: CellRange;
  readonly method: SweepSummary["method"];
  readonly engine: EngineId;
  readonly failures: number;

  constructor({ spec, range, method, engine, failures }: FailedTile, cause: unknown) {
    super(
      `The cells ${formatCount(range.from)} to ${formatCount(range.to - 1)} failed ${failures} times with the engine ${engine}, at last so: ${reasonOf(cause)} `
      + `What reproduces it: ${JSON.stringify({ spec, range, method, engine, threads: 1 })}`,
      { cause },
    );
    this.spec = spec;
    this.range = range;
    this.method = method;
    this.engine = engine;
    this.failures = failures;
  }

  /** Why it failed the last time. */
  get reason(): string {
    return reasonOf(this.cause);
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
