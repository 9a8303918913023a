/**
 * Builds the kernels and the command after `npm ci`, so that `npx tauscape` works in the clone. npm runs this too when npx first
 * links the package, and after `prepack` has built everything; then nothing is left to do.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const BUILT_BEFORE = ["exec", "pack", "publish"];

if (!(BUILT_BEFORE.includes(process.env["npm_command"] ?? "") && existsSync("dist/cli/tauscape.js"))) {
  for (const script of ["build:kernels", "build:cli"]) {
    const { status } = spawnSync("npm", ["run", "--silent", script], { stdio: "inherit", shell: process.platform === "win32" });
    if (status !== 0) process.exit(1);
  }
}
