import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXPORTERS } from "../../src/exporters/registry.ts";
import { command, type Outcome } from "../cli/test-io.ts";
import { MortalFiles } from "./mortal-files.ts";

const spec = (fields: readonly string[]) => JSON.stringify({
  schema: "tauscape/sweep@1", fields,
  axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 9 }, { name: "wr", min: 0.5, max: 4, count: 14, spacing: "log" }],
});

let folder = "";
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "tauscape-kill-")); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

/** Time flies: every tile has its line in the journal. */
function clock(): () => Date {
  let time = 0;
  return () => new Date(time += 1000);
}

function run(args: readonly string[], input: string, mortal: MortalFiles, cwd: string): Promise<Outcome> {
  return command(args, { input, files: mortal.files, cwd, now: clock() });
}

/** Every file of a folder by its path, without manifests: they hold the times of the run. */
function contents(path: string, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(path).sort()) {
    const at = join(path, name);
    if (statSync(at).isDirectory()) contents(at, `${prefix}${name}/`).forEach((text, key) => found.set(key, text));
    else if (!name.endsWith(".manifest.json")) found.set(prefix + name, readFileSync(at, "latin1"));
  }
  return found;
}

/** Kills a command at each of its changes in turn, and after each lets `goOn` finish; what is there then is what one run makes. */
async function killEverywhere(args: readonly string[], input: string, goOn: readonly string[], prepare: string | null, expected: Map<string, string>): Promise<number> {
  for (let killAt = 1; ; killAt++) {
    const cwd = join(folder, `kill-${killAt}`);
    if (prepare === null) rmSync(cwd, { recursive: true, force: true });
    cpSync(prepare ?? mkdtempSync(join(folder, "empty-")), cwd, { recursive: true });
    const mortal = new MortalFiles(killAt);
    const { code } = await run(args, input, mortal, cwd);
    if (!mortal.wasKilled) return killAt - 1;
    expect(code).not.toBe(0);
    const { code: after, stderr } = await run(goOn, input, new MortalFiles(Infinity), cwd);
    expect(after, `killed at change ${killAt}: ${stderr}`).toBe(0);
    expect(contents(cwd), `killed at change ${killAt}`).toEqual(expected);
    rmSync(cwd, { recursive: true });
  }
}

describe("a run that is killed at any change to the disk, and goes on, leaves what one run leaves", () => {
  it.each(EXPORTERS.map(({ id, holdsSeveralFields }) => [id, holdsSeveralFields ? ["growth", "class"] : ["growth"]] as const))("%s", async (format, fields) => {
    const whole = join(folder, "whole");
    cpSync(mkdtempSync(join(folder, "empty-")), whole, { recursive: true });
    const args = ["sweep", "-", "--out", "grid", "--format", format, "--quiet"];
    expect((await run(args, spec(fields), new MortalFiles(Infinity), whole)).code).toBe(0);
    const kills = await killEverywhere(args, spec(fields), [...args, "--resume"], null, contents(whole));
    expect(kills).toBeGreaterThan(12);
  });

  it("a shard, and the merge of shards while it assembles and renames", async () => {
    const shards = join(folder, "shards");
    cpSync(mkdtempSync(join(folder, "empty-")), shards, { recursive: true });
    const args = ["sweep", "-", "--out", "grid", "--format", "npz", "--shard", "0/1"];
    expect((await run(args, spec(["growth", "class"]), new MortalFiles(Infinity), shards)).code).toBe(0);
    expect(await killEverywhere(args, spec(["growth", "class"]), [...args, "--resume"], null, contents(shards))).toBeGreaterThan(8);
    const merged = join(folder, "merged");
    cpSync(shards, merged, { recursive: true });
    expect((await run(["merge", "."], "", new MortalFiles(Infinity), merged)).code).toBe(0);
    expect(await killEverywhere(["merge", "."], "", ["merge", "."], shards, contents(merged))).toBeGreaterThan(12);
  });
});
