export interface Tick {
  readonly value: number;
  /** 0 at the first point of the axis, 1 at its last. */
  readonly position: number;
  readonly label: string;
}

export type Spacing = "linear" | "log";

const ROUND_STEPS = [1, 2, 5, 10];
/** Mantissas of a decade, from the fullest to the sparsest. */
const DECADE_PARTS = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3], [1]];
/** Ends of an axis that are round up to rounding still get their tick. */
const SLACK = 1e-9;
const MINUS = "−";

/**
 * At most `count` ticks at round values of [min, max], in order. A log axis (min > 0) takes 1-2-5, 1-3 or powers of ten, and
 * round steps where it spans too little for those. An axis of one point (min = max) has one tick, at 0.
 */
export function niceTicks(min: number, max: number, count: number, spacing: Spacing): readonly Tick[] {
  if (!(min <= max) || !Number.isFinite(max - min)) throw new RangeError(`Ticks need finite min ≤ max; found ${min} and ${max}.`);
  if (spacing === "log" && !(min > 0)) throw new RangeError(`A log axis needs min > 0; found ${min}.`);
  if (min === max) return [{ value: min, position: 0, label: formatShort(min) }];
  const most = Math.max(2, count);
  const values = spacing === "log" ? logValues(min, max, most) : linearValues(min, max, most);
  const position = spacing === "log" ? (value: number) => Math.log(value / min) / Math.log(max / min) : (value: number) => (value - min) / (max - min);
  return values.map((value) => ({ value, position: Math.min(1, Math.max(0, position(value))), label: formatShort(value) }));
}

function linearValues(min: number, max: number, most: number): readonly number[] {
  const magnitude = 10 ** Math.floor(Math.log10((max - min) / most));
  for (const factor of ROUND_STEPS) {
    const values = multiplesWithin(min, max, factor * magnitude);
    if (values.length <= most) return values;
  }
  return multiplesWithin(min, max, 20 * magnitude);
}

function multiplesWithin(min: number, max: number, step: number): readonly number[] {
  const first = Math.ceil(min / step - SLACK);
  const last = Math.floor(max / step + SLACK);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => roundOff((first + index) * step));
}

function logValues(min: number, max: number, most: number): readonly number[] {
  const lowest = Math.floor(Math.log10(min));
  const highest = Math.ceil(Math.log10(max));
  const isInside = (value: number): boolean => value >= min * (1 - SLACK) && value <= max * (1 + SLACK);
  for (const parts of DECADE_PARTS) {
    const decades = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
    const values = decades.flatMap((decade) => parts.map((part) => roundOff(part * 10 ** decade))).filter(isInside);
    if (values.length > most) continue;
    return values.length >= 3 ? values : linearValues(min, max, most);
  }
  const stride = Math.ceil((highest - lowest + 1) / most);
  const first = Math.ceil(lowest / stride) * stride;
  return Array.from({ length: most }, (_, index) => 10 ** (first + index * stride)).filter(isInside);
}

/** Takes away what a product of a round number and a power of ten picks up in its last digits. */
function roundOff(value: number): number {
  return Number(value.toPrecision(12));
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
};

/** 0.25, 20, −3; from five digits on 2×10⁵. */
function formatShort(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : "";
  if (size === 0 || (size >= 1e-3 && size < 1e5)) return sign + String(Number(size.toPrecision(6)));
  const exponent = Math.floor(Math.log10(size) + SLACK);
  const power = `10${[...String(exponent)].map((character) => SUPERSCRIPTS[character] ?? "").join("")}`;
  const mantissa = Number((size / 10 ** exponent).toPrecision(4));
  return sign + (mantissa === 1 ? power : `${mantissa}×${power}`);
}
