/** The product's two languages; every string a person sees exists in both. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. */
export type BilingualText = Readonly<Record<Language, string>>;

/** Between the members of a list. */
export const LIST_COMMA: BilingualText = { en: ", ", zh: "、" };

/** Made once: making one takes longer than all else that a number costs. */
const GROUPED = new Intl.NumberFormat("en-GB");

/** A whole number, its thousands grouped; the same in both languages. */
export function formatCount(value: number): string {
  return GROUPED.format(value);
}
