/** The product's two languages; every string a person sees exists in both. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. */
export type BilingualText = Readonly<Record<Language, string>>;

/** Between the members of a list. */
export const LIST_COMMA: BilingualText = { en: ", ", zh: "、" };
