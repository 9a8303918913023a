import { statementOf } from "./statement.ts";
import type { Taken } from "./taken.ts";

/** The statement of the present point in Markdown, its mathematics between dollars, as GitHub, Quarto and Pandoc read it. */
export function markdownDocument(taken: Taken): string {
  const { title, verdict, parameters, parametersTitle, equations, equationsTitle, notes, linkTitle } = statementOf(taken);
  const rows = parameters.map(({ symbol, label, value, unit }) => `| ${[symbol, label, value, unit].join(" | ")} |`);
  const blocks = [
    `# ${title}`,
    verdict,
    `## ${parametersTitle}`,
    ["|  |  |  |  |", "| --- | --- | ---: | --- |", ...rows].join("\n"),
    ...(equations.length === 0 ? [] : [`## ${equationsTitle}`]),
    ...equations.map(({ label, latex }) => `$$\n${latex}${label === "" ? "" : ` \\tag{${label}}`}\n$$`),
    ...notes,
    `${linkTitle}: <${taken.link}>`,
  ];
  return `${blocks.join("\n\n")}\n`;
}
