import type { PriceMode } from "./parameters.ts";
import { FIELDS, type FieldName } from "./quantities.ts";
import type { Rule } from "./rules.ts";

/** Where a quantity stands: in an equation of the report (R1 to R13), or in a section of MODEL.md, where the product goes beyond it. */
export interface QuantitySource {
  readonly equation: string;
  readonly added: boolean;
}

/** Quantities whose equation another rule, or equilibrium, replaces by one of the product's own. */
const BY_RULE: readonly FieldName[] = ["growth", "growthSlope", "threshold", "margin"];

/** The source of a quantity under a rule and a price mode: R12 and R13 are the report's only as it prints them. */
export function quantitySource(name: FieldName, rule: Rule, prices: PriceMode): QuantitySource {
  const { equation, added } = FIELDS[name];
  if (!BY_RULE.includes(name)) return { equation, added };
  if (prices === "equilibrium") return { equation: "§5", added: true };
  return rule === "report" ? { equation, added } : { equation: "§4", added: true };
}
