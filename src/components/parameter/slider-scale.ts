import type { Range } from "../../state/axes.ts";

/** Steps of a slider on a logarithmic scale. */
const LOG_STEPS = 200;
/** A linear slider has at least this many steps, each a round number. */
const LEAST_STEPS = 200;

/** Maps a parameter's view to the whole steps of a slider, and back to round values. */
export interface SliderScale {
  readonly steps: number;
  /** Nearest step; values beyond the view stand at its end. */
  readonly toStep: (value: number) => number;
  readonly toValue: (step: number) => number;
}

export function sliderScale({ min, max, spacing }: Range): SliderScale {
  if (spacing === "log") {
    const ratio = Math.log(max / min);
    return {
      steps: LOG_STEPS,
      toStep: (value) => clamp(Math.round((Math.log(value / min) / ratio) * LOG_STEPS), LOG_STEPS),
      toValue: (step) => Number((min * Math.exp((ratio * step) / LOG_STEPS)).toPrecision(3)),
    };
  }
  const decimals = Math.ceil(-Math.log10((max - min) / LEAST_STEPS));
  const unit = 10 ** -decimals;
  const steps = Math.round((max - min) / unit);
  return {
    steps,
    toStep: (value) => clamp(Math.round((value - min) / unit), steps),
    toValue: (step) => Number((min + step * unit).toFixed(decimals)),
  };
}

/** The highest step, not above `step`, whose value is allowed; `null` where there is none. */
export function highestStep(scale: SliderScale, step: number, isAllowed: (value: number) => boolean): number | null {
  for (let lower = step; lower >= 0; lower--) if (isAllowed(scale.toValue(lower))) return lower;
  return null;
}

function clamp(step: number, steps: number): number {
  return Math.max(0, Math.min(steps, step));
}
