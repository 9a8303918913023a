import type { BilingualText, Language } from "../../model/index.ts";
import { EVIDENCE } from "./evidence.ts";
import { REGIONS, type CentreStatus, type Region } from "./evidence-schema.ts";
import { REGION_TEXTS, STATUS_TEXTS } from "./evidence-texts.ts";
import { CENTRE_NAMES, CITIES, PROVINCES } from "./places.ts";

export const CENTRE_COLUMNS = ["name", "province", "city", "region", "status", "date"] as const;
export type CentreColumn = (typeof CENTRE_COLUMNS)[number];

/** A computing centre, every cell in both languages. */
export interface CentreRow {
  readonly cells: Readonly<Record<CentreColumn, BilingualText>>;
  readonly region: Region;
  readonly status: CentreStatus;
}

/** What is wanted: every word of `text` in some cell of either language; `null` for any region or status. */
export interface CentreFilter {
  readonly text: string;
  readonly region: Region | null;
  readonly status: CentreStatus | null;
}
export const NO_FILTER: CentreFilter = { text: "", region: null, status: null };

export interface CentreOrder {
  readonly column: CentreColumn;
  readonly isDescending: boolean;
}

/** The report's list, in its order. */
export const CENTRES: readonly CentreRow[] = EVIDENCE.centres.map(({ province, city, name, status, date }) => {
  const { en, region } = PROVINCES[province];
  return {
    region, status,
    cells: {
      name: { en: CENTRE_NAMES[name], zh: name }, province: { en, zh: province }, city: { en: CITIES[city], zh: city },
      region: REGION_TEXTS[region], status: STATUS_TEXTS[status], date: { en: date, zh: date },
    },
  };
});

export function filterCentres(rows: readonly CentreRow[], { text, region, status }: CentreFilter): readonly CentreRow[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return rows.filter((row) => {
    if ((region !== null && row.region !== region) || (status !== null && row.status !== status)) return false;
    const content = CENTRE_COLUMNS.flatMap((column) => [row.cells[column].en, row.cells[column].zh]).join("\n").toLowerCase();
    return words.every((word) => content.includes(word));
  });
}

const COLLATION: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-Hans-u-co-pinyin" };

/** Sorted by the words that are shown (Chinese by pinyin); equal rows keep their order. `null` leaves the report's order. */
export function sortCentres(rows: readonly CentreRow[], order: CentreOrder | null, language: Language): readonly CentreRow[] {
  if (order === null) return rows;
  const { compare } = new Intl.Collator(COLLATION[language]);
  const direction = order.isDescending ? -1 : 1;
  return [...rows].sort((a, b) => direction * compare(a.cells[order.column][language], b.cells[order.column][language]));
}

/** The next order when a column's heading is pressed: ascending, descending, then the report's own. */
export function nextOrder(present: CentreOrder | null, column: CentreColumn): CentreOrder | null {
  if (present?.column !== column) return { column, isDescending: false };
  return present.isDescending ? null : { column, isDescending: true };
}

/** Centres of each region: as the list has them, and as the report's text counts them. */
export function regionCounts(): readonly { readonly region: Region; readonly listed: number; readonly counted: number }[] {
  return REGIONS.map((region) => ({
    region, listed: CENTRES.filter((row) => row.region === region).length, counted: EVIDENCE.centresByRegion[region],
  }));
}
