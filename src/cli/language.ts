import { LANGUAGES, type Language } from "../model/index.ts";

/** The variables that say what language a person reads, the first that is set wins (POSIX, section 8.2). */
const LOCALE_VARIABLES = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/** The language of the environment: Chinese where the locale begins with zh, else English. */
export function languageOfEnvironment(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = LOCALE_VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== "");
  return locale?.toLowerCase().startsWith("zh") === true ? "zh" : "en";
}

/** What stands behind `--lang`, wherever it stands; help and errors need it before the arguments are parsed. */
export function requestedLanguage(args: readonly string[]): string | undefined {
  const end = args.indexOf("--");
  const options = end === -1 ? args : args.slice(0, end);
  const joined = options.findLast((arg) => arg.startsWith("--lang="));
  if (joined !== undefined) return joined.slice("--lang=".length);
  const at = options.lastIndexOf("--lang");
  return at === -1 ? undefined : options[at + 1];
}
