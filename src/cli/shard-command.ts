import { slurmTime, TIME_MARGIN } from "../state/export/export-command.ts";

/** The line that gives a sweep in shards to Slurm, as a job array. @param seconds that a shard is expected to take */
export function arrayLine(spec: string, out: string, format: string, shards: number, seconds: number): string {
  const sweep = ["tauscape", "sweep", spec, "--out", out, "--format", format, "--shards", String(shards), "--resume"].map(quoted).join(" ");
  return `sbatch --array=0-${shards - 1} --time=${slurmTime(seconds * TIME_MARGIN)} --wrap=${quoted(sweep)}`;
}

/** The line that joins the shards. */
export function mergeLine(folder: string): string {
  return `tauscape merge ${quoted(folder)}`;
}

/** A word as a POSIX shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
