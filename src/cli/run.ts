import { CommanderError } from "commander";
import { EngineUnavailableError } from "../engines/engine-errors.ts";
import { ResultError } from "../results/problems.ts";
import { TileFailedError } from "../workers/tile-failed.ts";
import { CommandError, EXIT_DONE, EXIT_FAILED, EXIT_INTERRUPTED, EXIT_REFUSED, systemCode } from "./command-error.ts";
import { describeCommanderError, isAnswer } from "./commander-errors.ts";
import type { CommandContext } from "./context.ts";
import type { CommandIo } from "./io.ts";
import { isLanguage, languageOfEnvironment, requestedLanguage } from "./language.ts";
import { buildProgram } from "./program.ts";
import { TEXTS } from "./texts/index.ts";
import { describeFailedTile } from "./failed-tile.ts";

/**
 * Runs the command `tauscape`.
 * @param args without interpreter and script
 * @returns the exit status: 0 done, 1 failed, 2 the input was refused, 130 interrupted
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const requested = requestedLanguage(args);
  const language = requested !== undefined && isLanguage(requested) ? requested : languageOfEnvironment(io.env);
  const context: CommandContext = { io, language, texts: TEXTS[language] };
  const said = { output: "", errors: "" };
  const program = buildProgram(context, {
    output: (text) => { said.output += text; },
    errors: (text) => { said.errors += text; },
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return EXIT_DONE;
  } catch (error) {
    if (error instanceof CommanderError && isAnswer(error)) return await sayAnswer(said.output, context);
    return await sayError(error, said.errors, args.includes("--debug"), context);
  }
}

async function sayAnswer(text: string, context: CommandContext): Promise<number> {
  try {
    await context.io.stdout.write(text);
    return EXIT_DONE;
  } catch (error) {
    return sayError(error, "", false, context);
  }
}

/** Standard error may be gone as well; there is no one left to tell then. */
async function sayError(error: unknown, help: string, debug: boolean, context: CommandContext): Promise<number> {
  if (systemCode(error) === "EPIPE") return EXIT_DONE;
  const { exitCode, message } = describeError(error, context);
  const stack = debug && error instanceof Error ? `${stackOf(error)}\n` : "";
  await context.io.stderr.write(`${help}tauscape: ${message}\n${stack}`).catch(() => undefined);
  return exitCode;
}

function describeError(error: unknown, { io, texts, language }: CommandContext): { readonly exitCode: number; readonly message: string } {
  if (io.signal.aborted) return { exitCode: EXIT_INTERRUPTED, message: error instanceof CommandError ? error.message : texts.interrupted };
  if (error instanceof ResultError) return { exitCode: error.isInput ? EXIT_REFUSED : EXIT_FAILED, message: error.says[language] };
  if (error instanceof CommandError) return error;
  if (error instanceof CommanderError) return { exitCode: EXIT_REFUSED, message: describeCommanderError(error, texts) };
  if (error instanceof EngineUnavailableError) {
    const message = texts.sweep.engineUnavailable(error.requested, error.reason, ["auto", ...error.available]);
    return { exitCode: EXIT_REFUSED, message };
  }
  if (error instanceof TileFailedError) return { exitCode: EXIT_FAILED, message: describeFailedTile(error, texts, null) };
  const code = systemCode(error);
  if (code !== "") return { exitCode: EXIT_FAILED, message: texts.failed(texts.systemReason(code)) };
  return { exitCode: EXIT_FAILED, message: texts.unexpected(error instanceof Error ? error.message : String(error)) };
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\n${stackOf(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}
