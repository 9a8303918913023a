import { cssProperties, type Theme } from "../design/tokens.ts";

/** What a reader chose before; a browser that stores nothing just does not remember. */
type Preference = "theme" | "language";

export function storedPreference(name: Preference): string | null {
  try {
    return localStorage.getItem(`tauscape.${name}`);
  } catch {
    return null;
  }
}

export function storePreference(name: Preference, value: string): void {
  try {
    localStorage.setItem(`tauscape.${name}`, value);
  } catch {
    // Storage is full or refused: the choice holds for this visit.
  }
}

/** The stored theme, else the system's. */
export function preferredTheme(): Theme {
  const stored = storedPreference("theme");
  if (stored === "light" || stored === "dark") return stored;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Puts the theme's tokens on the document. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  root.dataset.theme = theme;
  for (const [name, value] of Object.entries(cssProperties(theme))) root.style.setProperty(name, value);
}
