import type { Taken } from "../taken.ts";
import { AXIS_EXPRESSIONS, COMPARISONS } from "./expressions.ts";
import { COARSE_COUNT, numberLiteral, scriptParts, textLiteral, type Syntax } from "./script-parts.ts";

/** A dollar in a text would begin an expression. */
const SYNTAX: Syntax = { assign: "=", and: " && ", text: (value) => textLiteral(value).replaceAll("$", "\\$") };

/** A program for Julia 1.6 or later, without packages. */
export function juliaScript(taken: Taken): string {
  const parts = scriptParts(taken, SYNTAX, "julia reproduce.jl");
  const names = parts.parameters.map(([name]) => name).join(", ");
  return `${parts.head.map((line) => `# ${line}`.trimEnd()).join("\n")}
const LINK = ${SYNTAX.text(parts.link)}
const SPEC = ${SYNTAX.text(parts.spec)}
const PARAMETERS = (
${parts.parameters.map(([name, value]) => `    ${name} = ${value},`).join("\n")}
)
# The last varies fastest.
const AXES = [
${parts.axes.map(({ name, min, max, spacing }) => `    (name = :${name}, low = ${numberLiteral(min)}, high = ${numberLiteral(max)}, spacing = "${spacing}"),`).join("\n")}
]
const tolerance = ${parts.tolerance}  # 2^-46

power(base, exponent) = base^exponent

function sign_class(; ${names})
    ${parts.technology.join("\n    ")}
    if !(${parts.feasible})
        return -128
    end
    ${parts.sign.join("\n    ")}
    if ${COMPARISONS.positive}
        return 1
    end
    if ${COMPARISONS.negative}
        return -1
    end
    return 0
end

function quantities(; ${names})
    ${[...parts.technology, ...parts.sign, ...parts.quantities].join("\n    ")}
    return [${parts.outputs.map((name) => `"${name}" => ${name}`).join(", ")}]
end

number(x) = isnan(x) ? "null" : string(x)
object(entries) = "{" * join(("\\"$name\\": $value" for (name, value) in entries), ", ") * "}"

function evaluate(point)
    sign = sign_class(; point...)
    names = [${parts.outputs.map((name) => `"${name}"`).join(", ")}]
    fields = sign == -128 ? [name => NaN for name in names] : quantities(; point...)
    status = String[]
    if sign == -128
        push!(status, "infeasible")
    else
        found = Dict(fields)
        impliedSavingRate, discountGap = found["impliedSavingRate"], found["discountGap"]
        if !(${COMPARISONS.savingAbove} && ${COMPARISONS.savingBelow})
            push!(status, "saving")
        end
        if !(${COMPARISONS.transversality})
            push!(status, "transversality")
        end
    end
    return object([
        "params" => object([name => number(value) for (name, value) in pairs(point)]),
        "fields" => object([name => number(value) for (name, value) in fields]),
        "class" => sign,
        "status" => "[" * join(("\\"$flag\\"" for flag in status), ", ") * "]",
    ])
end

function axis_points(low, high, spacing, count)
    at(i) = spacing == "log" ? ${AXIS_EXPRESSIONS.log} : ${AXIS_EXPRESSIONS.linear}
    return [[min(at(i), high) for i in 0:count-2]; high]
end

function count_signs(count)
    names = Tuple(axis.name for axis in AXES)
    grids = [axis_points(axis.low, axis.high, axis.spacing, count) for axis in AXES]
    counts = Dict(1 => 0, 0 => 0, -1 => 0, -128 => 0)
    for values in Iterators.product(reverse(grids)...)
        point = merge(PARAMETERS, NamedTuple{names}(reverse(values)))
        counts[sign_class(; point...)] += 1
    end
    feasible = counts[1] + counts[0] + counts[-1]
    return object([
        "pointsPerAxis" => count, "points" => feasible + counts[-128], "feasible" => feasible, "infeasible" => counts[-128],
        "positive" => counts[1], "negative" => counts[-1], "boundary" => counts[0], "share" => number(counts[1] / feasible),
    ])
end

function main()
    count = isempty(ARGS) ? ${COARSE_COUNT} : parse(Int, ARGS[1])
    count >= 2 || error("An axis needs at least 2 points.")
    println(object(["link" => "\\"$LINK\\"", "spec" => SPEC, "point" => evaluate(PARAMETERS), "sweep" => count_signs(count)]))
end

main()
`;
}
