import type { EngineId } from "./engine.ts";

/** An engine that was passed over or given up, and why. */
export interface SkippedEngine {
  readonly id: EngineId;
  readonly reason: string;
}

/** Which engine runs, and for each that was preferred but does not work here, why not. */
export interface EngineChoice {
  readonly id: EngineId;
  readonly skipped: readonly SkippedEngine[];
}

/** The engine that was asked for does not work here, or not for this sweep; or none does. */
export class EngineUnavailableError extends Error {
  readonly kind = "engine-unavailable";
  override readonly name = "EngineUnavailableError";
  constructor(readonly requested: string, readonly available: readonly EngineId[], readonly reason: string) {
    super(`The engine "${requested}" is not available: ${reason}. Engines here: auto${available.map((id) => `, ${id}`).join("")}.`);
  }
}

/** Workers hand on an error's name, but not its class. */
const MEMORY_REFUSED = "KernelMemoryError";
const GPU_LOST = "GpuLostError";

/** Whether it is the engine that gave up: its memory was refused, or its GPU was lost. Another may end the work. */
export function isEngineFailure(cause: unknown): boolean {
  return cause instanceof Error && [MEMORY_REFUSED, GPU_LOST].includes(cause.name);
}

/** Whether a GPU was lost, which does not come back. */
export function isGpuLoss(cause: unknown): boolean {
  return cause instanceof Error && cause.name === GPU_LOST;
}
