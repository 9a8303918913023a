import type { Taken } from "../taken.ts";
import { AXIS_EXPRESSIONS, COMPARISONS } from "./expressions.ts";
import { COARSE_COUNT, numberLiteral, scriptParts, textLiteral, type Syntax } from "./script-parts.ts";

const SYNTAX: Syntax = { assign: "<-", and: " && ", text: textLiteral };

/** A program for R 3.6 or later, without packages. */
export function rScript(taken: Taken): string {
  const parts = scriptParts(taken, SYNTAX, "Rscript reproduce.R");
  const names = parts.parameters.map(([name]) => name).join(", ");
  return `${parts.head.map((line) => `# ${line}`.trimEnd()).join("\n")}
link <- ${SYNTAX.text(parts.link)}
spec <- ${SYNTAX.text(parts.spec)}
parameters <- list(
${parts.parameters.map(([name, value]) => `  ${name} = ${value}`).join(",\n")}
)
# The last varies fastest.
axes <- list(
${parts.axes.map(({ name, min, max, spacing }) => `  list(name = "${name}", low = ${numberLiteral(min)}, high = ${numberLiteral(max)}, spacing = "${spacing}")`).join(",\n")}
)
tolerance <- ${parts.tolerance}  # 2^-46

power <- function(base, exponent) base^exponent

sign_class <- function(${names}) {
  ${parts.technology.join("\n  ")}
  if (!(${parts.feasible})) return(-128)
  ${parts.sign.join("\n  ")}
  if (${COMPARISONS.positive}) return(1)
  if (${COMPARISONS.negative}) return(-1)
  0
}

quantities <- function(${names}) {
  ${[...parts.technology, ...parts.sign, ...parts.quantities].join("\n  ")}
  list(${parts.outputs.map((name) => `${name} = ${name}`).join(", ")})
}

number <- function(x) if (is.nan(x)) "null" else sprintf("%.17g", x)
object <- function(entries) paste0("{", paste0("\\"", names(entries), "\\": ", unlist(entries), collapse = ", "), "}")

evaluate <- function(point) {
  sign <- do.call(sign_class, point)
  status <- character(0)
  if (sign == -128) {
    fields <- list(${parts.outputs.map((name) => `${name} = NaN`).join(", ")})
    status <- "infeasible"
  } else {
    fields <- do.call(quantities, point)
    impliedSavingRate <- fields$impliedSavingRate
    discountGap <- fields$discountGap
    if (!(${COMPARISONS.savingAbove} && ${COMPARISONS.savingBelow})) status <- c(status, "saving")
    if (!(${COMPARISONS.transversality})) status <- c(status, "transversality")
  }
  flags <- if (length(status) == 0) "" else paste0("\\"", status, "\\"", collapse = ", ")
  object(list(params = object(lapply(point, number)), fields = object(lapply(fields, number)), class = number(sign), status = paste0("[", flags, "]")))
}

axis_points <- function(low, high, spacing, count) {
  i <- seq(0, count - 2)
  points <- if (spacing == "log") ${AXIS_EXPRESSIONS.log} else ${AXIS_EXPRESSIONS.linear}
  c(pmin(points, high), high)
}

count_signs <- function(count) {
  grids <- lapply(axes, function(axis) axis_points(axis$low, axis$high, axis$spacing, count))
  point <- parameters
  counts <- c("1" = 0, "0" = 0, "-1" = 0, "-128" = 0)
  for (cell in seq(0, count^length(axes) - 1)) {
    rest <- cell
    for (k in rev(seq_along(axes))) {
      point[[axes[[k]]$name]] <- grids[[k]][[rest %% count + 1]]
      rest <- rest %/% count
    }
    sign <- as.character(do.call(sign_class, point))
    counts[[sign]] <- counts[[sign]] + 1
  }
  feasible <- counts[["1"]] + counts[["0"]] + counts[["-1"]]
  object(lapply(list(
    pointsPerAxis = count, points = feasible + counts[["-128"]], feasible = feasible, infeasible = counts[["-128"]],
    positive = counts[["1"]], negative = counts[["-1"]], boundary = counts[["0"]], share = counts[["1"]] / feasible
  ), number))
}

arguments <- commandArgs(trailingOnly = TRUE)
count <- if (length(arguments) > 0) as.integer(arguments[[1]]) else ${COARSE_COUNT}
if (is.na(count) || count < 2) stop("An axis needs at least 2 points.")
cat(object(list(link = paste0("\\"", link, "\\""), spec = spec, point = evaluate(parameters), sweep = count_signs(count))), "\\n", sep = "")
`;
}
