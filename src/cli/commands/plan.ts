import { randomUUID } from "node:crypto";
import type { Command } from "commander";
import type { Exporter } from "../../exporters/exporter.ts";
import { EXPORTERS, exporterForFile, findExporter } from "../../exporters/registry.ts";
import { neededBytes } from "../../results/disk-space.ts";
import { splitPath } from "../../results/names.ts";
import { planShards } from "../../state/export/export-plan.ts";
import { planSweep, TILE_CELLS } from "../../sweep/plan.ts";
import { hashSpec } from "../../sweep/spec-hash.ts";
import { PRECISIONS, type Precision, type SweepSpec } from "../../sweep/spec.ts";
import { failure, refusal, systemCode } from "../command-error.ts";
import type { CommandContext } from "../context.ts";
import { ENGINE_CHOICES, type EngineChoice } from "../engine-choices.ts";
import { commandMemory } from "../export-memory.ts";
import { measureSweep, type SweepCost } from "../measure-sweep.ts";
import { choiceOption, durationOption, pathOption, wholeNumberOption } from "../option-values.ts";
import { PLAN_SCHEMA, type PlanAnswer, type PlannedShards } from "../plan-answer.ts";
import { renderPlan } from "../plan-table.ts";
import { examples } from "../program-help.ts";
import { readSpec } from "../read-spec.ts";
import { arrayLine, mergeLine } from "../shard-command.ts";
import { hostOf } from "../write-result.ts";

interface PlanOptions {
  readonly out?: string;
  readonly format?: string;
  readonly within?: number;
  readonly engine: EngineChoice;
  readonly threads?: number;
  readonly precision?: Precision;
  readonly quiet?: true;
  readonly json?: true;
}

export function addPlanCommand(program: Command, context: CommandContext): void {
  const { texts } = context;
  const { help } = texts;
  program.command("plan").description(help.plan)
    .argument("<spec>", help.specArgument)
    .option("--out <path>", help.planOut, pathOption)
    .option("--format <format>", help.planFormat(texts.listOf(EXPORTERS.map(({ id }) => id))), choiceOption("--format", EXPORTERS.map(({ id }) => id), texts))
    .option("--within <time>", help.within, durationOption("--within", texts))
    .option("--engine <engine>", help.engine(texts.listOf(ENGINE_CHOICES)), choiceOption("--engine", ENGINE_CHOICES, texts), "auto")
    .option("--threads <number>", help.threads, wholeNumberOption("--threads", 1, context.io.machine().threads, texts))
    .option("--precision <precision>", help.precision(texts.listOf(PRECISIONS)), choiceOption("--precision", PRECISIONS, texts))
    .option("--quiet", help.quiet)
    .option("--json", help.json)
    .addHelpText("after", examples(texts, [
      "tauscape plan region.json", "tauscape plan region.json --out /scratch/region.parquet --within 2h", "tauscape plan region.json --format npz --json",
    ]))
    .action((name: string, options: PlanOptions) => runPlan(name, options, context));
}

async function runPlan(name: string, options: PlanOptions, context: CommandContext): Promise<void> {
  const { io } = context;
  const read = await readSpec(name, context);
  const spec = options.precision === undefined ? read : { ...read, precision: options.precision };
  const formats = formatsOf(spec, options, context);
  const { engine, threads } = options;
  const client = await io.createClient(threads === undefined ? { engine } : { engine, threads });
  const encoders = io.createEncoders(threads);
  try {
    const folder = options.out === undefined ? io.temporaryFolder : splitPath(options.out).folder;
    const cost = await inSampleFolder(folder, context, (sampleFolder) => measureSweep(spec, {
      formats, sharded: options.within === undefined ? null : chosen(formats, options),
      onFormat: ({ id }) => { if (options.quiet !== true && io.stderr.isTerminal) void io.stderr.write(`\r\u001b[K${context.texts.plan.measuring(id)}`); },
    }, { client, encoders, host: hostOf(context), folder: sampleFolder, signal: io.signal }));
    if (options.quiet !== true && io.stderr.isTerminal) await io.stderr.write("\r\u001b[K");
    const freeBytes = await hostOf(context).files.freeBytes(folder);
    const answer = answerOf(spec, cost, { folder, freeBytes }, shardsOf(name, spec, cost, formats, options), client.engine.id, client.threads);
    await io.stdout.write(options.json === true ? `${JSON.stringify(answer, null, 2)}\n` : renderPlan(answer, context));
  } finally {
    client.dispose();
    encoders.dispose();
  }
}

