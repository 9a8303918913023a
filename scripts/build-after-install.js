/**
 * `npm ci` in a clone builds the kernels and the command, so that `npx tauscape` works there. npm runs this whenever it has changed node_modules; where what
 * builds is not installed (`--omit=dev`), nothing is built.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (existsSync("node_modules/assemblyscript")) {
  for (const script of ["build:kernels", "build:cli"]) {
    const { status } = spawnSync("npm", ["run", "--silent", script], { stdio: "inherit", shell: process.platform === "win32" });
    if (status !== 0) process.exit(1);
  }
}
