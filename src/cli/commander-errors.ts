import type { CommanderError } from "commander";
import type { Texts } from "./texts/index.ts";

/** Whether commander stopped because it had said what was asked for: help or version. */
export function isAnswer({ exitCode }: CommanderError): boolean {
  return exitCode === 0;
}

const QUOTED = /'([^']*)'/;
const SUGGESTION = /Did you mean (?:one of )?(.+)\?/;
const EXPECTED = /Expected (\d+) arguments? but got (\d+)/;

/** What commander refused, in the person's language; the names stand in its English message. */
export function describeCommanderError({ code, message }: CommanderError, texts: Texts): string {
  const name = QUOTED.exec(message)?.[1] ?? "";
  const suggestion = SUGGESTION.exec(message)?.[1] ?? null;
  switch (code) {
    case "commander.unknownOption": return texts.unknownOption(name, suggestion);
    case "commander.unknownCommand": return texts.unknownCommand(name, suggestion);
    case "commander.missingArgument": return texts.missingArgument(name);
    case "commander.optionMissingArgument": return texts.missingOptionValue(name);
    case "commander.excessArguments": {
      const [, expected = "", received = ""] = EXPECTED.exec(message) ?? [];
      return texts.tooManyArguments(expected, received);
    }
    case "commander.help": return texts.noCommand;
    default: return message;
  }
}
