import { msg, str } from "@lit/localize";
import { FIELDS, type Language } from "../../model/index.ts";
import { isUsualSpace } from "../../state/axes.ts";
import { middleOf, type ColourRange } from "../../state/colour-range.ts";
import { formatQuantity } from "../../state/format.ts";
import type { RegionSource } from "../../state/region-source.ts";

/** What the legend of the scene says, on the page and in pictures. */
export interface LegendTexts {
  readonly title: string;
  /** The values at the ends of the scale. */
  readonly low: string;
  readonly high: string;
  /** The value in the middle of a scale that is not even. */
  readonly middle: string | null;
  /** Instead of the scale, where there is only one value. */
  readonly flat: string | null;
  readonly region: string;
  readonly surface: string;
}

/** @param range what the scale runs over; `null` where nothing is drawn in it */
export function legendTexts({ state, surface }: Pick<RegionSource, "state" | "surface">, range: ColourRange | null, language: Language): LegendTexts {
  const colour = surface.shown?.colour ?? state.colour;
  const [low, high] = [range?.[0] ?? NaN, range?.[1] ?? NaN].map((value) => formatQuantity(colour, value, language));
  return {
    title: msg(str`Colour of the surface: ${FIELDS[colour].label[language]}`),
    low, high,
    middle: range === null || range[2] === 1 ? null : formatQuantity(colour, middleOf(range), language),
    flat: low === high && range !== null ? msg(str`${low} all over the surface`) : null,
    region: msg("Region where more compute raises growth"),
    surface: !isUsualSpace(state) ? msg("Surface: where the sign turns")
      : state.prices === "equilibrium" ? msg("Surface: τ = 1−α, where growth peaks") : msg("Surface: ω = Θ(α, β), where the sign turns"),
  };
}
