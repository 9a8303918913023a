import type { BilingualText } from "../model/index.ts";
import type { EngineId } from "./engine.ts";

/** What an engine brings to a worker: the compiled kernels, or nothing where the kernels are TypeScript. */
export interface EngineParts {
  readonly id: EngineId;
  readonly module: WebAssembly.Module | null;
}

interface EngineEntry {
  readonly id: EngineId;
  readonly label: BilingualText;
  /** Makes it ready; rejects with the reason where it does not work here. */
  readonly prepare: (compileKernels: () => Promise<WebAssembly.Module>) => Promise<EngineParts>;
}

/** The engines, in the order in which `auto` tries them. */
export const ENGINES: readonly EngineEntry[] = [
  {
    id: "wasm-simd",
    label: { en: "WebAssembly with SIMD", zh: "WebAssembly（SIMD）" },
    prepare: async (compileKernels) => ({ id: "wasm-simd", module: await compileKernels() }),
  },
  {
    id: "js",
    label: { en: "JavaScript", zh: "JavaScript" },
    prepare: () => Promise.resolve({ id: "js", module: null }),
  },
];

/** Which engine runs, and for each that was preferred but does not work here, why not. */
export interface EngineChoice {
  readonly id: EngineId;
  readonly skipped: readonly { readonly id: EngineId; readonly reason: string }[];
}

/** The engine that was asked for does not work here, or does not exist. */
export class EngineUnavailableError extends Error {
  readonly kind = "engine-unavailable";
  constructor(readonly requested: string, readonly available: readonly EngineId[], readonly reason: string) {
    super(`The engine "${requested}" is not available: ${reason}. Engines here: auto, ${available.join(", ")}.`);
  }
}

/** Picks the engine that was asked for, or with `auto` the first that works here. */
export async function selectEngine(
  requested: EngineId | "auto", compileKernels: () => Promise<WebAssembly.Module>,
): Promise<{ readonly choice: EngineChoice; readonly parts: EngineParts }> {
  const skipped: { id: EngineId; reason: string }[] = [];
  const candidates = ENGINES.filter(({ id }) => requested === "auto" || requested === id);
  for (const { id, prepare } of candidates) {
    try {
      const parts = await prepare(compileKernels);
      return { choice: { id, skipped }, parts };
    } catch (cause) {
      skipped.push({ id, reason: cause instanceof Error ? cause.message : String(cause) });
    }
  }
  const others = ENGINES.map(({ id }) => id).filter((id) => !skipped.some((skip) => skip.id === id));
  throw new EngineUnavailableError(requested, others, skipped.at(0)?.reason ?? "no engine has this name");
}
