import type { FieldName } from "../model/index.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { Machine } from "./io.ts";

export const MANIFEST_SCHEMA = "tauscape/manifest@1";

/** Consecutive cells that were written, with the checksum of each field's bytes among them. */
export interface ManifestChunk {
  readonly start: number;
  readonly count: number;
  readonly state: "done";
  readonly checksums: Readonly<Partial<Record<FieldName, string>>>;
}

/** What stands beside a result: what it is, how it was made, and the means to check it. */
export interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly state: "done";
  readonly spec: SweepSpec;
  readonly specHash: string;
  readonly version: string;
  readonly format: string;
  readonly precision: SweepSpec["precision"];
  readonly engine: SweepSummary["engine"];
  readonly threads: number;
  readonly method: SweepSummary["method"];
  /** Names without folders; the first is the result itself. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** Of each field's bytes over the whole sweep; `null` where the engine gives none. */
  readonly checksums: Readonly<Partial<Record<FieldName, string | null>>>;
  readonly chunks: readonly ManifestChunk[];
  readonly times: { readonly started: string; readonly finished: string; readonly computingSeconds: number };
  readonly machine: Machine;
}

export function renderManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
