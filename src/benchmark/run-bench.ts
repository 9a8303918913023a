import type { EngineId } from "../engines/engine.ts";
import { ENGINES } from "../engines/engine-table.ts";
import type { BilingualText } from "../model/index.ts";
import { planBench, roundCount } from "./bench-plan.ts";
import { BENCH_SCHEMA, type BenchMachine, type BenchResult, type BenchRuntime, type ParityResult, type Roofline } from "./bench-result.ts";
import { BenchSteps, type BenchProgress } from "./bench-steps.ts";
import { checkAgreement } from "./check-agreement.ts";
import { EngineRoster } from "./engine-roster.ts";
import { tooSlowFor } from "./expected-time.ts";
import { measureRooflines, ROOFLINE_COUNT } from "./measure-rooflines.ts";
import { openClients, reasonOf, type CreateClient } from "./open-clients.ts";
import { measureParity, paritySteps } from "./parity.ts";
import { RunRecord } from "./run-record.ts";
import { labelOf, runRounds } from "./run-rounds.ts";
import { STOP_REASONS } from "./stop-reasons.ts";
import { measureTimerResolution } from "./timer-resolution.ts";

/** Where and when a benchmark runs; the caller knows. */
export interface BenchEnvironment {
  readonly version: string;
  readonly commit: string | null;
  /** When it began: ISO 8601, UTC. */
  readonly created: string;
  readonly machine: BenchMachine;
  readonly runtime: BenchRuntime;
  readonly isolated: boolean;
}

export interface BenchOptions {
  readonly createClient: CreateClient;
  /** Default: every engine that there is. */
  readonly engines?: readonly EngineId[];
  /** Points an axis, ascending; see `sizesUpTo`. */
  readonly sizes: readonly number[];
  /** Runs that are kept, at least one. */
  readonly repeats: number;
  /** Runs between the cold one and those that are kept. */
  readonly warmUps: number;
  readonly threads: number;
  /** Random specs of the comparison with the model; 0, the default, leaves it out. */
  readonly paritySpecs?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BenchProgress) => void;
  readonly environment: BenchEnvironment;
  /** Milliseconds. Default: `performance.now`. */
  readonly clock?: () => number;
}

const ROOFLINE_LABEL: BilingualText = { en: "Plain memory", zh: "内存读写" };
const PARITY_LABEL: BilingualText = { en: "Comparison with the model", zh: "与模型对照" };
const FINISHED_LABEL: BilingualText = { en: "Finished", zh: "完成" };

/**
 * Measures every engine that works here, one client each: a cold run, warm-ups, then repeats in turn, so that what disturbs the
 * machine disturbs all alike. An abort ends it with what was measured so far. Rejects where no engine works here.
 */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const { sizes, repeats, warmUps, threads, paritySpecs = 0, signal, environment, clock = () => performance.now() } = options;
  const timer = { resolutionSeconds: measureTimerResolution(clock) };
  const engines = options.engines ?? ENGINES.map(({ id }) => id);
  const { clients, refused } = await openClients(options.createClient, engines, threads, signal);
  const roster = new EngineRoster(clients);
  const plan = planBench(clients.map(({ engine }) => engine.id), sizes);
  const rounds = roundCount({ repeats, warmUps });
  const runs = plan.reduce((sum, entry) => sum + entry.engines.length * rounds, 0);
  const steps = new BenchSteps(ROOFLINE_COUNT + runs + (paritySpecs > 0 ? paritySteps(paritySpecs) * clients.length : 0), options.onProgress);
  const records: RunRecord[] = [];
  let rooflines: readonly Roofline[] = [];
  let parity: ParityResult | null = null;
  let stopReason: string | null = null;
  try {
    const onProcessor = clients.find(({ engine }) => engine.id !== "webgpu");
    if (onProcessor !== undefined) {
      steps.begin(ROOFLINE_LABEL);
      rooflines = await measureRooflines(onProcessor, repeats, warmUps, () => steps.step(ROOFLINE_LABEL), signal);
    }
    for (const entry of plan) {
      const leftOut = tooSlowFor(entry, records);
      for (const { engine, seconds } of leftOut) {
        const label = labelOf(entry, engine);
        roster.leaveOut(engine, `${label.en} (about ${Math.round(seconds)} s a run)`);
        steps.step(label, rounds);
      }
      const entrants = entry.engines.filter((id) => leftOut.every(({ engine }) => engine !== id))
        .flatMap((id) => roster.clientOf(id) ?? []).map((client) => new RunRecord(client, entry));
      records.push(...entrants);
      await runRounds(entrants, { rounds, warmUps, roster, steps, clock, ...(signal === undefined ? {} : { signal }) });
    }
    if (paritySpecs > 0) {
      steps.begin(PARITY_LABEL);
      parity = await measureParity(roster.working(), paritySpecs, () => steps.step(PARITY_LABEL), signal);
    }
    if (roster.working().length === 0) stopReason = STOP_REASONS.noEngineLeft.en;
    else steps.complete(FINISHED_LABEL);
  } catch (cause) {
    stopReason = reasonOf(cause);
  } finally {
    for (const client of clients) client.dispose();
  }
  const { version, commit, created, machine, runtime, isolated } = environment;
  return {
    schema: BENCH_SCHEMA, version, commit, created, machine, runtime, timer, isolated,
    engines: roster.describe(engines, refused), settings: { sizes, repeats, warmUps, threads }, rooflines,
    measurements: checkAgreement(records.flatMap((record) => record.measured() ?? [])), parity,
    state: stopReason === null ? "complete" : "stopped", stopReason,
  };
}
