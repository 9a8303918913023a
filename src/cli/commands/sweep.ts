import type { Command } from "commander";
import { ENGINES } from "../../engines/engine-table.ts";
import { encodedBy } from "../../exporters/blocks/encoded-by.ts";
import type { EncoderWorkers } from "../../exporters/blocks/encoders.ts";
import { EXPORTERS, exporterForFile, findExporter } from "../../exporters/registry.ts";
import type { Exporter } from "../../exporters/exporter.ts";
import type { Shard } from "../../results/records.ts";
import { MOST_SHARDS } from "../../results/shards.ts";
import { resultJob } from "../../results/result-job.ts";
import { sourceOf, type ResultJob } from "../../results/result-writer.ts";
import { planSweep } from "../../sweep/plan.ts";
import { PRECISIONS, type Precision, type SweepSpec } from "../../sweep/spec.ts";
import type { SweepSummary } from "../../sweep/summary.ts";
import type { SweepClient } from "../../workers/sweep-client.ts";
import { refusal } from "../command-error.ts";
import type { CommandContext } from "../context.ts";
import { ENGINE_CHOICES, type EngineChoice } from "../engine-choices.ts";
import { engineTiles } from "../../workers/engine-tiles.ts";
import { estimateFormat } from "../measure-sweep.ts";
import { METHODS, type Method } from "../../sweep/methods.ts";
import { chooseMethod } from "../../sweep/rows/choose-method.ts";
import { choiceOption, pathOption, wholeNumberOption } from "../option-values.ts";
import { examples } from "../program-help.ts";
import { POINTS, ProgressLines } from "../progress-lines.ts";
import { readSpec } from "../read-spec.ts";
import { describeEngine, renderSummary } from "../summary-table.ts";
import { shardOf, shardOption, type ChosenShard } from "../shard-options.ts";
import { writeForPerson } from "../write-result.ts";

interface SweepCommandOptions {
  readonly summary?: true;
  readonly out?: string;
  readonly format?: string;
  readonly engine: EngineChoice;
  readonly threads?: number;
  readonly precision?: Precision;
  readonly method: Method;
  readonly shard?: Shard | "none";
  readonly shards?: number;
  readonly resume?: true;
  readonly force?: true;
  readonly quiet?: true;
  readonly json?: true;
}

const FORMAT_CHOICES: readonly string[] = EXPORTERS.map(({ id }) => id);

export function addSweepCommand(program: Command, context: CommandContext): void {
  const { texts } = context;
  const { help } = texts;
  const engines = ["auto", ...ENGINES.map(({ id, label }) => texts.noted(id, label[context.language]))];
  const formats = EXPORTERS.map(({ id, label }) => texts.noted(id, label[context.language]));
  program.command("sweep").description(help.sweep)
    .argument("<spec>", help.specArgument)
    .option("--summary", help.summary)
    .option("--out <path>", help.out, pathOption)
    .option("--format <format>", help.format(texts.listOf(formats)), choiceOption("--format", FORMAT_CHOICES, texts))
    .option("--engine <engine>", help.engine(texts.listOf(engines)), choiceOption("--engine", ENGINE_CHOICES, texts), "auto")
    .option("--threads <number>", help.threads, wholeNumberOption("--threads", 1, context.io.machine().threads, texts))
    .option("--precision <precision>", help.precision(texts.listOf(PRECISIONS)), choiceOption("--precision", PRECISIONS, texts))
    .option("--method <method>", help.method(texts.listOf(METHODS)), choiceOption("--method", METHODS, texts), "auto")
    .option("--shard <i/n>", help.shard, shardOption(texts))
    .option("--shards <number>", help.shards, wholeNumberOption("--shards", 1, MOST_SHARDS, texts))
    .option("--resume", help.resume)
    .option("--force", help.force)
    .option("--quiet", help.quiet)
    .option("--json", help.json)
    .addHelpText("after", examples(texts, [
      "tauscape sweep region.json",
      "tauscape sweep region.json --json > summary.json",
      "tauscape sweep region.json --out region.npz",
      "tauscape sweep region.json --out region.npz --shard 3/8 --resume",
      "cat region.json | tauscape sweep - --out region.csv --precision f32",
    ]))
    .action((name: string, options: SweepCommandOptions) => runSweep(name, options, context));
}

async function runSweep(name: string, options: SweepCommandOptions, context: CommandContext): Promise<void> {
  const encoders = context.io.createEncoders(options.threads);
  const output = outputOf(options, encoders, context);
  const read = await readSpec(name, context);
  const spec = options.precision === undefined ? read : { ...read, precision: options.precision };
  const job = output === null ? null : await jobOf(output, spec, context);
  let client: SweepClient | null = null;
  const start = async () => client ??= await context.io.createClient(clientOptions(options));
  try {
    const summary = job === null || output === null ? await compute(await start(), spec, options, context) : await write(start, job, output, options, context);
    await printSummary(spec, summary, client, options, context);
  } finally {
    (client as SweepClient | null)?.dispose();
    encoders.dispose();
  }
}

