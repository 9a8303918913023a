import { memoryStorage, ScenarioStore, type KeyValueStore } from "../../state/scenarios/scenario-store.ts";

/** The page's scenarios; `isKept` is false where the browser forbids storage, so that they last as long as the page. */
export function openBrowserStore(): { readonly store: ScenarioStore; readonly isKept: boolean } {
  const kept = keptStorage();
  const store = new ScenarioStore(kept ?? memoryStorage());
  addEventListener("storage", ({ key }) => store.heard(key));
  return { store, isKept: kept !== null };
}

function keptStorage(): KeyValueStore | null {
  try {
    localStorage.getItem("");
    return localStorage;
  } catch {
    return null;
  }
}
