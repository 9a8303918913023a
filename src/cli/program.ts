import { Command } from "commander";
import { version } from "../../package.json";
import { LANGUAGES } from "../model/index.ts";
import { addBenchCommand } from "./commands/bench.ts";
import { addMergeCommand } from "./commands/merge.ts";
import { addPlanCommand } from "./commands/plan.ts";
import { addPointCommand } from "./commands/point.ts";
import { addServeCommand } from "./commands/serve.ts";
import { addSweepCommand } from "./commands/sweep.ts";
import { addVerifyCommand } from "./commands/verify.ts";
import type { CommandContext } from "./context.ts";
import { choiceOption } from "./option-values.ts";
import { examples, helpConfiguration } from "./program-help.ts";

/** Every command, in the order of the help. */
const COMMANDS = [addPointCommand, addSweepCommand, addPlanCommand, addMergeCommand, addVerifyCommand, addBenchCommand, addServeCommand] as const;

/** Takes what commander itself has to say: help and version on `output`, help after an error on `errors`. */
export interface ProgramOutput {
  readonly output: (text: string) => void;
  readonly errors: (text: string) => void;
}

/** The command line of `tauscape`; parsing rejects with a `CommanderError` or a `CommandError` and never ends the process. */
export function buildProgram(context: CommandContext, { output, errors }: ProgramOutput): Command {
  const { texts, io } = context;
  const { help } = texts;
  const program = new Command("tauscape")
    .description(help.program)
    .exitOverride()
    .configureHelp(helpConfiguration(texts))
    .configureOutput({
      writeOut: output, writeErr: errors, outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? 80, getErrHelpWidth: () => io.stderr.columns ?? 80,
    })
    .helpOption("-h, --help", help.help)
    .helpCommand("help [command]", help.helpCommand)
    .version(version, "-V, --version", help.version)
    .option("--lang <language>", help.lang, choiceOption("--lang", LANGUAGES, texts))
    .option("--debug", help.debug)
    .addHelpText("after", examples(texts, [
      "tauscape point --alpha 0.3 --beta 0.3 --wr 2",
      "tauscape sweep region.json --out region.npz",
      "tauscape serve --open",
    ]));
  for (const add of COMMANDS) add(program, context);
  return program;
}
