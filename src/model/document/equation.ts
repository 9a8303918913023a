import type { FieldName } from "../quantities.ts";
import type { BilingualText } from "../text.ts";
import type { SymbolName } from "./symbols.ts";

/** Sections of MODEL.md; their numbers are what `equation: "§3"` of a quantity refers to. */
export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** A numbered equation of the model page. Texts may hold LaTeX between dollar signs. */
export interface Equation {
  /** R1 to R13 and F7 are the report's, in order of appearance; T1 and on are what the product adds. Also the anchor. */
  readonly number: string;
  readonly section: SectionNumber;
  /** True where it goes beyond the report. */
  readonly added: boolean;
  /** One line of the display an entry. */
  readonly lines: readonly string[];
  readonly title: BilingualText;
  /** What it says, in a sentence. */
  readonly says: BilingualText;
  /** The symbols in it that a reader may not know, in order of appearance. */
  readonly symbols: readonly SymbolName[];
  /** Quantities of the product that this equation defines. */
  readonly fields: readonly FieldName[];
  /** Slips in print (their anchors) that are corrected in it. */
  readonly corrects?: readonly string[];
}

/** Where the model page explains an equation or a section as the tables name it: `R12` at `R12`, `§3` at `3`. */
export function anchorOf(equation: string): string {
  return equation.replace("§", "");
}
