/** What is drawn when the page is idle takes at most this part of the time while a hand moves: the rest is for the answer to the hand. */
const MOST_OF_THE_TIME = 1 / 20;
/** A hand that has not moved for so long rests. */
const REST_MS = 120;
/** A page that is never idle draws it after so long. */
const LATEST_MS = 250;

/** When something dear is drawn: often where it is cheap, seldom where it is not, and soon after the hand rests. */
export class IdleDrawing {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #takeBack: (() => void) | undefined;
  #startedAt = 0;
  #endedAt = -Infinity;
  #cost = 0;

  /** @param draw begins a drawing */
  constructor(private readonly draw: () => void) {}

  changed(): void {
    clearTimeout(this.#timer);
    const early = this.#endedAt + this.#cost / MOST_OF_THE_TIME - performance.now();
    if (early <= 0) this.#whenIdle();
    else this.#timer = setTimeout(() => { this.#whenIdle(); }, Math.min(early, REST_MS));
  }

  begins(): void {
    this.#startedAt = performance.now();
  }

  ends(): void {
    this.#endedAt = performance.now();
    this.#cost = this.#endedAt - this.#startedAt;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#takeBack?.();
    this.#takeBack = undefined;
  }

  #whenIdle(): void {
    if (this.#takeBack !== undefined) return;
    const draw = () => {
      this.#takeBack = undefined;
      this.draw();
    };
    // Safari has no idle callbacks: there it is drawn with the frame.
    if (typeof requestIdleCallback === "function") {
      const handle = requestIdleCallback(draw, { timeout: LATEST_MS });
      this.#takeBack = () => { cancelIdleCallback(handle); };
    } else {
      const handle = requestAnimationFrame(draw);
      this.#takeBack = () => { cancelAnimationFrame(handle); };
    }
  }
}
