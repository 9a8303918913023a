import { spawnSync } from "node:child_process";

/** R's interpreter, where it has these packages; else `null`. */
export function rscriptWith(...packages: readonly string[]): string | null {
  const needed = packages.map((name) => `requireNamespace("${name}", quietly = TRUE)`);
  return works("Rscript", "-e", `stopifnot(${["TRUE", ...needed].join(", ")})`) ? "Rscript" : null;
}

/** Julia, where it has these packages; else `null`. */
export function juliaWith(...packages: readonly string[]): string | null {
  return works("julia", "-e", `using DelimitedFiles${packages.map((name) => `; import ${name}`).join("")}`) ? "julia" : null;
}

function works(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}
