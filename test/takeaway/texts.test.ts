import fc from "fast-check";
import temml from "temml";
import { describe, expect, test } from "vitest";
import { CLASS_INFEASIBLE, evaluatePoint } from "../../src/model/index.ts";
import { DEFAULT_STATE, withParameters, withPrices } from "../../src/state/explorer-state.ts";
import { bibTeX, fileName, latexDocument, latexText, markdownDocument, plainCitation, pointCommand, specFile, sweepCommand } from "../../src/takeaway/index.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { arbitraryState, takenOf } from "./arbitrary-taken.ts";

/** The mathematics of a document. */
const formulasIn = (latex: string) => [...latex.matchAll(/\\begin\{multline\*\}\n([\s\S]*?)\n\\end\{multline\*\}/g)].map(([, one]) => one.replaceAll("\\\\\n", "").replace(/\\tag\{\w+\}/, ""));

/** What the numbers of a formula come to, by JavaScript. */
function calculate(latex: string): number {
  let text = latex.replaceAll("\\left\\{", "(").replaceAll("\\right\\}", ")").replaceAll("\\left[", "(").replaceAll("\\right]", ")")
    .replaceAll("\\cdot", "*").replaceAll(/ \\times 10\^\{(-?\d+)\}/g, "e$1");
  while (text.includes("\\frac")) text = text.replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/, "(($1)/($2))");
  text = text.replaceAll(/\^\{([^{}]*)\}/g, "**($1)").replaceAll(") (", ") * (");
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the test's own text
  return Number(new Function(`return ${text}`)());
}

describe("the statement in LaTeX", () => {
  test("has formulas that can be typeset, whose numbers come to what the model says", () => {
    fc.assert(fc.property(arbitraryState, (state) => {
      const { fields, class: sign } = evaluatePoint(state.parameters, state.rule, state.prices);
      const found = formulasIn(latexDocument(takenOf(state)));
      if (sign === CLASS_INFEASIBLE) {
        expect(found).toEqual([]);
        return;
      }
      for (const one of found) expect(() => temml.renderToString(one, { throwOnError: true, displayMode: true })).not.toThrow();
      const [growth, slope] = found.map((one) => one.split(" = "));
      const size = Math.abs(fields.growth ?? 0) + state.parameters.delta + state.parameters.rho + 1;
      expect(Math.abs(calculate(growth[2]) - (fields.growth ?? NaN))).toBeLessThan(1e-6 * size);
      expect(Math.abs(calculate(growth[3]) - (fields.growth ?? NaN))).toBeLessThan(1e-5 * size);
      expect(Math.abs(calculate(slope[2]) / (fields.growthSlope ?? NaN) - 1)).toBeLessThan(1e-4);
      // In equilibrium the left side is 1, and stands alone.
      const [left, right] = found[2].split(/ \\;[<>=]\\; /).map((side) => side.split(" = "));
      expect(calculate(left[1] ?? left[0]) > calculate(right[1])).toBe(sign === 1);
    }), { numRuns: 200 });
  });

  test("compiles: English is plain ASCII, braces and environments pair, and nothing special stands bare", () => {
    fc.assert(fc.property(arbitraryState, (state) => {
      const latex = latexDocument(takenOf(state)).replace(/\\url\{[^{}]*\}/, "");
      expect(latex).toMatch(/^[\n -~]*$/);
      const unescaped = latex.replaceAll(/\\[\\{}&%#_$]/g, "");
      expect(unescaped.split("{").length).toBe(unescaped.split("}").length);
      expect(unescaped.split("$").length % 2).toBe(1);
      expect(unescaped).not.toMatch(/[#%]/);
      expect([...latex.matchAll(/\\begin\{(.*?)\}/g)].length).toBe([...latex.matchAll(/\\end\{(.*?)\}/g)].length);
    }), { numRuns: 100 });
    expect(latexText("50% of_a & {b} #1 $2 ~^\\")).toBe("50\\% of\\_a \\& \\{b\\} \\#1 \\$2 \\textasciitilde{}\\textasciicircum{}\\textbackslash{}");
    expect(latexDocument(takenOf(DEFAULT_STATE, "zh"))).toMatch(/\{ctexart\}[\s\S]*在此处，增加算力会提高增长/);
  });

  test("names the report's equations only where they are the report's", () => {
    expect(latexDocument(takenOf(DEFAULT_STATE))).toContain("\\tag{R13}");
    expect(latexDocument(takenOf({ ...DEFAULT_STATE, rule: "planner" }))).not.toContain("\\tag");
  });

  test("says a flag and its reason", () => {
    expect(latexDocument(takenOf(withParameters(DEFAULT_STATE, { sigma: 0.5, delta: 0 })))).toContain("Saving rate out of range");
  });
});

describe("the other texts", () => {
  test("Markdown has a table of the parameters and the link", () => {
    const text = markdownDocument(takenOf(withPrices(DEFAULT_STATE, "equilibrium"), "zh"));
    expect(text).toContain("| A | 技术水平 | 0.75 | 规模 |");
    expect(text).toContain("<https://example.org/");
    expect(text).not.toContain("| ω |");
  });

  test("citations name the report, the version and the link", () => {
    const taken = takenOf(withParameters(DEFAULT_STATE, { tau: 0.4 }));
    for (const text of [bibTeX(taken), plainCitation(taken), plainCitation({ ...taken, language: "zh" })]) {
      for (const part of ["中国算力发展观察报告", "0.1.0, commit 0123abc", "#v1:tau=0.4"]) expect(text).toContain(part);
    }
    const bare = bibTeX({ ...taken, tool: { version: "2.0.0", commit: null } });
    expect(bare).toContain("version 2.0.0}");
    expect(bare.split("{").length).toBe(bare.split("}").length);
  });

  test("the spec is read by the command's own reader, and the commands name it", () => {
    const taken = takenOf(DEFAULT_STATE);
    expect(parseSpec(JSON.parse(specFile(taken)))).toMatchObject({ ok: true });
    expect(sweepCommand(taken)).toBe(`tauscape sweep ${fileName(DEFAULT_STATE, "json")} --json`);
    expect(pointCommand(taken)).toContain("--prices given --rule report --alpha 0.35 --beta 0.25");
    expect(pointCommand(takenOf(withPrices(DEFAULT_STATE, "equilibrium")))).not.toContain("--wr");
  });

  test("file names tell states apart and are safe on every system", () => {
    const [one, other] = [fileName(DEFAULT_STATE, "png", "@2x"), fileName(withParameters(DEFAULT_STATE, { tau: 0.31 }), "png", "@2x")];
    expect(one).toMatch(/^tauscape-report-given-[0-9a-f]{8}@2x\.png$/);
    expect(other).not.toBe(one);
  });
});
