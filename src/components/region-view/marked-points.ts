import { msg } from "@lit/localize";
import { CLASS_INFEASIBLE, evaluatePoint, type Parameters } from "../../model/index.ts";
import type { Marker } from "../../scene/index.ts";
import type { RegionSource } from "../../state/region-source.ts";
import { verdictTone } from "../verdict/verdict-tone.ts";
import { displayPoint, type DrawnSpace } from "./drawn-space.ts";

/** The present point, round, and the pinned one, a diamond, where they lie within the box; one that needs a word has it. @param space what is drawn */
export function markedPoints({ state: { pin, rule, prices } }: Pick<RegionSource, "state">, space: DrawnSpace): Readonly<Record<"round" | "diamond", Marker | null>> {
  const marker = (parameters: Parameters, label: (isFeasible: boolean) => string | null): Marker | null => {
    const position = displayPoint({ ...space, parameters });
    if (position === null) return null;
    const sign = evaluatePoint(parameters, rule, prices).class;
    return { position, tone: verdictTone(sign), label: label(sign !== CLASS_INFEASIBLE) };
  };
  return {
    round: marker(space.parameters, (isFeasible) => (isFeasible ? null : msg("not feasible"))),
    diamond: pin === null ? null : marker(pin, (isFeasible) => (isFeasible ? msg("pinned") : msg("pinned, not feasible"))),
  };
}

/** The marked points in words. */
export function markedPointsAccount(source: Pick<RegionSource, "state">): string {
  const { round, diamond } = markedPoints(source, source.state);
  return [
    round?.tone === "infeasible" ? msg("The present point is not feasible and is hatched.") : "",
    diamond === null ? "" : diamond.tone === "infeasible" ? msg("A hatched diamond marks the pinned point, which is not feasible.") : msg("A diamond marks the pinned point."),
  ].filter((sentence) => sentence !== "").join(" ");
}
