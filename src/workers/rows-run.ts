import { planRows, type RowsPass } from "../sweep/rows/rows-plan.ts";
import { runRows } from "../sweep/rows/run-rows.ts";
import { cellCount, type SweepSpec } from "../sweep/spec.ts";
import { summarise, type RunFacts } from "../sweep/summarise.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { TileTotals } from "../sweep/totals.ts";
import type { SweepOptions } from "./sweep-client.ts";
import { SweepRun, type SweepPool } from "./sweep-run.ts";
import { TileFailedError } from "./tile-failed.ts";

/** A summary by rows: each pass is a sweep of its own. Where an engine gives up, the next begins again. */
export class RowsRun {
  #totals: TileTotals | null = null;

  constructor(private readonly spec: SweepSpec, private readonly options: Pick<SweepOptions, "signal" | "onProgress">) {}

  async on(pool: SweepPool): Promise<void> {
    const total = cellCount(this.spec);
    const { cost } = planRows(this.spec);
    const { onProgress, signal } = this.options;
    let spent = 0;
    this.#totals = await runRows(this.spec, async (pass) => {
      const report = (share: number) => onProgress?.({ done: Math.floor(total * Math.min(1, (spent + share * pass.cost) / cost) * 0.999), total });
      const totals = await this.#sweep(pool, pass, report, signal);
      spent += pass.cost;
      return totals;
    });
    onProgress?.({ done: total, total });
  }

  async summary(facts: Pick<RunFacts, "engine" | "threads" | "seconds">): Promise<SweepSummary> {
    if (this.#totals === null) throw new RangeError("The rows have not been run.");
    const { hashSpec } = await import("../sweep/spec-hash.ts");
    return summarise(this.spec, this.#totals, { ...facts, method: "rows", specHash: hashSpec(this.spec), checksums: {} });
  }

  async #sweep(pool: SweepPool, pass: RowsPass, report: (share: number) => void, signal: AbortSignal | undefined): Promise<TileTotals> {
    const run = new SweepRun(pass.spec, {
      onProgress: ({ done, total }) => report(done / total), ...(signal === undefined ? {} : { signal }),
    }, pass.follow);
    try {
      await run.on(pool);
    } catch (cause) {
      if (!(cause instanceof TileFailedError)) throw cause;
      const { engine, failures } = cause;
      throw new TileFailedError({ spec: this.spec, range: { from: 0, to: cellCount(this.spec) }, method: "rows", engine, failures }, cause.cause);
    }
    return run.totals;
  }
}
