/** Steps that are kept. */
const MOST_STEPS = 200;

/** What can be undone and redone: states before and after the present one. A run of changes of the same thing, as a drag makes them, is one step. */
export class History<State extends object> {
  readonly #past: State[] = [];
  #future: State[] = [];
  /** What the latest change changed. */
  #subject = "";

  get canUndo(): boolean { return this.#past.length > 0; }
  get canRedo(): boolean { return this.#future.length > 0; }

  /** @param goesOn whether the hand that made the change before has not rested since */
  record(before: State, after: State, goesOn: boolean): void {
    const subject = changedPaths(before, after).join();
    if (subject === "") return;
    const isSameStep = goesOn && subject === this.#subject && this.#future.length === 0;
    this.#subject = subject;
    this.#future = [];
    if (isSameStep) return;
    this.#past.push(before);
    if (this.#past.length > MOST_STEPS) this.#past.shift();
  }

  /** The state before the latest step, or `null` where there is none; `present` can be had back by `redo`. */
  undo(present: State): State | null {
    return this.#step(this.#past, this.#future, present);
  }

  /** The state that the latest `undo` left, or `null` where there is none. */
  redo(present: State): State | null {
    return this.#step(this.#future, this.#past, present);
  }

  #step(from: State[], to: State[], present: State): State | null {
    const state = from.pop();
    if (state === undefined) return null;
    to.push(present);
    this.#subject = "";
    return state;
  }
}

/** Names of all that differs, down to the entries of records; a list is one thing, of whose parts a drag may change now these, now those. */
function changedPaths(before: object, after: object): string[] {
  const values = after as Readonly<Record<string, unknown>>;
  return Object.entries(before).flatMap(([key, value]: [string, unknown]) => {
    const other = values[key];
    if (Object.is(value, other)) return [];
    if (typeof value !== "object" || value === null || typeof other !== "object" || other === null || Array.isArray(value)) return [key];
    return changedPaths(value, other).map((path) => `${key}.${path}`);
  });
}
