import { configureLocalization } from "@lit/localize";
import { type allLocales, sourceLocale, targetLocales } from "./locale-codes.ts";

/** The page's languages, as the model's texts name them. */
export type PageLanguage = "en" | "zh";

const LOCALE_OF = { en: "en", zh: "zh-Hans" } as const satisfies Record<PageLanguage, (typeof allLocales)[number]>;

const { getLocale, setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: () => import("./locales/zh-Hans.ts"),
});

/** The language that is shown now. */
export function pageLanguage(): PageLanguage {
  return getLocale() === LOCALE_OF.zh ? "zh" : "en";
}

/** Shows all elements in a language, and leaves the document's own alone; resolves when its strings are here. */
export async function showLanguage(language: PageLanguage): Promise<void> {
  if (language !== pageLanguage()) await setLocale(LOCALE_OF[language]);
}

/** Shows the page in a language; resolves when its strings are here. */
export async function setPageLanguage(language: PageLanguage): Promise<void> {
  await showLanguage(language);
  document.documentElement.lang = LOCALE_OF[language];
}

/** What to show first: the stored choice, else the first of the reader's languages that is one of ours. */
export function preferredLanguage(stored: string | null, preferred: readonly string[]): PageLanguage {
  if (stored === "en" || stored === "zh") return stored;
  const match = preferred.map((tag) => tag.slice(0, 2)).find((tag) => tag === "en" || tag === "zh");
  return match === "zh" ? "zh" : "en";
}
