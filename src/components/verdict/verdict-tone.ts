import { CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, type SignClass } from "../../model/index.ts";

export type VerdictTone = "raises" | "lowers" | "boundary" | "infeasible";

const TONES: Readonly<Record<SignClass, VerdictTone>> = {
  [CLASS_POSITIVE]: "raises", [CLASS_NEGATIVE]: "lowers", [CLASS_BOUNDARY]: "boundary", [CLASS_INFEASIBLE]: "infeasible",
};

/** What a sign is called in classes of style, and in the scene. */
export function verdictTone(sign: SignClass): VerdictTone {
  return TONES[sign];
}
