export const EXIT_DONE = 0;
export const EXIT_FAILED = 1;
export const EXIT_REFUSED = 2;
export const EXIT_INTERRUPTED = 130;

/** An error whose message is ready for the person, in their language: what happened, why, what to do. */
export class CommandError extends Error {
  readonly kind = "command";
  override readonly name = "CommandError";

  constructor(readonly exitCode: typeof EXIT_FAILED | typeof EXIT_REFUSED, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** The input was refused. */
export function refusal(message: string, cause?: unknown): CommandError {
  return new CommandError(EXIT_REFUSED, message, { cause });
}

/** The input was fine, but the work failed. */
export function failure(message: string, cause?: unknown): CommandError {
  return new CommandError(EXIT_FAILED, message, { cause });
}

/** The code of a system call's error, such as `ENOSPC`; empty for other errors. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