/** The formats that can hold the sweep, or the one that is asked for. */
function formatsOf(spec: SweepSpec, { format }: PlanOptions, { texts }: CommandContext): readonly Exporter[] {
  const several = spec.fields.length > 1;
  const wanted = format === undefined ? undefined : findExporter(format);
  if (wanted === undefined) return EXPORTERS.filter(({ holdsSeveralFields }) => holdsSeveralFields || !several);
  if (several && !wanted.holdsSeveralFields) throw refusal(texts.sweep.oneFieldOnly(wanted.id, spec.fields.length));
  return [wanted];
}

/** The format that `sweep --out` would write. */
function chosen(formats: readonly Exporter[], { out }: PlanOptions): Exporter {
  const named = out === undefined ? undefined : exporterForFile(out);
  return formats.find((exporter) => exporter === named) ?? formats[0];
}

/** A new folder for samples, taken away again whatever happens. */
async function inSampleFolder<T>(folder: string, context: CommandContext, work: (folder: string) => Promise<T>): Promise<T> {
  const { files } = hostOf(context);
  const sampleFolder = `${folder}/.tauscape-plan-${randomUUID().slice(0, 8)}`;
  const { texts } = context;
  if (await files.kind(folder) !== "folder") throw refusal(texts.systemFailure(texts.plan.notMeasured(folder), texts.noFolder(folder)));
  try {
    await files.makeFolder(sampleFolder);
    return await work(sampleFolder);
  } catch (cause) {
    const code = systemCode(cause);
    throw code === "" ? cause : failure(texts.systemFailure(texts.plan.notMeasured(folder), texts.systemReason(code)), cause);
  } finally {
    await files.remove(sampleFolder).catch(() => undefined);
  }
}

function shardsOf(name: string, spec: SweepSpec, { formats, shardSeconds }: SweepCost, exporters: readonly Exporter[], options: PlanOptions): PlannedShards | null {
  const { within, out } = options;
  if (within === undefined || shardSeconds === null) return null;
  const exporter = chosen(exporters, options);
  const { shards: count, seconds } = planShards(spec, shardSeconds, within);
  const path = out ?? `${splitPath(name === "-" ? "sweep" : name).name.replace(/\.json$/, "")}${exporter.extensions[0]}`;
  return {
    withinSeconds: within, format: exporter.id, count, seconds, mergeSeconds: formats.find(({ format }) => format === exporter.id)?.seconds ?? 0,
    command: arrayLine(name === "-" ? "sweep.json" : name, path, exporter.id, count, seconds), merge: mergeLine(splitPath(path).folder),
  };
}

function answerOf(spec: SweepSpec, cost: SweepCost, disk: PlanAnswer["disk"], shards: PlannedShards | null, engine: string, threads: number): PlanAnswer {
  const { cells, tiles } = planSweep(spec);
  const fits = (bytes: number) => (disk.freeBytes === null ? null : neededBytes(bytes) <= disk.freeBytes);
  return {
    schema: PLAN_SCHEMA, spec: hashSpec(spec), points: cells, tiles: { count: tiles, cells: TILE_CELLS }, seconds: cost.seconds,
    formats: cost.formats.map((format) => ({ ...format, memoryBytes: commandMemory(format.format, spec, threads), fits: fits(format.bytes) })),
    measured: { points: cost.samplePoints, seconds: cost.sampleSeconds, engine, threads }, disk, shards,
  };
}
