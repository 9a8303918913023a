import { checksumOf } from "../sweep/checksum.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import type { SweepClient, SweepOptions } from "../workers/sweep-client.ts";
import { benchPrecision, benchSpec, benchSurfaceSpec } from "./bench-plan.ts";
import type { BenchJobId, ClassCounts } from "./bench-result.ts";

/** What one run computed, to be compared with what others did. */
export interface RunOutcome {
  readonly counts: ClassCounts | null;
  /** Least and greatest value of every field; `null` where the job gives none. */
  readonly extremes: string | null;
  readonly checksum: string | null;
}

export interface JobRun {
  /** From the call to its answer, as the caller waits for it. */
  readonly seconds: number;
  readonly outcome: RunOutcome;
}

type SweepJobId = Exclude<BenchJobId, "surface">;

/** How each job calls the client. */
const OPTIONS: Readonly<Record<SweepJobId, SweepOptions>> = {
  fill: { method: "cells", keep: true },
  transfer: { method: "cells", onTile: () => undefined },
  "summary-cells": { method: "cells" },
  "summary-rows": { method: "rows" },
  checksum: { method: "cells", checksum: true },
};

/**
 * Runs a job once and times it.
 * @param clock milliseconds
 */
export async function runJob(
  client: SweepClient, job: BenchJobId, size: number, clock: () => number, signal?: AbortSignal,
): Promise<JobRun> {
  const abort = signal === undefined ? {} : { signal };
  if (job === "surface") {
    const request = { spec: benchSurfaceSpec(size), field: "margin", level: 0, colour: "growth" } as const;
    const started = clock();
    const { mesh } = await client.surface(request, abort);
    const seconds = (clock() - started) / 1000;
    return { seconds, outcome: { counts: null, extremes: null, checksum: await meshChecksum(mesh) } };
  }
  const spec = benchSpec(size, benchPrecision(client.engine.id));
  const started = clock();
  const summary = await client.sweep(spec, { ...OPTIONS[job], ...abort });
  const seconds = (clock() - started) / 1000;
  return { seconds, outcome: outcomeOf(summary) };
}

function outcomeOf(summary: SweepSummary): RunOutcome {
  const { positive, negative, boundary, infeasible } = summary;
  const fields = Object.values(summary.fields);
  const checksums = fields.flatMap(({ checksum }) => checksum ?? []);
  return {
    counts: { positive, negative, boundary, infeasible },
    extremes: fields.map((field) => ("min" in field ? `${field.min}…${field.max}` : "")).join(" "),
    checksum: checksums.length === 0 ? null : checksums.join(" "),
  };
}

function meshChecksum({ positions, values, sheet, wall, caps }: SurfaceMesh): Promise<string> {
  const parts = [positions, values, sheet, wall, caps].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return checksumOf(bytes);
}
