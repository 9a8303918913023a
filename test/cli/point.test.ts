import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, PARAMETER_NAMES, PARAMETERS, PRICE_MODES, RULES, type Parameters } from "../../src/model/index.ts";
import { command } from "./test-io.ts";

interface Answer {
  readonly params: Parameters;
  readonly fields: Readonly<Record<string, number | null>>;
  readonly class: number;
  readonly status: readonly string[];
}

interface Vector {
  readonly params: Parameters;
  readonly given: Readonly<Record<string, Record<string, number>>>;
  readonly equilibrium: Readonly<Record<string, Record<string, number>>>;
}

const { vectors } = JSON.parse(readFileSync(new URL("../fixtures/model-vectors.json", import.meta.url), "utf8")) as { vectors: Vector[] };

async function answer<T = Answer>(args: readonly string[], input?: unknown): Promise<T> {
  const { code, stdout, stderr } = await command(["point", "--json", ...args], { input: JSON.stringify(input) ?? "" });
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return JSON.parse(stdout) as T;
}

describe("point --json", () => {
  it("answers at the defaults with all ten parameters", async () => {
    const { params, fields, class: sign, status } = await answer([]);
    expect(params).toEqual(DEFAULT_PARAMETERS);
    expect(fields.growth).toBeCloseTo(0.0563, 4);
    expect(sign).toBe(1);
    expect(status).toEqual([]);
  });

  it.each(PRICE_MODES)("gives the 50-digit vectors for a list of points under every rule, prices %s", async (prices) => {
    const points = vectors.map(({ params }) => params);
    const answers = await answer<Record<string, Answer>[]>(["--params", "-", "--rule", "all", "--prices", prices], points);
    expect(answers).toHaveLength(vectors.length);
    answers.forEach((byRule, k) => {
      expect(Object.keys(byRule)).toEqual([...RULES]);
      for (const rule of RULES) {
        expect(byRule[rule].params).toEqual(points[k]);
        const expected = vectors[k][prices][rule];
        expect(Object.keys(byRule[rule].fields).sort()).toEqual(Object.keys(expected).sort());
        for (const [name, value] of Object.entries(expected)) {
          expect(Math.abs((byRule[rule].fields[name] ?? NaN) - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
        }
      }
    });
  });

  it("answers in the shape that it was asked in", async () => {
    expect(Array.isArray(await answer<unknown>(["--params", "-"], [{}]))).toBe(true);
    expect(Array.isArray(await answer<unknown>(["--params", "-"], {}))).toBe(false);
    expect(await answer<unknown>(["--params", "-"], [])).toEqual([]);
  });

  it("lets options win over the file, and takes every parameter in every price mode", async () => {
    const options = PARAMETER_NAMES.flatMap((name) => [`--${name}`, String(PARAMETERS[name].default / 2)]);
    const { params } = await answer(["--params", "-", "--prices", "equilibrium", ...options], { alpha: 0.9 });
    for (const name of PARAMETER_NAMES) expect(params[name]).toBe(PARAMETERS[name].default / 2);
  });

  it("answers in an infeasible point: null in every field, class -128, status infeasible", async () => {
    for (const [flag, value] of [["--sigma", "0"], ["--tau", "-0.5"], ["--alpha", "0.75"], ["--wr", "1e30"]] as const) {
      const { fields, class: sign, status } = await answer([flag, value]);
      expect(Object.values(fields).every((number) => number === null)).toBe(true);
      expect(sign).toBe(-128);
      expect(status).toEqual(["infeasible"]);
    }
  });

  it("names the flags of a point, and reads −0 as 0", async () => {
    expect((await answer(["--wr", "50"])).status).toEqual(["saving"]);
    expect((await answer(["--sigma", "0.5"])).status).toContain("transversality");
    expect(Object.is((await answer(["--delta", "-0"])).params.delta, 0)).toBe(true);
  });
});

describe("point for people", () => {
  it("shows symbols, values with units, equations and the verdict", async () => {
    const { code, stdout } = await command(["point"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^g +Steady-state growth +5\.634 +% a year +R12$/m);
    expect(stdout).toMatch(/^∂g\/∂τ .+ 0\.01923 +points a year per point of τ +R13$/m);
    expect(stdout).toMatch(/^A +Technology level +0\.75 +no effect with these prices$/m);
    expect(stdout).toMatch(/^Verdict +more compute raises growth$/m);
  });

  it("says why a point is flagged or infeasible", async () => {
    expect((await command(["point", "--wr", "50"])).stdout).toMatch(/^Flags +Saving rate out of range: .+ economically impossible\.$/m);
    expect((await command(["point", "--sigma", "0"])).stdout).toMatch(/σ is 0; feasible: .+\(R12 divides by σ\)/);
    expect((await command(["point", "--alpha", "0.8", "--beta", "0.2"])).stdout).toContain("α+β leaves nothing for compute services");
  });

  it("speaks Chinese where the environment or --lang says so, and lines its columns up", async () => {
    for (const outcome of [
      await command(["point"], { env: { LANG: "zh_CN.UTF-8" } }),
      await command(["point", "--lang", "zh"], { env: { LC_ALL: "en_GB.UTF-8", LANG: "zh_CN" } }),
      await command(["--lang=zh", "point"]),
    ]) {
      expect(outcome.stdout).toContain("增加算力会提高增长率");
      expect(outcome.stdout).toContain("g         稳态增长率                  5.634  %/年");
    }
    expect((await command(["point"], { env: { LC_ALL: "C", LANG: "zh_CN" } })).stdout).toContain("Verdict");
  });

  it("shows one point after the other, and the rules side by side", async () => {
    const { stdout } = await command(["point", "--params", "-", "--rule", "all"], { input: "[{},{\"tau\":0.5}]" });
    expect(stdout).toMatch(/^Point 1 of 2$/m);
    expect(stdout).toMatch(/^Point 2 of 2$/m);
    expect(stdout).toMatch(/^Symbol +Quantity +Report +Household +Planner +Unit +Equation$/m);
  });
});

describe("point refuses", () => {
  it.each([
    ["an unknown key, a wrong type and what is no object, all at once", '[{"a":1},{"alpha":"2","beta":null},3]',
      ["[0].a: an unknown key", '[1].alpha: found "2"; allowed: a finite number', "[1].beta: found null", "[2]: found 3"]],
    ["a number that is not finite", '{"alpha": 1e999}', ["alpha: found Infinity; allowed: a finite number"]],
    ["what is no point", "7", ["found 7; allowed: an object, or an array of objects"]],
    ["broken JSON, with its place", '{\n  "alpha": .5\n}', ["standard input is not JSON: line 2, column 12: found \".\""]],
    ["JSON that ends too early", "[{}", ["line 1, column 4: it ends too early"]],
  ])("%s", async (_, input, messages) => {
    const { code, stdout, stderr } = await command(["point", "--params", "-"], { input });
    expect(code).toBe(2);
    expect(stdout).toBe("");
    for (const message of messages) expect(stderr).toContain(message);
  });

  it("bytes that are no UTF-8, and a file that is not there", async () => {
    const latin = await command(["point", "--params", "-"], { input: Uint8Array.of(0x7b, 0xe9, 0x7d) });
    expect(latin).toMatchObject({ code: 2, stderr: expect.stringContaining("not text in UTF-8") as string });
    const missing = await command(["point", "--params", "nowhere.json"]);
    expect(missing).toMatchObject({ code: 2, stderr: "tauscape: nowhere.json could not be read: it does not exist.\n" });
  });

  it("takes a byte order mark for what it is", async () => {
    expect((await command(["point", "--params", "-"], { input: "\ufeff{}" })).code).toBe(0);
  });

  it.each([
    ["--alpha", "abc"], ["--alpha", ""], ["--alpha", "NaN"], ["--alpha", "Infinity"], ["--alpha", "0x1"], ["--alpha", "1e999"],
    ["--rule", "printed"], ["--prices", "free"], ["--lang", "fr"],
  ])("%s %j", async (flag, value) => {
    const { code, stdout, stderr } = await command(["point", flag, value]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(`${flag}: found ${JSON.stringify(value)}; allowed: `);
  });
});