function clientOptions({ engine, threads }: SweepCommandOptions): { engine: EngineChoice; threads?: number } {
  return threads === undefined ? { engine } : { engine, threads };
}

/** What of a sweep is written, where and how. */
interface Output {
  readonly path: string;
  readonly exporter: Exporter;
  /** Whether neither an option nor the path's extension names the format. */
  readonly isGuess: boolean;
  readonly chosen: ChosenShard | null;
}

/** Options that have a meaning only where something is written. */
const OUTPUT_OPTIONS = ["format", "shard", "shards", "resume", "force"] as const;

/** `null` where nothing is written. */
function outputOf(options: SweepCommandOptions, encoders: EncoderWorkers, context: CommandContext): Output | null {
  const { texts } = context;
  const { out: path, format, method } = options;
  if (path === undefined) {
    const idle = OUTPUT_OPTIONS.find((option) => options[option] !== undefined);
    if (idle !== undefined) throw refusal(texts.needsOption(`--${idle}`, "--out"));
    return null;
  }
  if (options.resume === true && options.force === true) throw refusal(texts.notBoth("--resume", "--force"));
  if (method === "rows") throw refusal(texts.sweep.rowsWithOut);
  if (path === "-" || path === "") throw refusal(texts.sweep.outToStdout);
  const named = format === undefined ? exporterForFile(path) : findExporter(format);
  return { path, exporter: encodedBy(encoders, named ?? EXPORTERS[0]), isGuess: named === undefined, chosen: shardOf(options, context) };
}

async function jobOf({ path, exporter, chosen }: Output, spec: SweepSpec, context: CommandContext): Promise<ResultJob> {
  if (!exporter.holdsSeveralFields && spec.fields.length > 1) throw refusal(context.texts.sweep.oneFieldOnly(exporter.id, spec.fields.length));
  return resultJob(exporter, spec, path, chosen?.shard ?? null);
}

async function compute(client: SweepClient, spec: SweepSpec, { quiet, engine, method: asked }: SweepCommandOptions, context: CommandContext): Promise<SweepSummary> {
  const method = chooseMethod(spec, asked, engine === "webgpu");
  const lines = new ProgressLines(context, quiet === true, POINTS);
  try {
    return await client.sweep(spec, { signal: context.io.signal, method, checksum: method === "cells", onProgress: lines.report });
  } finally {
    await lines.clear();
  }
}

/** @param start starts the workers: not before it is clear that there is something to compute */
async function write(
  start: () => Promise<SweepClient>, job: ResultJob, output: Output, { quiet, resume, force }: SweepCommandOptions, context: CommandContext,
): Promise<SweepSummary> {
  const { exporter } = output;
  const { spec, range: { from: first, to: end } } = job;
  if (quiet !== true) for (const note of notesOn(job, output, context)) await context.io.stderr.write(`${note}\n`).catch(() => undefined);
  const { signal } = context.io;
  const lines = new ProgressLines(context, quiet === true, { ...POINTS, bytes: job.format.plannedBytes(sourceOf(job)) });
  const options = { resume: resume === true, force: force === true, quiet: quiet === true, resumesBy: "--resume" as const, estimate: async () => (await estimateFormat(exporter, spec, { client: await start(), signal })).bytes };
  const { summary } = await writeForPerson(job, options, engineTiles(start, spec, {
    signal,
    onStart: ({ from }) => { lines.begin(from - first); },
    onProgress: (done, { from }) => { lines.report({ done: from - first + done, total: end - first }); },
  }), context).finally(() => lines.clear());
  return summary;
}

/** What a person may not expect of what is written. */
function notesOn({ spec, range }: ResultJob, { path, exporter, isGuess, chosen }: Output, { texts }: CommandContext): string[] {
  const notes: string[] = [];
  if (isGuess) notes.push(texts.sweep.guessed(path, exporter.id));
  if (chosen === null) return notes;
  const { shard: { index, count }, variable } = chosen;
  if (variable !== null) notes.push(texts.shards.chosen(variable, index, count));
  if (range.from === range.to) notes.push(texts.shards.empty(index, count, planSweep(spec).tiles));
  return notes;
}

async function printSummary(
  spec: SweepSpec, summary: SweepSummary, client: SweepClient | null, options: SweepCommandOptions, context: CommandContext,
): Promise<void> {
  const { io, texts } = context;
  const { json, quiet, engine: asked } = options;
  if (json === true) await io.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  else if (options.out === undefined || options.summary === true) await io.stdout.write(renderSummary(spec, summary, client?.engine ?? null, asked, context));
  else if (quiet !== true && client !== null) await io.stderr.write(`${texts.labelled(texts.sweep.engine, describeEngine(client.engine, asked, context))}\n`);
}
