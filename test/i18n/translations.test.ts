import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import configuration from "../../lit-localize.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMMITTED = join(ROOT, "src/i18n");
const FRESH = join(ROOT, "build/i18n");
const LOCALIZE = join(ROOT, "node_modules/@lit/localize-tools/bin/lit-localize.js");

const TWO_COMPILATIONS_MS = 180_000;

/** Extracts and builds the translations beside the committed ones, starting from the same XLIFF files. */
beforeAll(async () => {
  await rm(FRESH, { recursive: true, force: true });
  await mkdir(FRESH, { recursive: true });
  await cp(join(COMMITTED, "xliff"), join(FRESH, "xliff"), { recursive: true });
  await writeFile(join(FRESH, "lit-localize.json"), JSON.stringify({
    ...configuration,
    tsConfig: "../../tsconfig.json",
    inputFiles: configuration.inputFiles.map((pattern) => `../../${pattern}`),
    output: { mode: "runtime", outputDir: "./locales", localeCodesModule: "./locale-codes.ts" },
    interchange: { format: "xliff", xliffDir: "./xliff" },
  }));
  for (const command of ["extract", "build"]) await promisify(execFile)(process.execPath, [LOCALIZE, command], { cwd: FRESH });
}, TWO_COMPILATIONS_MS);

test.each(["xliff", "locales"])("%s are what `npm run localize:extract` and `localize:build` would write", async (folder) => {
  expect(await contents(join(COMMITTED, folder))).toEqual(await contents(join(FRESH, folder)));
});

test("every string of the page has its translation", async () => {
  for (const [name, xliff] of await contents(join(FRESH, "xliff"))) {
    const units = xliff.match(/<trans-unit[\s\S]*?<\/trans-unit>/g) ?? [];
    expect(units.length, name).toBeGreaterThan(0);
    expect(units.filter((unit) => !/<target>[\s\S]*?\S[\s\S]*?<\/target>/.test(unit)), name).toEqual([]);
  }
});

async function contents(folder: string): Promise<[name: string, content: string][]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), "utf8")]));
}
