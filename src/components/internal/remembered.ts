/** Something that is made anew only when what it follows from has changed: drawings and grids, in elements that are drawn at every notice. */
export class Remembered<Made> {
  #latest: { readonly from: readonly unknown[]; readonly made: Made } | null = null;

  /** @param from all that `make` uses, compared one by one by identity */
  of(from: readonly unknown[], make: () => Made): Made {
    if (this.#latest?.from.length !== from.length || !this.#latest.from.every((one, k) => Object.is(one, from[k]))) this.#latest = { from, made: make() };
    return this.#latest.made;
  }
}
