import { slurmTime, TIME_MARGIN } from "../state/export/export-command.ts";

/** The line that gives a sweep to Slurm: shards as a job array; with no shards, a job that writes the whole. @param seconds that each job is expected to take with so many threads */
export function slurmLine(spec: string, out: string, format: string, { shards, seconds }: { readonly shards: number | null; readonly seconds: number }, threads: number): string {
  const sweep = ["tauscape", "sweep", spec, "--out", out, "--format", format, ...shards === null ? [] : ["--shards", String(shards)], "--threads", String(threads), "--resume"].map(quoted).join(" ");
  return `sbatch ${shards === null ? "" : `--array=0-${shards - 1} `}--cpus-per-task=${threads} --requeue --time=${slurmTime(seconds * TIME_MARGIN)} --wrap=${quoted(sweep)}`;
}

/** The line that joins the shards. */
export function mergeLine(folder: string): string {
  return `tauscape merge ${quoted(folder)}`;
}

/** A word as a POSIX shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
