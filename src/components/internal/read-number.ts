/** What a reader typed as a number, also with a true minus; NaN for an empty field and for what is no number. */
export function readNumber(text: string): number {
  const typed = text.trim().replace("−", "-");
  return typed === "" ? NaN : Number(typed);
}
