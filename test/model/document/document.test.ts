import temml from "temml";
import { expect, test } from "vitest";
import {
  anchorOf, ASSUMPTIONS, EQUATIONS, MODEL_SECTIONS, REPORT_CONCLUSIONS, SLIPS, SYMBOLS,
} from "../../../src/model/document/index.ts";
import {
  FIELD_NAMES, FIELDS, PARAMETER_NAMES, PARAMETERS, PRICE_MODE_INFO, PRICE_MODES, RULE_INFO, RULES, SERVICE_ELASTICITY, STATUS_FLAGS, STATUS_INFO,
} from "../../../src/model/index.ts";
import { REPORT_EQUATIONS } from "../../../src/model/document/report-equations.ts";

const anchors = new Set([...EQUATIONS.map(({ number }) => number), ...MODEL_SECTIONS.map(({ number }) => String(number)), ...SLIPS.map(({ id }) => id)]);

test("every equation that a table names has its place on the model page", () => {
  const named = [
    ...FIELD_NAMES.map((name) => FIELDS[name].equation), ...PARAMETER_NAMES.map((name) => PARAMETERS[name].equation), SERVICE_ELASTICITY.equation,
    ...RULES.map((rule) => RULE_INFO[rule].equation), ...PRICE_MODES.map((mode) => PRICE_MODE_INFO[mode].equation),
    ...STATUS_FLAGS.map((flag) => STATUS_INFO[flag].equation), ...Object.values(REPORT_CONCLUSIONS).flatMap(({ source }) => source.split(", ")),
  ];
  expect(named.filter((equation) => !anchors.has(anchorOf(equation)))).toEqual([]);
});

test("the report's equations are R1 to R13 in order, the product's T1 and on, and no anchor occurs twice", () => {
  expect(REPORT_EQUATIONS.map(({ number }) => number)).toEqual([...Array.from({ length: 13 }, (_, k) => `R${k + 1}`), "F7"]);
  const added = EQUATIONS.filter(({ added: isAdded }) => isAdded).map(({ number }) => number);
  expect(added).toEqual(added.map((_, k) => `T${k + 1}`));
  expect(anchors.size).toBe(EQUATIONS.length + MODEL_SECTIONS.length + SLIPS.length);
});

test("every quantity but the status bits is given by an equation, and what the report does not give is marked there too", () => {
  for (const name of FIELD_NAMES.filter((one) => one !== "status")) {
    const giving = EQUATIONS.filter(({ fields }) => fields.includes(name));
    expect(giving.length, name).toBeGreaterThan(0);
    if (FIELDS[name].added) expect(giving.every(({ added }) => added), name).toBe(true);
  }
});

test("the slips that equations correct are those that are listed", () => {
  const corrected = new Set(EQUATIONS.flatMap(({ corrects = [] }) => corrects));
  expect([...corrected].sort()).toEqual(SLIPS.map(({ id }) => id));
});

const inline = [
  ...EQUATIONS.map(({ says }) => says), ...MODEL_SECTIONS.flatMap(({ intro }) => intro), ...SLIPS.flatMap(({ printed, corrected }) => [printed, corrected]),
  ...ASSUMPTIONS, ...Object.values(REPORT_CONCLUSIONS).flatMap(({ statement, limits }) => [statement, limits]),
].flatMap(({ en, zh }) => [en, zh]);

test("dollar signs in texts stand in pairs", () => {
  expect(inline.filter((text) => text.split("$").length % 2 === 0)).toEqual([]);
});

test("both languages of a text show the same formulas", () => {
  const formulas = (text: string) => text.split("$").filter((_, k) => k % 2 === 1).sort();
  for (const { says, number } of EQUATIONS) expect(formulas(says.zh), number).toEqual(formulas(says.en));
});

test("temml reads every formula without an error", () => {
  const displayed = EQUATIONS.flatMap(({ lines }) => lines);
  const symbols = [
    ...Object.values(SYMBOLS).map(({ latex }) => latex), ...PARAMETER_NAMES.map((name) => PARAMETERS[name].symbol), ...FIELD_NAMES.map((name) => FIELDS[name].symbol),
  ];
  const formulas = [...displayed, ...symbols, ...inline.flatMap((text) => text.split("$").filter((_, k) => k % 2 === 1))];
  for (const latex of formulas) {
    expect(temml.renderToString(latex, { throwOnError: true, strict: false }), latex).toMatch(/^<math[\s\S]*<\/math>$/);
  }
});
