/** Memory for columns of a tile that are made one after the other: one is made while the one before is written, and no more than two are held. */
export class AlternatingColumns {
  private readonly memory = [new Float64Array(0), new Float64Array(0)];
  private readonly uses: Promise<void>[] = [Promise.resolve(), Promise.resolve()];
  private turn = 0;

  /** A column of that length, whatever it holds: for whoever asks for lengths alone. */
  unmade(length: number): Float64Array<ArrayBuffer> {
    return this.room(this.turn, length);
  }

  /**
   * Waits for memory that no one uses, makes a column there and begins to write it.
   * @param write settles, and never rejects, when the column's memory may be taken for another
   */
  async next(length: number, make: (column: Float64Array<ArrayBuffer>) => void, write: (column: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<void> {
    const { turn } = this;
    this.turn = 1 - turn;
    await this.uses[turn];
    const column = this.room(turn, length);
    make(column);
    this.uses[turn] = write(new Uint8Array(column.buffer, 0, column.byteLength));
  }

  private room(turn: number, length: number): Float64Array<ArrayBuffer> {
    if (this.memory[turn].length < length) this.memory[turn] = new Float64Array(length);
    return this.memory[turn].subarray(0, length);
  }
}
