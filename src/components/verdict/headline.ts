import { msg } from "@lit/localize";
import { CLASS_BOUNDARY, CLASS_NEGATIVE, CLASS_POSITIVE, type SignClass } from "../../model/index.ts";

/** The verdict in one short sentence. */
export function verdictHeadline(sign: SignClass): string {
  if (sign === CLASS_POSITIVE) return msg("Here more compute raises growth.");
  if (sign === CLASS_NEGATIVE) return msg("Here more compute lowers growth.");
  if (sign === CLASS_BOUNDARY) return msg("Here growth stands on the boundary.");
  return msg("This point is not feasible.");
}

const TONES: Readonly<Record<SignClass, string>> = { 1: "raises", [-1]: "lowers", 0: "boundary", [-128]: "infeasible" };

/** The class of style that a sign has everywhere. */
export function verdictTone(sign: SignClass): string {
  return TONES[sign];
}
