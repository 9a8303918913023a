import type { HelpConfiguration } from "commander";
import { displayWidth } from "./display-width.ts";
import type { Texts } from "./texts/index.ts";

/** Commander's help in the person's language; choices and defaults already stand in the descriptions. */
export function helpConfiguration(texts: Texts): HelpConfiguration {
  const { headings } = texts.help;
  const titles: Readonly<Record<string, string>> = {
    "Usage:": headings.usage, "Arguments:": headings.arguments, "Options:": headings.options,
    "Global Options:": headings.globalOptions, "Commands:": headings.commands,
  };
  return {
    showGlobalOptions: true,
    displayWidth,
    styleTitle: (title) => titles[title] ?? title,
    optionDescription: ({ description, defaultValue }) =>
      (typeof defaultValue === "string" ? description + texts.help.defaultValue(defaultValue) : description),
  };
}

/** A block of examples for the end of a help text. */
export function examples(texts: Texts, lines: readonly string[]): string {
  return `\n${texts.help.examples}\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
