import type { Problem } from "../../sweep/problems.ts";
import { readScenarios, writeScenarios, type SavedScenario } from "./scenario-file.ts";
import { isFull } from "./scenario-list.ts";

export const STORE_KEY = "tauscape.scenarios";
/** Where text that cannot be read is put when the reader begins anew, with a number behind it from the second on: nothing is thrown away. */
const ASIDE_KEY = "tauscape.scenarios.unreadable";

export type KeyValueStore = Pick<Storage, "getItem" | "setItem">;

/** `full`: the browser refused to keep it; `many`: more than a list can hold; `unreadable`: what is stored must be set aside first. */
export type StoreOutcome = "stored" | "full" | "many" | "unreadable";

/**
 * The named scenarios of this browser. Every change reads what is stored first, so that two tabs do not overwrite each other, and is
 * written whole or not at all: after a refusal what was saved is as it was.
 */
export class ScenarioStore {
  readonly #listeners = new Set<() => void>();

  constructor(private readonly storage: KeyValueStore) {}

  get scenarios(): readonly SavedScenario[] {
    const read = this.#read();
    return read.ok ? read.scenarios : [];
  }

  /** What is wrong with what is stored. */
  get problems(): readonly Problem[] {
    const read = this.#read();
    return read.ok ? [] : read.problems;
  }

  change(change: (scenarios: readonly SavedScenario[]) => readonly SavedScenario[]): StoreOutcome {
    const read = this.#read();
    if (!read.ok) return "unreadable";
    const next = change(read.scenarios);
    if (isFull(next)) return "many";
    return this.#write(STORE_KEY, writeScenarios(next));
  }

  /** Begins an empty list; the text that cannot be read is kept under another key, and so is what was set aside before. */
  setAside(): StoreOutcome {
    const text = this.storage.getItem(STORE_KEY) ?? "";
    const outcome = this.#write(this.#keyAside(text), text);
    return outcome === "stored" ? this.#write(STORE_KEY, writeScenarios([])) : outcome;
  }

  /** Tells the listeners of a change that another tab made. */
  heard(key: string | null): void {
    if (key === STORE_KEY || key === null) this.#notify();
  }

  /** Calls `listener` after every change, also of another tab, until the function that is returned is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The first key that is free, or holds the same text. */
  #keyAside(text: string): string {
    for (let number = 1; ; number++) {
      const key = number === 1 ? ASIDE_KEY : `${ASIDE_KEY}.${number}`;
      const kept = this.storage.getItem(key);
      if (kept === null || kept === text) return key;
    }
  }

  #read() {
    const text = this.storage.getItem(STORE_KEY);
    return text === null ? { ok: true, scenarios: [] } as const : readScenarios(text, { checkLinks: false });
  }

  #write(key: string, text: string): StoreOutcome {
    try {
      this.storage.setItem(key, text);
    } catch {
      // A storage that is full, or forbidden, throws and keeps what it had.
      return "full";
    }
    this.#notify();
    return "stored";
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** For a browser that keeps nothing: scenarios last as long as the page. */
export function memoryStorage(): KeyValueStore {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => { values.set(key, value); } };
}
