import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluatePoint, statusFlags, type PointEvaluation, type QuantityName } from "../../src/model/index.ts";
import { sweepSpecOf } from "../../src/state/derived-specs.ts";
import { DEFAULT_STATE, withParameters, withPrices, type ExplorerState } from "../../src/state/explorer-state.ts";
import { isListAxis } from "../../src/sweep/spec.ts";
import { SCRIPT_LANGUAGES, SCRIPTS, type ScriptLanguage } from "../../src/takeaway/scripts/script-table.ts";
import { evaluateCells } from "../support/reference-sweep.ts";
import { arbitraryState, takenOf } from "./arbitrary-taken.ts";

const COMMANDS: Readonly<Record<ScriptLanguage, string>> = { python: "python3", r: "Rscript", julia: "julia" };
const isFound = (command: string) => spawnSync(command, ["--version"]).status === 0;

/** What a script prints. */
interface Reproduced {
  readonly link: string;
  readonly spec: unknown;
  readonly point: { readonly params: unknown; readonly fields: Readonly<Partial<Record<QuantityName, number | null>>>; readonly class: number; readonly status: readonly string[] };
  readonly sweep: Readonly<Record<string, number | null>>;
}

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), "tauscape-scripts-")); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(language: ScriptLanguage, state: ExplorerState, count: number): Reproduced {
  const { write, extension } = SCRIPTS[language];
  const path = join(folder, `reproduce.${extension}`);
  writeFileSync(path, write(takenOf(state, count % 2 === 0 ? "en" : "zh")));
  const { status, stdout, stderr } = spawnSync(COMMANDS[language], [path, String(count)], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Reproduced;
}

/** Sizes of what is summed, where terms cancel. */
function largestTerm(name: QuantityName, { parameters: { tau, wr, r, sigma, delta, rho }, rule, prices }: ExplorerState, { fields }: PointEvaluation): number {
  const growth = (fields.growth ?? 0) + (delta + rho) / sigma;
  const [w, capital] = prices === "given" ? [wr * r, r] : [fields.w ?? 0, fields.r ?? 0];
  const sizes: Partial<Record<QuantityName, number>> = {
    growth: growth, growthSlope: prices === "given" ? (w + capital) / sigma / Math.min(1, tau) + growth : Math.abs(fields.growthSlope ?? 0) + growth / tau,
    margin: wr + (rule === "household" ? 1 : fields.threshold ?? 0), impliedSavingRate: 1 + Math.abs(fields.impliedSavingRate ?? 0), discountGap: rho + Math.abs(sigma - 1) * growth,
  };
  return sizes[name] ?? Math.abs(fields[name] ?? 0);
}

function expectReproduces(language: ScriptLanguage, state: ExplorerState, count: number): void {
  const printed = run(language, state, count);
  const spec = sweepSpecOf(state);
  expect(printed.link).toBe(takenOf(state).link);
  expect(printed.spec).toEqual(spec);
  const expected = evaluatePoint(state.parameters, state.rule, state.prices);
  const { params, fields, class: sign, status } = printed.point;
  expect(params).toEqual(state.parameters);
  expect(sign).toBe(expected.class);
  expect(status).toEqual(statusFlags(expected.status));
  expect(Object.keys(fields)).toEqual(Object.keys(expected.fields));
  for (const [key, value] of Object.entries(expected.fields)) {
    const name = key as QuantityName;
    if (Number.isNaN(value)) expect([name, fields[name]]).toEqual([name, null]);
    else expect(Math.abs((fields[name] ?? NaN) - value) / largestTerm(name, state, expected), `${name}: ${fields[name]} for ${value}`).toBeLessThan(1e-12);
  }
  const coarse = { ...spec, axes: spec.axes.map((axis) => (isListAxis(axis) ? axis : { ...axis, count })) };
  const classes = evaluateCells(coarse).map((cell) => cell.class);
  const counted = (wanted: number) => classes.filter((one) => one === wanted).length;
  const feasible = classes.length - counted(-128);
  expect(printed.sweep).toEqual({
    pointsPerAxis: count, points: classes.length, feasible, infeasible: counted(-128), positive: counted(1), negative: counted(-1), boundary: counted(0),
    share: feasible === 0 ? null : expect.closeTo(counted(1) / feasible, 12) as number,
  });
}

/** Ties, infeasible points, both flags. */
const PLACES: readonly ExplorerState[] = [
  DEFAULT_STATE,
  withParameters(DEFAULT_STATE, { alpha: 1 / 3, beta: 1 / 3, wr: 4 / 3 }),
  withParameters(DEFAULT_STATE, { alpha: 0.6, beta: 0.4 }),
  withParameters(DEFAULT_STATE, { sigma: 0.5, delta: 0 }),
  withParameters(withPrices(DEFAULT_STATE, "equilibrium"), { alpha: 0.7, tau: 0.3 }),
];
const RANDOM = fc.sample(arbitraryState, { numRuns: 6, seed: 8 });

for (const language of SCRIPT_LANGUAGES) {
  const { label } = SCRIPTS[language];
  const command = COMMANDS[language];
  const isHere = isFound(command);
  describe(`the script in ${label}${isHere ? "" : ` (not run: this machine has no ${command})`}`, () => {
    test.skipIf(!isHere)("computes what is shown where the sign is tied, and where a point is impossible", () => {
      for (const state of PLACES) expectReproduces(language, state, 6);
    });
    test.skipIf(!isHere)("computes what is shown at random states over random axes", () => {
      for (const state of RANDOM) expectReproduces(language, state, 5);
    });
  });
}
