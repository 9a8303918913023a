import { isAdmissible, isTechnologyFeasible } from "./feasibility.ts";
import { PARAMETERS, type ParameterName, type Parameters, type PriceMode } from "./parameters.ts";
import { eulerWeights, type Rule } from "./rules.ts";
import { technologyAt } from "./technology.ts";
import { placeInView, valueInView } from "./view-range.ts";

/** The point of the boundary that is nearest to a point. */
export interface NearestBoundary {
  readonly parameters: Parameters;
  /** Distance in parts of the axes' usual ranges: each of α, β and ω (log; τ in equilibrium) counts its range of `PARAMETERS` as 1. */
  readonly distance: number;
}

const GRID = 48;
/** The search ends when its step is this part of an axis. */
const LAST_STEP = 2 ** -40;

/**
 * The nearest point with ω = Θ(α, β), or with τ = 1−α in equilibrium: α, β and ω (τ) may move together, everything else stays. Found by a
 * search over a grid of (α, β) and then downhill from its best points, to about 10⁻¹² of an axis. `null` where no feasible point lies on the boundary.
 */
export function nearestBoundary(parameters: Parameters, rule: Rule, prices: PriceMode): NearestBoundary | null {
  const third: ParameterName = prices === "given" ? "wr" : "tau";
  const on = (alpha: number, beta: number): number =>
    prices === "given" ? eulerWeights(rule, alpha, technologyAt(alpha, beta).computeShare).threshold : 1 - alpha;
  const [x0, y0, z0] = (["alpha", "beta", third] as const).map((name) => placeInView(parameters[name], PARAMETERS[name].view));
  const squaredDistance = (x: number, y: number): number => {
    const [alpha, beta] = [valueInView(x, PARAMETERS.alpha.view), valueInView(y, PARAMETERS.beta.view)];
    if (!isAdmissible("alpha", alpha) || !isAdmissible("beta", beta) || !isTechnologyFeasible(alpha, beta)) return Infinity;
    const value = on(alpha, beta);
    return isAdmissible(third, value) ? (x - x0) ** 2 + (y - y0) ** 2 + (placeInView(value, PARAMETERS[third].view) - z0) ** 2 : Infinity;
  };
  const starts = [[x0, y0] as const, ...gridPlaces()].map(([x, y]) => ({ x, y, squared: squaredDistance(x, y) }))
    .sort((a, b) => a.squared - b.squared).slice(0, 4);
  const [best] = starts.map((start) => downhill(squaredDistance, start)).sort((a, b) => a.squared - b.squared);
  if (best.squared === Infinity) return null;
  const [alpha, beta] = [valueInView(best.x, PARAMETERS.alpha.view), valueInView(best.y, PARAMETERS.beta.view)];
  return { parameters: { ...parameters, alpha, beta, [third]: on(alpha, beta) }, distance: Math.sqrt(best.squared) };
}

/** Places all over the triangle of α and β, its corners included. */
function gridPlaces(): (readonly [number, number])[] {
  const { min, max } = PARAMETERS.alpha.view;
  const least = -min / (max - min);
  const span = 1 / (max - min);
  const places: (readonly [number, number])[] = [];
  for (let i = 0; i < GRID; i++) {
    for (let j = 0; i + j < GRID; j++) places.push([least + (span * (i + 0.5)) / (GRID + 1), least + (span * (j + 0.5)) / (GRID + 1)]);
  }
  return places;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly squared: number;
}

/** The eight directions of a compass. */
const DIRECTIONS = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const)).filter(([dx, dy]) => dx !== 0 || dy !== 0);

function downhill(squaredDistance: (x: number, y: number) => number, start: Place): Place {
  let best = start;
  for (let step = 1 / GRID; step > LAST_STEP;) {
    const from = best;
    for (const [dx, dy] of DIRECTIONS) {
      const [x, y] = [from.x + step * dx, from.y + step * dy];
      const squared = squaredDistance(x, y);
      if (squared < best.squared) best = { x, y, squared };
    }
    if (best === from) step /= 2;
  }
  return best;
}
