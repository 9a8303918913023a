import { ENGINES } from "../engines/engine-table.ts";
import type { EngineId } from "../engines/engine.ts";

export type EngineChoice = EngineId | "auto";

/** What `--engine` takes. */
export const ENGINE_CHOICES: readonly EngineChoice[] = ["auto", ...ENGINES.map(({ id }) => id)];
