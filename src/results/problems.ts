import { formatCount, type BilingualText } from "../model/index.ts";

/** What stands in the way of a result; the same words in the page and the command. */
export class ResultError extends Error {
  readonly kind = "result";
  override readonly name = "ResultError";
  /** @param says what was found, what is allowed, what to do @param isInput whether the input was refused; else the work failed */
  constructor(readonly says: BilingualText, readonly isInput: boolean, options?: ErrorOptions) {
    super(says.en, options);
  }
}

export function refused(en: string, zh: string): ResultError {
  return new ResultError({ en, zh }, true);
}

export function failed(en: string, zh: string, cause?: unknown): ResultError {
  return new ResultError({ en, zh }, false, { cause });
}

/** Cells [from, to) in words. */
export function cellsInWords(from: number, to: number): BilingualText {
  const [first, last] = [from, to - 1].map(formatCount);
  return { en: `cells ${first} to ${last}`, zh: `第 ${first} 至 ${last} 个格点` };
}
