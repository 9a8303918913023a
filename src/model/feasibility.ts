import {
  LARGEST_POSITIVE, PARAMETERS, PARAMETER_NAMES, SMALLEST_POSITIVE, type Domain, type ParameterName, type Parameters,
} from "./parameters.ts";
import { serviceElasticity, SMALLEST_CHI } from "./technology.ts";
import type { BilingualText } from "./text.ts";

export function isInDomain(domain: Domain, value: number): boolean {
  return value >= domain.min && (domain.maxInclusive ? value <= domain.max : value < domain.max);
}

/** Whether `value` lies in the domain of the parameter (MODEL.md, sections 1 and 6). NaN does not. */
export function isAdmissible(name: ParameterName, value: number): boolean {
  return isInDomain(PARAMETERS[name].domain, value);
}

/** Whether (α, β) leaves a positive elasticity to compute services: χ > 2⁻⁴⁶. */
export function isTechnologyFeasible(alpha: number, beta: number): boolean {
  return serviceElasticity(alpha, beta) > SMALLEST_CHI;
}

/** Feasible in the sense of MODEL.md, section 6: every parameter in its domain and χ > 2⁻⁴⁶. */
export function isFeasible(parameters: Parameters): boolean {
  return PARAMETER_NAMES.every((name) => isAdmissible(name, parameters[name]))
    && isTechnologyFeasible(parameters.alpha, parameters.beta);
}

/** The values that a parameter may take, for a message. */
export function describeAdmissible(name: ParameterName): BilingualText {
  const { min, max, maxInclusive, reason } = PARAMETERS[name].domain;
  const lower = `≥ ${bound(min)}`;
  const upper = `${maxInclusive ? "≤" : "<"} ${bound(max)}`;
  return {
    en: `a number ${lower} and ${upper}${reason === undefined ? "" : ` (${reason.en})`}`,
    zh: `${lower} 且 ${upper} 的数${reason === undefined ? "" : `（${reason.zh}）`}`,
  };
}

function bound(value: number): string {
  if (value === SMALLEST_POSITIVE) return "2^-64";
  return value === LARGEST_POSITIVE ? "2^64" : String(value);
}
