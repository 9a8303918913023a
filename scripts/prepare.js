/**
 * Builds the kernels and the command after `npm ci`, so that `npx tauscape` works in the clone. npx runs this too when it first
 * links the package; then nothing is left to do.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const isLinkedByNpx = process.env["npm_command"] === "exec";

if (!(isLinkedByNpx && existsSync("dist/cli/tauscape.js"))) {
  for (const script of ["build:kernels", "build:cli"]) {
    const { status } = spawnSync("npm", ["run", "--silent", script], { stdio: "inherit", shell: process.platform === "win32" });
    if (status !== 0) process.exit(1);
  }
}
