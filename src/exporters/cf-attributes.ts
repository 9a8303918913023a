import { CLASS_CODES, describeSweep, SOFTWARE, SOURCE_CITATION, STATUS_CODES, SWEEP_TITLE, type ColumnDescription } from "./describe-sweep.ts";
import type { ExportSource } from "./exporter.ts";

/** An attribute: a text, or numbers of the type of the variable that it belongs to. */
export type AttributeValue = string | readonly number[];
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Attributes of the whole file after the CF conventions, and everything else as JSON in one of its own. */
export function fileAttributes(source: ExportSource): Attributes {
  return {
    Conventions: "CF-1.11",
    title: SWEEP_TITLE.en,
    title_zh: SWEEP_TITLE.zh,
    source: `${SOFTWARE.name} ${SOFTWARE.version}`,
    references: SOURCE_CITATION,
    // CF asks for a date here; a date would make equal sweeps differ.
    history: `Written by ${SOFTWARE.name} ${SOFTWARE.version}`,
    tauscape_spec_hash: source.specHash,
    tauscape: JSON.stringify(describeSweep(source)),
  };
}

/** CF-style attributes of an axis or a field. There is no CF standard name for any of them. */
export function variableAttributes({ name, symbol, equation, unit, label, meaning }: ColumnDescription): Attributes {
  return {
    long_name: label.en,
    long_name_zh: label.zh,
    units: udunits(unit),
    symbol,
    equation,
    description: meaning.en,
    description_zh: meaning.zh,
    ...(name === "class" ? flags("flag_values", CLASS_CODES) : name === "status" ? flags("flag_masks", STATUS_CODES) : {}),
  };
}

/** What UDUNITS reads; codes and scales have no unit. */
function udunits(unit: string): string {
  return unit === "code" || unit === "scale" ? "1" : unit;
}

/** CF section 3.5: values for codes that exclude each other, masks for bits. */
function flags(key: "flag_values" | "flag_masks", codes: readonly (readonly [number, string])[]): Attributes {
  return { [key]: codes.map(([code]) => code), flag_meanings: codes.map(([, meaning]) => meaning).join(" ") };
}
