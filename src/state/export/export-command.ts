import type { FormatInfo } from "../../exporters/exporter.ts";
import { hashSpec } from "../../sweep/spec-hash.ts";
import type { SweepSpec } from "../../sweep/spec.ts";

const DIGITS = 8;
/** Machines of a cluster differ: a shard gets more time than it is expected to take. */
export const TIME_MARGIN = 1.5;

/** Name of an export, such as `tauscape-1a2b3c4d.npz`: equal sweeps have equal names. */
export function exportName(spec: SweepSpec, { extensions }: Pick<FormatInfo, "extensions">): string {
  return `${stemOf(spec)}${extensions[0]}`;
}

/** Name of the file with the spec that the commands read. */
export function specName(spec: SweepSpec): string {
  return `${stemOf(spec)}.json`;
}

export function specText(spec: SweepSpec): string {
  return `${JSON.stringify(spec, null, 2)}\n`;
}

/** The command that makes the same file; the name tells it the format, unless another has the same extension. */
export function exportCommand(spec: SweepSpec, exporter: FormatInfo): string {
  return `tauscape sweep ${specName(spec)} --out ${exportName(spec, exporter)} --format ${exporter.id}`;
}

/** The lines for Slurm: a job array of shards, and what joins them then; where one shard is enough, the one job that writes the file. */
export function slurmLines(spec: SweepSpec, exporter: FormatInfo, shards: number, seconds: number): readonly string[] {
  const time = `--time=${slurmTime(seconds * TIME_MARGIN)}`;
  const command = exportCommand(spec, exporter);
  if (shards === 1) return [`sbatch ${time} --wrap="${command} --resume"`];
  return [`sbatch --array=0-${shards - 1} ${time} --wrap="${command} --shards ${shards} --resume"`, MERGE_COMMAND];
}

const MERGE_COMMAND = "tauscape merge .";

/** Hours, minutes and seconds as Slurm reads them, in whole minutes, one at least. */
export function slurmTime(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00`;
}

function stemOf(spec: SweepSpec): string {
  return `tauscape-${hashSpec(spec).slice("sha256-".length, "sha256-".length + DIGITS)}`;
}
