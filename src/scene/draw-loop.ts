/** Draws when something has changed, once a frame at most. */
export class DrawLoop {
  #frame = 0;
  #isReady = false;
  #isStopped = false;

  /** @param blank what a frame shows until the loop is ready */
  constructor(private readonly draw: () => void, private readonly blank: () => void) {}

  invalidate(): void {
    if (this.#frame !== 0 || this.#isStopped) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#isReady) this.draw();
      else this.blank();
    });
  }

  async readyAfter(preparation: Promise<unknown>): Promise<void> {
    await preparation;
    this.#isReady = true;
    this.invalidate();
  }

  stop(): void {
    this.#isStopped = true;
    cancelAnimationFrame(this.#frame);
  }
}
