import { axisNames } from "../state/axes.ts";
import { sweepSpecOf } from "../state/derived-specs.ts";
import { formatExactly } from "../state/format.ts";
import { fileName } from "./file-name.ts";
import type { Taken } from "./taken.ts";

/** The spec of the page's sweep, `tauscape/sweep@1`, as the command reads it. */
export function specFile({ state }: Taken): string {
  return `${JSON.stringify(sweepSpecOf(state), null, 2)}\n`;
}

/** The command that counts what the page counts, with the spec's file beside it. */
export function sweepCommand(taken: Taken): string {
  return `tauscape sweep ${fileName(taken.state, "json")} --json`;
}

/** The command that evaluates the present point, every parameter exactly. */
export function pointCommand({ state: { parameters, rule, prices } }: Taken): string {
  const options = axisNames(prices).map((name) => `--${name} ${formatExactly(parameters[name])}`);
  return ["tauscape point", `--prices ${prices}`, `--rule ${rule}`, ...options, "--json"].join(" ");
}
