import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

interface Packages {
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

const CRUISE = v.object({
  summary: v.object({ violations: v.array(v.object({ from: v.string(), to: v.string(), rule: v.object({ name: v.string() }) })) }),
});

/** A small project in a temporary folder under the real import rule, to plant imports in. */
export class PlantedProject {
  readonly #packages: Packages;
  #folder: string | undefined;

  constructor(packages: Packages) {
    this.#packages = packages;
  }

  /** Writes the files (path to code) and returns what the rule finds. */
  async cruise(files: Readonly<Record<string, string>>): Promise<Violation[]> {
    this.#folder = await mkdtemp(join(tmpdir(), "tauscape-planted-"));
    for (const name of ["tsconfig.json", ".dependency-cruiser.cjs"]) await cp(join(ROOT, name), join(this.#folder, name));
    await this.#write({ ...this.#packageFiles(), ...files });
    const folders = new Set(Object.keys(files).map((path) => path.split("/")[0] ?? path));
    const report = v.parse(CRUISE, JSON.parse(await this.#run(["--output-type", "json", ...folders])));
    return report.summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to }));
  }

  async remove(): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
  }

  #packageFiles(): Record<string, string> {
    const { dependencies, devDependencies } = this.#packages;
    const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
    const installed = [...dependencies, ...devDependencies].flatMap((name): [string, string][] => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" })],
      [`node_modules/${name}/index.js`, ""],
    ]);
    const manifest = { name: "planted", type: "module", dependencies: versions(dependencies), devDependencies: versions(devDependencies) };
    return { "package.json": JSON.stringify(manifest), ...Object.fromEntries(installed) };
  }

  async #write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      const target = join(this.#folder ?? "", path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }

  /** The exit status counts violations, so only the output says whether the cruise itself worked. */
  #run(options: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      execFile(process.execPath, [CRUISER, ...options], { cwd: this.#folder, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
        if (stdout === "") reject(new Error(`dependency-cruiser said nothing: ${stderr}`, { cause: error }));
        else resolve(stdout);
      });
    });
  }
}
