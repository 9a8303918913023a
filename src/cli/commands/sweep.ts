import type { Command } from "commander";
import { ENGINES } from "../../engines/engine-table.ts";
import type { EngineId } from "../../engines/engine.ts";
import { EXPORTERS, exporterForFile, findExporter } from "../../exporters/registry.ts";
import type { Exporter } from "../../exporters/exporter.ts";
import { PRECISIONS, type Precision, type SweepSpec } from "../../sweep/spec.ts";
import type { SweepSummary } from "../../sweep/summary.ts";
import type { SweepClient } from "../../workers/sweep-client.ts";
import { refusal } from "../command-error.ts";
import type { CommandContext } from "../context.ts";
import { METHODS, type Method } from "../../sweep/methods.ts";
import { chooseMethod } from "../../sweep/rows/choose-method.ts";
import { choiceOption, wholeNumberOption } from "../option-values.ts";
import { presentBytes } from "../present-number.ts";
import { examples } from "../program-help.ts";
import { ProgressLines } from "../progress-lines.ts";
import { readSpec } from "../read-spec.ts";
import { describeEngine, renderSummary } from "../summary-table.ts";
import { checkTarget, MANIFEST_SUFFIX, ResultWriter } from "../write-result.ts";

interface SweepCommandOptions {
  readonly summary?: true;
  readonly out?: string;
  readonly format?: string;
  readonly engine: EngineId | "auto";
  readonly threads?: number;
  readonly precision?: Precision;
  readonly method: Method;
  readonly force?: true;
  readonly quiet?: true;
  readonly json?: true;
}

const ENGINE_CHOICES: readonly (EngineId | "auto")[] = ["auto", ...ENGINES.map(({ id }) => id)];
const FORMAT_CHOICES: readonly string[] = EXPORTERS.map(({ id }) => id);

export function addSweepCommand(program: Command, context: CommandContext): void {
  const { texts } = context;
  const { help } = texts;
  const engines = ["auto", ...ENGINES.map(({ id, label }) => texts.noted(id, label[context.language]))];
  const formats = EXPORTERS.map(({ id, label }) => texts.noted(id, label[context.language]));
  program.command("sweep").description(help.sweep)
    .argument("<spec>", help.specArgument)
    .option("--summary", help.summary)
    .option("--out <path>", help.out)
    .option("--format <format>", help.format(texts.listOf(formats)), choiceOption("--format", FORMAT_CHOICES, texts))
    .option("--engine <engine>", help.engine(texts.listOf(engines)), choiceOption("--engine", ENGINE_CHOICES, texts), "auto")
    .option("--threads <number>", help.threads, wholeNumberOption("--threads", 1, context.io.machine().threads, texts))
    .option("--precision <precision>", help.precision(texts.listOf(PRECISIONS)), choiceOption("--precision", PRECISIONS, texts))
    .option("--method <method>", help.method(texts.listOf(METHODS)), choiceOption("--method", METHODS, texts), "auto")
    .option("--force", help.force)
    .option("--quiet", help.quiet)
    .option("--json", help.json)
    .addHelpText("after", examples(texts, [
      "tauscape sweep region.json",
      "tauscape sweep region.json --json > summary.json",
      "tauscape sweep region.json --out region.npz",
      "cat region.json | tauscape sweep - --out region.csv --precision f32",
    ]))
    .action((name: string, options: SweepCommandOptions) => runSweep(name, options, context));
}

async function runSweep(name: string, options: SweepCommandOptions, context: CommandContext): Promise<void> {
  const exporter = exporterOf(options, context);
  const read = await readSpec(name, context);
  const spec = options.precision === undefined ? read : { ...read, precision: options.precision };
  if (exporter !== null) await checkOutput(exporter, spec, options, context);
  const client = await context.io.createClient(clientOptions(options));
  try {
    const summary = exporter === null || options.out === undefined
      ? await compute(client, spec, options, context)
      : await write(client, spec, exporter, options.out, options, context);
    await printSummary(spec, summary, client, options, context);
  } finally {
    client.dispose();
  }
}

function clientOptions({ engine, threads }: SweepCommandOptions): { engine: EngineId | "auto"; threads?: number } {
  return threads === undefined ? { engine } : { engine, threads };
}

/** The format to write, or `null` where nothing is written. */
function exporterOf({ out, format, force, method }: SweepCommandOptions, { texts }: CommandContext): Exporter | null {
  if (out === undefined) {
    if (format !== undefined) throw refusal(texts.needsOption("--format", "--out"));
    if (force === true) throw refusal(texts.needsOption("--force", "--out"));
    return null;
  }
  if (method === "rows") throw refusal(texts.sweep.rowsWithOut);
  if (out === "-" || out === "") throw refusal(texts.sweep.outToStdout);
  return (format === undefined ? exporterForFile(out) : findExporter(format)) ?? EXPORTERS[0];
}

async function checkOutput(exporter: Exporter, spec: SweepSpec, options: SweepCommandOptions, context: CommandContext): Promise<void> {
  if (!exporter.holdsSeveralFields && spec.fields.length > 1) {
    throw refusal(context.texts.sweep.oneFieldOnly(exporter.id, spec.fields.length));
  }
  const { out = "", force } = options;
  await checkTarget(out, [...exporter.sidecarSuffixes, MANIFEST_SUFFIX], force === true, context);
}

async function compute(
  client: SweepClient, spec: SweepSpec, { quiet, engine, method: asked }: SweepCommandOptions, context: CommandContext, writer?: ResultWriter,
): Promise<SweepSummary> {
  const method = chooseMethod(spec, asked, writer !== undefined || engine === "webgpu");
  const lines = new ProgressLines(context, quiet === true);
  try {
    return await client.sweep(spec, {
      signal: context.io.signal, method, checksum: method === "cells", onProgress: lines.report,
      ...(writer === undefined ? {} : { onTile: (tile) => writer.writeTile(tile) }),
    });
  } finally {
    await lines.clear();
  }
}

async function write(
  client: SweepClient, spec: SweepSpec, exporter: Exporter, out: string, options: SweepCommandOptions, context: CommandContext,
): Promise<SweepSummary> {
  const { io, texts, language } = context;
  const writer = await ResultWriter.open(out, exporter, spec, context);
  try {
    const summary = await compute(client, spec, options, context, writer);
    io.signal.throwIfAborted();
    const written = await writer.publish(summary);
    if (options.quiet !== true) {
      await io.stderr.write(`${texts.sweep.wrote(written.name, presentBytes(written.bytes, language), written.manifestName)}\n`);
    }
    return summary;
  } finally {
    await writer.discard();
  }
}

async function printSummary(
  spec: SweepSpec, summary: SweepSummary, client: SweepClient, options: SweepCommandOptions, context: CommandContext,
): Promise<void> {
  const { io, texts } = context;
  const { json, quiet, engine: asked } = options;
  if (json === true) await io.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  else if (options.out === undefined || options.summary === true) await io.stdout.write(renderSummary(spec, summary, client.engine, asked, context));
  else if (quiet !== true) await io.stderr.write(`${texts.labelled(texts.sweep.engine, describeEngine(client.engine, asked, context))}\n`);
}
