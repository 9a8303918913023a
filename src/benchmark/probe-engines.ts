import { ENGINES } from "../engines/engine-table.ts";
import type { BilingualText } from "../model/index.ts";
import type { BenchEngine } from "./bench-result.ts";
import { reasonOf, type CreateClient } from "./open-clients.ts";

/** An engine, and whether it works here. */
export interface ProbedEngine extends BenchEngine {
  readonly label: BilingualText;
  /** Threads that it takes unless asked for others; `null` where it does not work. */
  readonly threads: number | null;
}

/** Every engine before it is known whether it works. */
export const UNPROBED_ENGINES: readonly ProbedEngine[] = ENGINES.map(({ id, label }) => ({ id, label, available: false, reason: null, threads: null }));

/** Starts a client of every engine that there is, and ends it: what works here, and why the rest does not. */
export async function probeEngines(createClient: CreateClient): Promise<ProbedEngine[]> {
  const probed: ProbedEngine[] = [];
  for (const { id, label } of ENGINES) {
    try {
      const client = await createClient({ engine: id, fallback: false });
      probed.push({ id, label, available: true, reason: null, threads: client.threads });
      client.dispose();
    } catch (cause) {
      probed.push({ id, label, available: false, reason: reasonOf(cause), threads: null });
    }
  }
  return probed;
}
