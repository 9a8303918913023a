import { CLASS_BOUNDARY, CLASS_INFEASIBLE, CLASS_NEGATIVE, CLASS_POSITIVE, type SignClass } from "../../model/index.ts";

const TONES: Readonly<Record<SignClass, string>> = {
  [CLASS_POSITIVE]: "raises", [CLASS_NEGATIVE]: "lowers", [CLASS_BOUNDARY]: "boundary", [CLASS_INFEASIBLE]: "infeasible",
};

/** The class of style that a sign has everywhere. */
export function verdictTone(sign: SignClass): string {
  return TONES[sign];
}
