import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The commit of a checkout: from the environment that builds or starts it, else from git; `null` where the folder is no checkout. */
export function readCommit(folder: string): Promise<string | null> {
  const { TAUSCAPE_COMMIT } = process.env;
  if (TAUSCAPE_COMMIT !== undefined && TAUSCAPE_COMMIT !== "") return Promise.resolve(TAUSCAPE_COMMIT);
  if (!existsSync(join(folder, ".git"))) return Promise.resolve(null);
  const args = ["-C", folder, "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"];
  return new Promise((resolve) => {
    execFile("git", args, (error, stdout) => resolve(error === null && stdout.trim() !== "" ? stdout.trim() : null));
  });
}
