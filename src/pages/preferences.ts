import { cssProperties, type Theme } from "../design/tokens.ts";
import { pageLanguage, preferredLanguage, setPageLanguage, type PageLanguage } from "../i18n/language.ts";

/** What a reader chose before; a browser that stores nothing forgets it with the page. */
type Preference = "theme" | "language";

const DARK = "(prefers-color-scheme: dark)";

const chosenHere = new Map<Preference, string>();

/** What the address asks for; it holds for this visit, on every page. */
export interface AskedPreferences {
  readonly theme?: Theme;
  readonly language?: PageLanguage;
}

/** Shows the page as the address asks, else as this visit or an earlier one left it, else as the system has it; resolves when its strings are here. */
export async function applyPreferences(asked: AskedPreferences = {}): Promise<Theme> {
  const theme = asked.theme ?? preferredTheme();
  const language = asked.language ?? preferredLanguage(storedPreference("language"), navigator.languages);
  if (asked.theme !== undefined) remember("sessionStorage", "theme", theme);
  if (asked.language !== undefined) remember("sessionStorage", "language", language);
  applyTheme(theme);
  if (language !== pageLanguage()) await setPageLanguage(language);
  else document.documentElement.lang = language;
  return theme;
}

export function storePreference(name: Preference, value: string): void {
  remember("sessionStorage", name, value);
  remember("localStorage", name, value);
}

/** Puts the theme's tokens on the document. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  root.dataset.theme = theme;
  for (const [name, value] of Object.entries(cssProperties(theme))) root.style.setProperty(name, value);
}

/** Shows the system's theme when it changes, as long as the reader has chosen none; until the function that is returned is called. */
export function followSystemTheme(onChange: (theme: Theme) => void): () => void {
  const system = matchMedia(DARK);
  const listen = (): void => {
    if (storedPreference("theme") !== null) return;
    const theme = preferredTheme();
    applyTheme(theme);
    onChange(theme);
  };
  system.addEventListener("change", listen);
  return () => system.removeEventListener("change", listen);
}

/** The stored theme, else the system's. */
function preferredTheme(): Theme {
  const stored = storedPreference("theme");
  if (stored === "light" || stored === "dark") return stored;
  return matchMedia(DARK).matches ? "dark" : "light";
}

type StorageName = "sessionStorage" | "localStorage";

function storedPreference(name: Preference): string | null {
  try {
    return chosenHere.get(name) ?? sessionStorage.getItem(`tauscape.${name}`) ?? localStorage.getItem(`tauscape.${name}`);
  } catch {
    return null;
  }
}

function remember(storage: StorageName, name: Preference, value: string): void {
  chosenHere.set(name, value);
  try {
    window[storage].setItem(`tauscape.${name}`, value);
  } catch {
    // Storage is full or refused: the choice holds for this page.
  }
}
