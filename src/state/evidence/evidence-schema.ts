import * as v from "valibot";

const Text = v.pipe(v.string(), v.nonEmpty());
const Year = v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2050));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Growth between two years, as printed or as its own end points give it: % a year, times, or points of a percentage. */
const Change = v.strictObject({
  cagrPercent: v.optional(v.number()),
  /** Year from which the printed rate counts, where no number of that year is printed. */
  cagrFrom: v.optional(Year),
  multiple: v.optional(v.number()),
  changePoints: v.optional(v.number()),
});

const Series = v.strictObject({
  id: Text, section: Text, zh: Text, en: Text, unit: Text,
  points: v.pipe(v.array(v.tuple([Year, v.number()])), v.minLength(1)),
  /** First year that is a forecast. */
  forecastFrom: v.optional(Year),
  printed: Change,
  recomputed: v.optional(Change),
});

export const CENTRE_STATUSES = ["under construction", "completed", "trial operation", "in operation"] as const;
export const REGIONS = ["east", "central", "west", "northeast"] as const;

const Centre = v.strictObject({
  province: Text, city: Text, name: Text, status: v.picklist(CENTRE_STATUSES), statusZh: Text,
  /** Year and month. */
  date: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
});

/** Figures of the report, copied by hand into report-evidence.json. */
export const EvidenceSchema = v.strictObject({
  source: Text,
  note: Text,
  series: v.array(Series),
  targets: v.array(v.strictObject({ year: Year, zh: Text, en: Text, source: Text })),
  other: v.array(v.strictObject({ year: Year, en: Text, value: v.number(), unit: Text })),
  centres: v.array(Centre),
  centresByRegion: v.strictObject({ east: Count, central: Count, west: Count, northeast: Count, note: Text }),
});

export type Evidence = v.InferOutput<typeof EvidenceSchema>;
export type EvidenceSeries = Evidence["series"][number];
export type Centre = Evidence["centres"][number];
export type CentreStatus = Centre["status"];
export type Region = (typeof REGIONS)[number];
