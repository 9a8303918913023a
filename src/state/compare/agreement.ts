import { PRICE_MODE_INFO, RULE_INFO, type BilingualText, type ParameterName } from "../../model/index.ts";
import type { ExplorerState } from "../explorer-state.ts";
import { isAxis, scenarioOfSide } from "./compare-state.ts";
import { differingParameters } from "./scenario.ts";

/** One thing that A and B do not have in common. */
export type Differing =
  | { readonly kind: "prices" | "rule"; readonly a: BilingualText; readonly b: BilingualText }
  | { readonly kind: "parameter"; readonly name: ParameterName; readonly a: number; readonly b: number; /** It spans the grid, which runs over all its values in both. */ readonly isAxis: boolean };

/** All that differs between A and B: prices, rule, then parameters in the order of their table. */
export function differingSettings(state: ExplorerState): readonly Differing[] {
  const [a, b] = [scenarioOfSide(state, "A"), scenarioOfSide(state, "B")];
  return [
    ...(a.prices === b.prices ? [] : [{ kind: "prices", a: PRICE_MODE_INFO[a.prices].label, b: PRICE_MODE_INFO[b.prices].label } as const]),
    ...(a.rule === b.rule ? [] : [{ kind: "rule", a: RULE_INFO[a.rule].label, b: RULE_INFO[b.rule].label } as const]),
    ...differingParameters(a, b).map((name) => ({ kind: "parameter", name, a: a.parameters[name], b: b.parameters[name], isAxis: isAxis(state, name) }) as const),
  ];
}

/** Why A and B can have one region though they differ: axes are in both with all their values, the rest moves no sign on the grid. */
export interface Agreement {
  readonly axes: readonly ParameterName[];
  /** Something else differs too. */
  readonly hasMore: boolean;
}

export function agreementOf(state: ExplorerState): Agreement {
  const settings = differingSettings(state);
  const axes = settings.flatMap((one) => (one.kind === "parameter" && one.isAxis ? [one.name] : []));
  return { axes, hasMore: settings.length > axes.length };
}
