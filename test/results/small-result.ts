import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command, testFolder, type Outcome, type TestIoOptions } from "../cli/test-io.ts";
import { MortalFiles } from "./mortal-files.ts";

/** 126 points: two whole tiles and half of one. */
export const SPEC = {
  schema: "tauscape/sweep@1", fields: ["growth", "class"],
  axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 9 }, { name: "wr", min: 0.5, max: 4, count: 14, spacing: "log" }],
};

/** Where a file of the test's folder is. */
export const at = (name: string): string => join(testFolder(), name);

/** Sweeps it into grid.npz. */
export const sweep = (args: readonly string[], options: TestIoOptions = {}): Promise<Outcome> =>
  command(["sweep", "-", "--out", "grid.npz", ...args], { input: JSON.stringify(SPEC), ...options });

/** Every tile has its line in the journal. */
export function clock(): () => Date {
  let time = 0;
  return () => new Date(time += 1000);
}

/** Changes one bit of a file. */
export function flip(name: string, position: number): void {
  const bytes = readFileSync(at(name));
  bytes[position] ^= 1;
  writeFileSync(at(name), bytes);
}

/** Leaves a run that was killed when two of its three tiles were done. */
export async function begun(): Promise<void> {
  for (let killAt = 1; !existsSync(at("grid.npz")); killAt++) {
    for (const name of ["grid.npz.partial", "grid.npz.journal"]) rmSync(at(name), { force: true });
    await sweep([], { files: new MortalFiles(killAt).files, now: clock() });
    if (existsSync(at("grid.npz.journal")) && readFileSync(at("grid.npz.journal"), "utf8").split("\n").length === 4) return;
  }
  throw new Error("no kill left two tiles done");
}
