import { resultPath } from "../results/node/result-path.ts";
import { refusal } from "./command-error.ts";
import type { Texts } from "./texts/texts.ts";

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const WHOLE = /^\d+$/;

/** Reader of an option that takes a finite number. −0 reads as 0. */
export function numberOption(flag: string, texts: Texts): (text: string) => number {
  return (text) => {
    const value = DECIMAL.test(text.trim()) ? Number(text) + 0 : NaN;
    if (!Number.isFinite(value)) throw refusal(texts.badOption(flag, text, texts.finiteNumber));
    return value;
  };
}

/** Reader of an option that takes a whole number from `min` to `max`. */
export function wholeNumberOption(flag: string, min: number, max: number, texts: Texts): (text: string) => number {
  return (text) => {
    const value = WHOLE.test(text) ? Number(text) : NaN;
    if (!(value >= min && value <= max)) throw refusal(texts.badOption(flag, text, texts.wholeNumber(min, max)));
    return value;
  };
}

const DURATION = /^(\d+\.?\d*|\.\d+)(s|min|m|h|d)$/;
const SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, m: 60, h: 3600, d: 86_400 };

/** Reader of an option that takes a length of time above 0, such as 90s, 45min, 2h or 1d; in seconds. */
export function durationOption(flag: string, texts: Texts): (text: string) => number {
  return (text) => {
    const [, number, unit = ""] = DURATION.exec(text) ?? [];
    const seconds = Number(number) * SECONDS[unit];
    if (!(seconds > 0 && seconds < Infinity)) throw refusal(texts.badOption(flag, text, texts.duration));
    return seconds;
  };
}

/** Reader of an option that takes one of a few words. */
export function choiceOption<T extends string>(flag: string, choices: readonly T[], texts: Texts): (text: string) => T {
  return (text) => {
    const choice = choices.find((word) => word === text);
    if (choice === undefined) throw refusal(texts.badOption(flag, text, texts.listOf(choices)));
    return choice;
  };
}

/** Reader of a result's path. */
export function pathOption(text: string): string {
  return resultPath(text);
}
