import { spawn } from "node:child_process";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { inNewFolder } from "./alternate.ts";
import type { Peer } from "./duckdb.ts";
import { FIELDS, type SampleSweep } from "./sample.ts";

/** The system's own, whose packages `apt` installs; or a person's. */
const PYTHONS = ["/usr/bin/python3", "python3"];

/** netCDF4 for Python on the same values in memory, started beforehand; `null` where it is not here. @param script netcdf4.py */
export function openNetcdf4(script: string, sweep: SampleSweep): Promise<Peer | null> {
  return inNewFolder(async (folder) => {
    const values = join(folder, "values");
    await writeValues(values, sweep);
    for (const python of PYTHONS) {
      const peer = await start(python, [script, String(sweep.points), values]);
      if (peer !== null) return peer;
    }
    return null;
  });
}

/** The fields one after the other. */
async function writeValues(path: string, { tiles }: SampleSweep): Promise<void> {
  const file = await open(path, "w");
  for (const field of FIELDS) {
    for (const { fields } of tiles) await file.write(fields[field] ?? new Uint8Array(0));
  }
  await file.close();
}

async function start(python: string, args: readonly string[]): Promise<Peer | null> {
  const child = spawn(python, args, { stdio: ["pipe", "pipe", "ignore"] });
  child.on("error", () => undefined);
  const lines: AsyncIterator<string, undefined> = createInterface(child.stdout)[Symbol.asyncIterator]();
  if ((await lines.next()).value !== "ready") return null;
  return {
    step: async (folder) => {
      child.stdin.write(`${folder}\n`);
      const { value } = await lines.next();
      if (value === undefined) throw new Error("netCDF4 for Python has ended");
      return Number(value);
    },
    close: () => { child.stdin.end(); },
  };
}
