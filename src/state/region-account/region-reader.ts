import type { BilingualText } from "../../model/index.ts";
import { nextTask } from "../../sweep/next-task.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import { sweepSpecOf } from "../derived-specs.ts";
import type { Explorer } from "../explorer.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { LatestRunner } from "../latest-runner.ts";
import { regionAccount, type FlagCounts, type RegionAccount } from "./region-account.ts";
import { countRegion, type RegionCounts } from "./region-counts.ts";
import { toldSettings } from "./told-settings.ts";

interface Job {
  readonly state: ExplorerState;
  readonly spec: SweepSpec;
  /** Equal keys: the same classes, and the same flags. */
  readonly key: string;
}

/** Gives the page's other work its turn. */
export type Pause = () => Promise<void>;

/** Work without a pause: less than half a frame. */
const SLICE_MS = 6;

/**
 * Reads the region of an explorer into words once the hand rests: the classes counted in slices on this thread, the flags by the pool. The sweep that
 * the page shows comes first, and one that is no longer asked for ends the reading; nothing queues behind.
 */
export class RegionReader {
  #account: RegionAccount | null = null;
  /** A state of which `#account` tells. */
  #told: ExplorerState | null = null;
  /** What `#account` tells of, and what is being read. */
  #readKey = "";
  #askedKey = "";
  readonly #listeners = new Set<() => void>();
  readonly #runner = new LatestRunner<Job, { readonly counts: RegionCounts; readonly flags: FlagCounts | null }>(
    async ({ spec }, signal) => ({ counts: await this.#count(spec, signal), flags: await this.#countFlags(spec, signal) }),
    {
      onResult: ({ counts, flags }, { state, key }) => {
        this.#readKey = key;
        this.#told = state;
        this.#account = regionAccount(state, counts, flags);
        for (const listener of this.#listeners) listener();
      },
      onError: () => { this.#askedKey = this.#readKey; },
    },
    true,
  );

  constructor(private readonly explorer: Explorer, private readonly pause: Pause = nextTask) {}

  /** Of the last spec that was read; `null` before the first. */
  get account(): RegionAccount | null { return this.#account; }

  /** Whether the account is of what the explorer shows now. */
  get isCurrent(): boolean { return this.#account !== null && this.#readKey === jobOf(this.explorer.state).key; }

  /** Where the sweep of what is set was cancelled, so that the account stays that of another: what it tells of; else `null`. */
  get outdated(): BilingualText | null {
    const { state, sweep } = this.explorer;
    return this.#told === null || !sweep.isCancelled || this.isCurrent ? null : toldSettings(this.#told, state);
  }

  /** Calls `listener` after every change of the account, until the function that is returned is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    const unfollow = this.explorer.subscribe(() => this.follow());
    this.follow();
    return () => {
      this.#listeners.delete(listener);
      unfollow();
      this.#runner.cancel();
    };
  }

  /** Reads the present region, unless it is read already, or its sweep has yet to end. */
  follow(): void {
    const { state, sweep, client, clientError } = this.explorer;
    if (sweep.isPending || sweep.isCancelled || (client === null && clientError === null)) {
      this.#runner.cancel();
      this.#askedKey = this.#readKey;
      return;
    }
    const job = jobOf(state);
    if (job.key === this.#askedKey) return;
    this.#askedKey = job.key;
    this.#runner.request(job);
  }

  async #count(spec: SweepSpec, signal: AbortSignal): Promise<RegionCounts> {
    const counting = countRegion(spec);
    for (let until = performance.now() + SLICE_MS; ;) {
      const step = counting.next();
      if (step.done === true) return step.value;
      if (performance.now() < until) continue;
      await this.pause();
      signal.throwIfAborted();
      until = performance.now() + SLICE_MS;
    }
  }

  /** `null` where there is no pool, or where it fails: the account then does without. */
  async #countFlags(spec: SweepSpec, signal: AbortSignal): Promise<FlagCounts | null> {
    const { client } = this.explorer;
    if (client === null) return null;
    try {
      return (await client.sweep(spec, { signal })).flags;
    } catch {
      signal.throwIfAborted();
      return null;
    }
  }
}

function jobOf(state: ExplorerState): Job {
  const spec = { ...sweepSpecOf(state), fields: ["status" as const] };
  return { state, spec, key: JSON.stringify(spec) };
}
