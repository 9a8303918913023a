import type { Language } from "../model/index.ts";
import { GREEK } from "./formulas.ts";
import { statementOf } from "./statement.ts";
import type { Taken } from "./taken.ts";

/** Characters of our texts that LaTeX does not print as they are, or that an engine without Unicode fonts does not know. */
const WRITTEN: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", $: "\\$", "&": "\\&", "#": "\\#", "%": "\\%", _: "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
  ...Object.fromEntries(Object.entries(GREEK).map(([letter, latex]) => [letter, `$${latex}$`])),
  "−": "$-$", "×": "$\\times$", "≥": "$\\geq$", "≤": "$\\leq$", "²": "$^{2}$", "½": "$\\frac{1}{2}$", "∂": "$\\partial$", "–": "--", "’": "'",
  "<": "$<$", ">": "$>$", "=": "$=$", "⁻": "$^{-}$",
};
const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Plain text as LaTeX prints it. */
export function latexText(text: string): string {
  return [...text].map((character) => {
    const digit = DIGITS.indexOf(character);
    return WRITTEN[character] ?? (digit < 0 ? character : `$^{${digit}}$`);
  }).join("");
}

const CLASSES: Readonly<Record<Language, string>> = { en: "\\documentclass[11pt]{article}", zh: "% xelatex\n\\documentclass[11pt]{ctexart}" };

/** The statement of the present point as a document that compiles by itself: pdflatex in English, xelatex in Chinese. */
export function latexDocument(taken: Taken): string {
  const { title, verdict, parameters, parametersTitle, equations, equationsTitle, notes, linkTitle } = statementOf(taken);
  return `${CLASSES[taken.language]}
\\usepackage{amsmath}
\\usepackage[hidelinks]{hyperref}
\\begin{document}
\\section*{${latexText(title)}}
${latexText(verdict)}

\\subsection*{${latexText(parametersTitle)}}
\\begin{tabular}{@{}llll@{}}
${parameters.map(({ symbol, label, value, unit }) => `${[symbol, label, value, unit].map(latexText).join(" & ")} \\\\`).join("\n")}
\\end{tabular}
${equations.length === 0 ? "" : `
\\subsection*{${latexText(equationsTitle)}}
${equations.map(({ label, latex }) => `\\begin{multline*}\n${broken(latex)}${label === "" ? "" : ` \\tag{${label}}`}\n\\end{multline*}`).join("\n")}
`}
${notes.map((note) => `${latexText(note)}\n`).join("\n")}
${latexText(linkTitle)}: \\url{${taken.link}}
\\end{document}
`;
}

/** Long equations go on in a new line at their second equals sign, where the numbers stand. */
function broken(latex: string): string {
  const parts = latex.split(" = ");
  return parts.length < 4 ? latex : `${parts.slice(0, 2).join(" = ")} \\\\\n= ${parts.slice(2).join(" = ")}`;
}
