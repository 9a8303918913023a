import type { Taken } from "../taken.ts";
import { AXIS_EXPRESSIONS, COMPARISONS } from "./expressions.ts";
import { COARSE_COUNT, numberLiteral, scriptParts, textLiteral, type Syntax } from "./script-parts.ts";

const SYNTAX: Syntax = { assign: "=", and: " and ", text: textLiteral };

/** A program for Python 3.8 or later; its standard library is enough. */
export function pythonScript(taken: Taken): string {
  const parts = scriptParts(taken, SYNTAX, "python3 reproduce.py");
  const names = parts.parameters.map(([name]) => name).join(", ");
  return `#!/usr/bin/env python3
${parts.head.map((line) => `# ${line}`.trimEnd()).join("\n")}
import itertools
import json
import sys

LINK = ${SYNTAX.text(parts.link)}
SPEC = json.loads(${SYNTAX.text(parts.spec)})
PARAMETERS = {
${parts.parameters.map(([name, value]) => `    "${name}": ${value},`).join("\n")}
}
# The last varies fastest.
AXES = [
${parts.axes.map(({ name, min, max, spacing }) => `    ("${name}", ${numberLiteral(min)}, ${numberLiteral(max)}, "${spacing}"),`).join("\n")}
]
tolerance = ${parts.tolerance}  # 2**-46


def power(base, exponent):
    return base ** exponent


def sign_class(${names}):
    ${parts.technology.join("\n    ")}
    if not (${parts.feasible}):
        return -128
    ${parts.sign.join("\n    ")}
    if ${COMPARISONS.positive}:
        return 1
    if ${COMPARISONS.negative}:
        return -1
    return 0


def quantities(${names}):
    ${[...parts.technology, ...parts.sign, ...parts.quantities].join("\n    ")}
    return {
${parts.outputs.map((name) => `        "${name}": ${name},`).join("\n")}
    }


def evaluate(point):
    sign = sign_class(**point)
    if sign == -128:
        names = [${parts.outputs.map((name) => `"${name}"`).join(", ")}]
        return {"params": point, "fields": dict.fromkeys(names), "class": sign, "status": ["infeasible"]}
    fields = quantities(**point)
    impliedSavingRate, discountGap = fields["impliedSavingRate"], fields["discountGap"]
    status = []
    if not (${COMPARISONS.savingAbove} and ${COMPARISONS.savingBelow}):
        status.append("saving")
    if not (${COMPARISONS.transversality}):
        status.append("transversality")
    return {"params": point, "fields": fields, "class": sign, "status": status}


def axis_points(low, high, spacing, count):
    def at(i):
        return ${AXIS_EXPRESSIONS.log} if spacing == "log" else ${AXIS_EXPRESSIONS.linear}
    return [min(at(i), high) for i in range(count - 1)] + [high]


def count_signs(count):
    names = [name for name, _, _, _ in AXES]
    counts = {1: 0, 0: 0, -1: 0, -128: 0}
    point = dict(PARAMETERS)
    for values in itertools.product(*(axis_points(low, high, spacing, count) for _, low, high, spacing in AXES)):
        point.update(zip(names, values))
        counts[sign_class(**point)] += 1
    feasible = counts[1] + counts[0] + counts[-1]
    return {
        "pointsPerAxis": count, "points": feasible + counts[-128], "feasible": feasible, "infeasible": counts[-128],
        "positive": counts[1], "negative": counts[-1], "boundary": counts[0],
        "share": counts[1] / feasible if feasible > 0 else None,
    }


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ${COARSE_COUNT}
    if count < 2:
        sys.exit("An axis needs at least 2 points.")
    print(json.dumps({"link": LINK, "spec": SPEC, "point": evaluate(PARAMETERS), "sweep": count_signs(count)}, indent=2))


main()
`;
}
