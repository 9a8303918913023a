/** The programs that the test needs, and where they come from. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Daemons lie where a person's PATH may not lead. */
const FOLDERS = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];

/** @type {Readonly<Record<string, readonly string[]>>} Programs by the Debian package that brings them. */
const PROGRAMS = {
  munge: ["munged"],
  "slurm-wlm": ["slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "scancel", "sinfo"],
};

export const SEARCH_PATH = FOLDERS.join(delimiter);

/** What this machine lacks, in words; null where all is there. @returns {string | null} */
export function whatIsMissing() {
  if (process.platform !== "linux") return `Slurm runs on Linux, and this is ${process.platform}.`;
  const lacking = Object.entries(PROGRAMS)
    .map(([name, programs]) => ({ name, programs: programs.filter((program) => !isThere(program)) }))
    .filter(({ programs }) => programs.length > 0);
  if (lacking.length === 0) return null;
  const found = lacking.map(({ programs }) => programs.join(", ")).join(", ");
  return `Not found: ${found}. On Debian they are in ${lacking.map(({ name }) => name).join(" and ")}: install them, then run this again.`;
}

/** @param {string} program */
function isThere(program) {
  return FOLDERS.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
