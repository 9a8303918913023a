import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readExamples } from "./examples.ts";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MANIFEST = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>; readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};
/** What a stranger writes: strict, with every room, and with what the types must refuse. */
const STRANGER = `
import { sweep, summarize, exportSweep, MemorySink, SpecError, TileFailedError, type SweepSummary } from "tauscape";
import { evaluatePoint, DEFAULT_PARAMETERS, PARAMETERS } from "tauscape/model";
import { parseSpec, TILE_CELLS, type SweepSpec } from "tauscape/sweep";
import { EXPORTERS, type ByteSink } from "tauscape/exporters";
import { writeSweep } from "tauscape/node";
import type { RegionChange } from "tauscape/components";

export async function all(change: RegionChange): Promise<SweepSummary> {
  const tiles = sweep({ axes: [{ name: "tau", min: 0, max: 1, count: 5 }], fields: ["growth", "class"], precision: "f32" }, { threads: 1 });
  for await (const { start, fields } of tiles) {
    const growth: Float32Array = fields.growth;
    const signs: Int8Array = fields.class;
    // @ts-expect-error -- not asked for
    fields.margin;
    console.log(start + growth.length + signs.length);
  }
  // @ts-expect-error -- no parameter
  sweep({ axes: [{ name: "gamma", values: [1] }] });
  const sink: ByteSink = new MemorySink();
  await exportSweep({ axes: [] }, { sink, format: EXPORTERS[0].id }).catch((error: unknown) => error instanceof SpecError || error instanceof TileFailedError);
  const parsed = parseSpec({});
  const spec: SweepSpec | null = parsed.ok ? parsed.spec : null;
  if (spec !== null) await writeSweep(spec, "grid.npz", { resume: true });
  console.log(evaluatePoint({ ...DEFAULT_PARAMETERS, alpha: PARAMETERS.alpha.default }, change.rule, change.prices).fields.growth, TILE_CELLS);
  return await summarize({ axes: [{ name: "tau", values: [0.1] }] });
}
`;

let folder = "";
const at = (path: string) => join(folder, path);
const node = (...args: string[]) => run(process.execPath, args, { cwd: folder, env: { ...process.env, LC_ALL: "C" } });

/** The package as npm would unpack it in an empty folder, offline: what it depends on is linked. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tauscape-packed-"));
  const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], { cwd: ROOT, shell: process.platform === "win32" });
  const [{ filename }] = JSON.parse(stdout) as { filename: string }[];
  const { stdout: files } = await run("tar", ["xzvf", filename], { cwd: folder });
  expect(files).toContain("package/dist/page/index.html");
  mkdirSync(at("node_modules"));
  await run("mv", [at("package"), at("node_modules/tauscape")]);
  for (const name of Object.keys(MANIFEST.dependencies)) {
    mkdirSync(dirname(at(`node_modules/${name}`)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), at(`node_modules/${name}`), "junction");
  }
  writeFileSync(at("package.json"), JSON.stringify({ name: "stranger", type: "module", private: true }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the packed package, in an empty folder", () => {
  it("has every file that it exports, for Node and for browsers", () => {
    for (const [room, targets] of Object.entries(MANIFEST.exports)) {
      for (const path of typeof targets === "string" ? [targets] : Object.values(targets)) expect(existsSync(at(`node_modules/tauscape/${path}`)), `${room}: ${path}`).toBe(true);
    }
  });

  it("runs nothing when it is installed: npm warns of what would", () => {
    const { scripts } = JSON.parse(readFileSync(at("node_modules/tauscape/package.json"), "utf8")) as typeof MANIFEST;
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([]);
  });

  it("runs the command, with its kernels", async () => {
    writeFileSync(at("spec.json"), JSON.stringify({ schema: "tauscape/sweep@1", axes: [{ name: "tau", min: 0, max: 1, count: 11 }] }));
    const { stdout } = await node("node_modules/tauscape/bin/tauscape.js", "sweep", "spec.json", "--json", "--engine", "wasm-simd", "--method", "cells");
    expect(JSON.parse(stdout)).toMatchObject({ points: 11, engine: "wasm-simd" });
    const { stdout: point } = await node("node_modules/tauscape/bin/tauscape.js", "point", "--json");
    expect(JSON.parse(point)).toMatchObject({ class: 1 });
  });

  it("runs every example of docs/library.md", async () => {
    const examples = readExamples();
    expect(examples.length).toBeGreaterThan(8);
    for (const [k, { code }] of examples.entries()) writeFileSync(at(`example-${k}.js`), code);
    writeFileSync(at("examples.js"), examples.map((_, k) => `console.log("# ${k}"); await import("./example-${k}.js");`).join("\n"));
    const { stdout, stderr } = await node("examples.js");
    expect(stderr).toBe("");
    const said = stdout.split(/^# \d+\n/m).slice(1);
    expect(said.length).toBe(examples.length);
    expect(said[0]).toMatch(/^cells 0 to 1048575: growth at the first 0\.\d+ a year\ncells 1048576 to 1187999: .*\ntrue [a-z-]+\n$/);
    expect(said[1]).toMatch(/^more compute raises growth at 0\.\d+ of the feasible ones of 90000000000 points\n$/);
    expect(said[2]).toMatch(/\nseen enough\n$/);
    expect(said[4]).toMatch(/^npz \(\.npz\).*\nsweep\.npz true\n$/);
    expect(said[5]).toMatch(/^growth\.npz\.manifest\.json 0\.\d+\n$/);
    expect(said[6]).toMatch(/^tau,growth\r?\n0\.2,0\.\d+\r?\n0\.4,0\.\d+/);
    expect(existsSync(at("growth.npz"))).toBe(true);
    const { stdout: verified } = await node("node_modules/tauscape/bin/tauscape.js", "verify", "growth.npz");
    expect(verified).toContain("matches its manifest");
  });

  it("has types that a strict project takes, whichever way it resolves modules", async () => {
    writeFileSync(at("stranger.ts"), STRANGER);
    const said = await Promise.all([["nodenext", "nodenext"], ["bundler", "esnext"]].map(async ([moduleResolution, module]) => {
      writeFileSync(at(`tsconfig.${moduleResolution}.json`), JSON.stringify({
        compilerOptions: {
          target: "es2022", lib: ["es2022", "dom"], types: [], strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: false, skipDefaultLibCheck: true,
          module, moduleResolution,
        },
        files: ["stranger.ts"],
      }));
      return node(join(ROOT, "node_modules/typescript/bin/tsc"), "-p", `tsconfig.${moduleResolution}.json`).then(({ stdout }) => stdout, (cause: unknown) => (cause as { readonly stdout: string }).stdout);
    }));
    expect(said).toEqual(["", ""]);
  });
});
