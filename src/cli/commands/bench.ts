import type { Command } from "commander";
import { version } from "../../../package.json";
import { DEFAULT_REPEATS, DEFAULT_SIZE, DEFAULT_WARM_UPS, REPEAT_RANGE, SIZE_RANGE, sizesUpTo } from "../../benchmark/bench-plan.ts";
import type { BenchResult } from "../../benchmark/bench-result.ts";
import { compareBench } from "../../benchmark/compare-bench.ts";
import { DEFAULT_PARITY_SPECS } from "../../benchmark/parity.ts";
import { runBench, type BenchEnvironment } from "../../benchmark/run-bench.ts";
import type { EngineId } from "../../engines/engine.ts";
import { ENGINES } from "../../engines/engine-table.ts";
import { BenchFile, readBench } from "../bench-file.ts";
import { checkOutputOptions, renderComparison, renderResult, type BenchOutputOptions } from "../bench-output.ts";
import { BenchProgressLines } from "../bench-progress.ts";
import { failure, refusal } from "../command-error.ts";
import type { CommandContext } from "../context.ts";
import { choiceOption, wholeNumberOption } from "../option-values.ts";
import { examples, helpConfiguration } from "../program-help.ts";
import type { Texts } from "../texts/texts.ts";

interface BenchCommandOptions extends BenchOutputOptions {
  readonly engine?: EngineId | "auto";
  readonly size?: number;
  readonly repeats?: number;
  readonly threads?: number;
  readonly parity?: true;
  readonly out?: string;
  readonly force?: true;
  readonly quiet?: true;
}

const ENGINE_CHOICES: readonly (EngineId | "auto")[] = ["auto", ...ENGINES.map(({ id }) => id)];

export function addBenchCommand(program: Command, context: CommandContext): void {
  const { texts } = context;
  const { help } = texts;
  const engines = ["auto", ...ENGINES.map(({ id, label }) => texts.noted(id, label[context.language]))];
  const bench = program.command("bench").description(help.bench)
    .option("--engine <engine>", help.benchEngine(texts.listOf(engines)), choiceOption("--engine", ENGINE_CHOICES, texts))
    .option("--size <points>", help.benchSize(SIZE_RANGE.min, SIZE_RANGE.max, DEFAULT_SIZE), wholeNumberOption("--size", SIZE_RANGE.min, SIZE_RANGE.max, texts))
    .option("--repeats <number>", help.benchRepeats(DEFAULT_REPEATS), wholeNumberOption("--repeats", REPEAT_RANGE.min, REPEAT_RANGE.max, texts))
    .option("--threads <number>", help.benchThreads, wholeNumberOption("--threads", 1, context.io.machine().threads, texts))
    .option("--parity", help.benchParity)
    .option("--out <path>", help.benchOut)
    .option("--force", help.force)
    .option("--quiet", help.quiet)
    .option("--json", help.json)
    .option("--markdown", help.benchMarkdown)
    .addHelpText("after", examples(texts, [
      "tauscape bench", "tauscape bench --size 32 --parity --out mine.json", "tauscape bench compare before.json after.json",
    ]))
    .action((options: BenchCommandOptions) => measure(options, context));
  bench.command("compare").description(help.benchCompare)
    .configureHelp({ ...helpConfiguration(texts), visibleGlobalOptions: () => [...program.options] })
    .argument("<a>", help.benchFile)
    .argument("<b>", help.benchFile)
    .option("--json", help.json)
    .option("--markdown", help.benchMarkdown)
    .action((a: string, b: string, own: BenchOutputOptions) => compare(a, b, { ...own, ...outputOptionsOf(bench, texts) }, context));
}

/** Commander gives options that `bench` knows to `bench`, also where they stand behind `compare`; only two of them have a meaning there. */
function outputOptionsOf(bench: Command, texts: Texts): BenchOutputOptions {
  const { json, markdown, ...others } = bench.opts<BenchCommandOptions>();
  for (const name of Object.keys(others)) throw refusal(texts.unknownOption(`--${name}`, null));
  return { ...(json === true ? { json } : {}), ...(markdown === true ? { markdown } : {}) };
}

async function compare(a: string, b: string, options: BenchOutputOptions, context: CommandContext): Promise<void> {
  checkOutputOptions(options, context);
  const comparison = compareBench(await readBench(a, context), await readBench(b, context));
  await context.io.stdout.write(renderComparison(comparison, options, context));
}

async function measure(options: BenchCommandOptions, context: CommandContext): Promise<void> {
  const { io, texts } = context;
  const file = await openFile(options, context);
  try {
    const result = await run(options, context);
    const { measurements, stopReason } = result;
    if (measurements.length > 0 || stopReason === null) {
      await file?.publish(result);
      await io.stdout.write(renderResult(result, options, context));
      if (file !== null && options.quiet !== true) await io.stderr.write(`${texts.bench.wrote(options.out ?? "")}\n`);
    }
    io.signal.throwIfAborted();
    if (stopReason !== null) throw failure(texts.bench.stopped(stopReason));
  } finally {
    await file?.discard();
  }
}

/** The file of `--out`, ready to be written, or `null` without it. */
async function openFile(options: BenchCommandOptions, context: CommandContext): Promise<BenchFile | null> {
  const { out, force } = options;
  const { texts } = context;
  checkOutputOptions(options, context);
  if (out === undefined) {
    if (force === true) throw refusal(texts.needsOption("--force", "--out"));
    return null;
  }
  if (out === "-" || out === "") throw refusal(texts.bench.outToStdout);
  return BenchFile.open(out, force === true, context);
}

async function run(options: BenchCommandOptions, context: CommandContext): Promise<BenchResult> {
  const { io } = context;
  const lines = new BenchProgressLines(context, options.quiet === true);
  const engines = await chosenEngines(options.engine, context);
  try {
    return await runBench({
      createClient: (wanted) => io.createClient(wanted), ...(engines === null ? {} : { engines }),
      sizes: sizesUpTo(options.size ?? DEFAULT_SIZE), repeats: options.repeats ?? DEFAULT_REPEATS, warmUps: DEFAULT_WARM_UPS,
      threads: options.threads ?? io.machine().threads, paritySpecs: options.parity === true ? DEFAULT_PARITY_SPECS : 0,
      signal: io.signal, onProgress: lines.report, environment: await describeEnvironment(context),
    });
  } finally {
    await lines.clear();
  }
}

/** The engine that was asked for; `null` for all. */
async function chosenEngines(asked: EngineId | "auto" | undefined, { io }: CommandContext): Promise<readonly EngineId[] | null> {
  if (asked === undefined) return null;
  if (asked !== "auto") return [asked];
  const client = await io.createClient({ engine: "auto", threads: 1 });
  client.dispose();
  return [client.engine.id];
}

async function describeEnvironment({ io }: CommandContext): Promise<BenchEnvironment> {
  const { platform, architecture, processor, threads, memoryBytes, runtime } = io.machine();
  const [name = "", ...rest] = runtime.split(" ");
  return {
    version, commit: await io.commit(), created: io.now().toISOString(),
    machine: { platform, architecture, processor: processor === "" ? null : processor, threads, memoryBytes },
    runtime: { name, version: rest.join(" ") },
    // Node's worker threads may always share memory.
    isolated: true,
  };
}
