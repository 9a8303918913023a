/** Calls back once after some milliseconds, unless the function that it returns is called before. */
export type Schedule = (callback: () => void, milliseconds: number) => () => void;

/** Quiet time after which a hand on a slider rests: longer than between two of its events, shorter than a reader waits. */
const REST_MS = 120;

const afterTimeout: Schedule = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** The hand that changes the state: whether it moves still, and when it has come to rest. */
export class Hand {
  #isMoving = false;
  #isHeld = false;
  /** Something was changed since the hand was put down or lifted. */
  #hasMoved = false;
  #forget: () => void = () => undefined;

  constructor(private readonly onRest: () => void, private readonly schedule: Schedule = afterTimeout) {}

  get isMoving(): boolean { return this.#isMoving; }

  /** Whether the next change goes on with the one before: the hand was neither put down nor lifted between, and has not rested since, or is down. */
  get goesOn(): boolean { return this.#hasMoved && (this.#isMoving || this.#isHeld); }

  /** The hand is put down on something, or lifted; one that is not down cannot be lifted, so that key presses after each other stay one run. */
  hold(isDown: boolean): void {
    if (!isDown && !this.#isHeld) return;
    this.#isHeld = isDown;
    this.#hasMoved = false;
  }

  move(): void {
    this.#forget();
    this.#hasMoved = true;
    this.#isMoving = true;
    this.#forget = this.schedule(() => {
      this.#isMoving = false;
      this.onRest();
    }, REST_MS);
  }
}
