import { PARAMETERS, PARAMETER_NAMES, type Domain, type ParameterName, type Parameters } from "./parameters.ts";
import { serviceElasticity, SMALLEST_CHI } from "./technology.ts";

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

/** How a person reads a domain: "0 < τ < 1" is written "> 0 and < 1". */
export function describeDomain(name: ParameterName): string {
  const { min, max, maxInclusive } = PARAMETERS[name].domain;
  const lower = min === 0 ? "≥ 0" : "≥ 2^-64";
  return `${lower}, ${maxInclusive ? "≤ 2^64" : `< ${max}`}`;
}
