export type CopyOutcome = "copied" | "refused";

/** How long the outcome is told. */
export const COPY_SHOWN_MS = 4000;

/** Puts text on the clipboard. A browser refuses that to pages without focus or permission, and has no clipboard for insecure addresses. */
export async function copyText(text: string): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    return "refused";
  }
}
