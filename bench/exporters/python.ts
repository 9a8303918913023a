import { spawn } from "node:child_process";
import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileAttributes, variableAttributes } from "../../src/exporters/cf-attributes.ts";
import { describeAxes, describeFields } from "../../src/exporters/describe-sweep.ts";
import { inNewFolder } from "./alternate.ts";
import type { Peer } from "./duckdb.ts";
import { FIELDS, type SampleSweep } from "./sample.ts";

/** The system's own, whose packages `apt` installs; or a person's. */
const PYTHONS = ["/usr/bin/python3", "python3"];

/** NumPy asks for huge pages, from which a system copies a twentieth to a tenth quicker; ours are as they come. Values lie in the same memory for both. */
const ORDINARY_PAGES = { NUMPY_MADVISE_HUGEPAGE: "0" };

/** netCDF4 for Python on the same values in memory, started beforehand; `null` where it is not here. @param script netcdf4.py */
export function openNetcdf4(script: string, sweep: SampleSweep): Promise<Peer | null> {
  return inNewFolder(async (folder) => {
    const [values, attributes] = [join(folder, "values"), join(folder, "attributes.json")];
    await writeValues(values, sweep);
    await writeFile(attributes, JSON.stringify(attributesOf(sweep)));
    for (const python of PYTHONS) {
      const peer = await start(python, [script, String(sweep.points), values, attributes]);
      if (peer !== null) return peer;
    }
    return null;
  });
}

function attributesOf({ source }: SampleSweep): object {
  const variables = [...describeAxes(source.spec), ...describeFields(source.spec)];
  return { file: fileAttributes(source), variables: Object.fromEntries(variables.map((variable) => [variable.name, variableAttributes(variable)])) };
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
  const child = spawn(python, args, { stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, ...ORDINARY_PAGES } });
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
