import type { EngineId } from "../engines/engine.ts";
import { EngineUnavailableError } from "../engines/engine-errors.ts";
import type { ClientOptions } from "../workers/create-client.ts";
import type { SweepClient } from "../workers/sweep-client.ts";

export type CreateClient = (options: ClientOptions) => Promise<SweepClient>;

export interface OpenedClients {
  /** One for each engine that works here. */
  readonly clients: readonly SweepClient[];
  /** Of the others, why not. */
  readonly refused: readonly { readonly id: EngineId; readonly reason: string }[];
}

/** Starts a client for each engine, which leaves nothing to another. Rejects with the first engine's error where none works here, or with the signal's reason. */
export async function openClients(
  createClient: CreateClient, engines: readonly EngineId[], threads: number, signal?: AbortSignal,
): Promise<OpenedClients> {
  const clients: SweepClient[] = [];
  const refused: { id: EngineId; reason: string; cause: unknown }[] = [];
  try {
    for (const engine of engines) {
      signal?.throwIfAborted();
      try {
        clients.push(await createClient({ engine, threads, fallback: false }));
      } catch (cause) {
        refused.push({ id: engine, reason: reasonOf(cause), cause });
      }
    }
    signal?.throwIfAborted();
  } catch (cause) {
    for (const client of clients) client.dispose();
    throw cause;
  }
  if (clients.length === 0 && refused.length > 0) throw refused[0].cause;
  return { clients, refused: refused.map(({ id, reason }) => ({ id, reason })) };
}

/** Why something failed, in the error's own words. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof EngineUnavailableError) return cause.reason;
  return cause instanceof Error ? cause.message : String(cause);
}
