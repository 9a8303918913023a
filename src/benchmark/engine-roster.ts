import type { EngineId } from "../engines/engine.ts";
import type { SweepClient } from "../workers/sweep-client.ts";
import type { BenchEngine } from "./bench-result.ts";
import { reasonOf } from "./open-clients.ts";

/** The engines that take part, and why others no longer do. */
export class EngineRoster {
  readonly #failures = new Map<EngineId, string>();
  readonly #leftOut = new Map<EngineId, string[]>();

  constructor(private readonly clients: readonly SweepClient[]) {}

  working(): SweepClient[] {
    return this.clients.filter(({ engine }) => !this.#failures.has(engine.id));
  }

  clientOf(id: EngineId): SweepClient | undefined {
    return this.working().find(({ engine }) => engine.id === id);
  }

  /** An engine that failed takes no further part: what it would say next could not be trusted. */
  drop(id: EngineId, during: string, cause: unknown): void {
    if (!this.#failures.has(id)) this.#failures.set(id, `${during}: ${reasonOf(cause)}`);
  }

  /** An engine that works does not do a job, because that would take too long. */
  leaveOut(id: EngineId, what: string): void {
    this.#leftOut.set(id, [...this.#leftOut.get(id) ?? [], what]);
  }

  /** Every engine that was asked for, in that order. */
  describe(engines: readonly EngineId[], refused: readonly { readonly id: EngineId; readonly reason: string }[]): BenchEngine[] {
    return engines.map((id) => {
      const refusal = refused.find((one) => one.id === id);
      return refusal === undefined
        ? { id, available: true, reason: this.#failures.get(id) ?? this.#tooSlow(id) }
        : { id, available: false, reason: refusal.reason };
    });
  }

  #tooSlow(id: EngineId): string | null {
    const jobs = this.#leftOut.get(id);
    return jobs === undefined ? null : `too slow for ${jobs.join("; ")}`;
  }
}
