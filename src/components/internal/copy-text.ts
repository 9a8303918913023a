import type { ReactiveControllerHost } from "lit";

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

/** Copies for an element, which is drawn anew when the outcome comes, and when it is told no longer. */
export class Copying {
  /** Of the latest copy, for a while; `null` before and after. */
  outcome: CopyOutcome | null = null;

  constructor(private readonly host: ReactiveControllerHost) {}

  async copy(text: string): Promise<void> {
    this.#tell(await copyText(text));
    setTimeout(() => this.#tell(null), COPY_SHOWN_MS);
  }

  #tell(outcome: CopyOutcome | null): void {
    this.outcome = outcome;
    this.host.requestUpdate();
  }
}
