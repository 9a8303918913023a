import { CLASS_INFEASIBLE, evaluatePoint, type QuantityName } from "../model/index.ts";
import { axisPoints } from "../sweep/axes.ts";
import { drawnAxes } from "./axes.ts";
import type { ExplorerState } from "./explorer-state.ts";
import { MOST_ISOSURFACES, withScene, type Isosurface } from "./scene-options.ts";

/** Points an axis at which the range of a quantity is looked up. */
const SAMPLES = 24;

/** Least and greatest value of a quantity in the drawn box, over a coarse grid; `null` where nothing is feasible. */
export function quantityRange(state: ExplorerState, quantity: QuantityName): readonly [number, number] | null {
  const names = drawnAxes(state);
  const [xs, ys, zs] = names.map((name) => axisPoints({ name, ...state.ranges[name], count: SAMPLES }));
  let [least, greatest] = [Infinity, -Infinity];
  for (const x of xs) {
    for (const y of ys) {
      for (const z of zs) {
        const { fields, class: sign } = evaluatePoint({ ...state.parameters, [names[0]]: x, [names[1]]: y, [names[2]]: z }, state.rule, state.prices);
        const value = fields[quantity];
        if (sign === CLASS_INFEASIBLE || value === undefined) continue;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
  }
  return least <= greatest ? [least, greatest] : null;
}

/** Adds a surface; one that is there already, or one too many, changes nothing. */
export function withIsosurface(state: ExplorerState, added: Isosurface): ExplorerState {
  const { isosurfaces } = state.scene;
  if (isosurfaces.length >= MOST_ISOSURFACES || isosurfaces.some((one) => isSame(one, added))) return state;
  return withScene(state, { isosurfaces: [...isosurfaces, added] });
}

export function withoutIsosurface(state: ExplorerState, removed: Isosurface): ExplorerState {
  return withScene(state, { isosurfaces: state.scene.isosurfaces.filter((one) => !isSame(one, removed)) });
}

function isSame(one: Isosurface, other: Isosurface): boolean {
  return one.quantity === other.quantity && one.level === other.level;
}
