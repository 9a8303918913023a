import type { Command } from "commander";
import type { Exporter } from "../../exporters/exporter.ts";
import { EXPORTERS, exporterForFile, findExporter } from "../../exporters/registry.ts";
import { neededBytes } from "../../results/disk-space.ts";
import { splitPath } from "../../results/names.ts";
import { planShards } from "../../state/export/export-plan.ts";
import { planSweep, TILE_CELLS } from "../../sweep/plan.ts";
import { hashSpec } from "../../sweep/spec-hash.ts";
import { PRECISIONS, type Precision, type SweepSpec } from "../../sweep/spec.ts";
import { exportMemory } from "../../workers/export-memory.ts";
import { refusal } from "../command-error.ts";
import type { CommandContext } from "../context.ts";
import { ENGINE_CHOICES, type EngineChoice } from "../engine-choices.ts";
import { measureSweep, type SweepCost } from "../measure-sweep.ts";
import { choiceOption, durationOption, pathOption, wholeNumberOption } from "../option-values.ts";
import { PLAN_SCHEMA, type PlanAnswer, type PlannedShards } from "../plan-answer.ts";
import { renderPlan } from "../plan-table.ts";
import { examples } from "../program-help.ts";
import { readSpec } from "../read-spec.ts";
import { inSampleFolder } from "../sample-folder.ts";
import { sampleRunner } from "../sample-runner.ts";
import { mergeLine, slurmLine } from "../shard-command.ts";
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
  try {
    const folder = options.out === undefined ? io.temporaryFolder : splitPath(options.out).folder;
    const cost = await inSampleFolder(folder, context, (samples) => measureSweep(spec, {
      formats, sharded: options.within === undefined ? null : chosen(formats, options),
      onFormat: ({ id }) => { if (options.quiet !== true && io.stderr.isTerminal) void io.stderr.write(`\r\u001b[K${context.texts.plan.measuring(id)}`); },
    }, { client, signal: io.signal, wantsCells: engine === "webgpu", run: sampleRunner(samples, options, context) }));
    if (options.quiet !== true && io.stderr.isTerminal) await io.stderr.write("\r\u001b[K");
    const freeBytes = await hostOf(context).files.freeBytes(folder);
    const answer = answerOf(spec, cost, { folder, freeBytes }, shardsOf(name, spec, cost, formats, options, client.threads), client.engine.id, client.threads);
    await io.stdout.write(options.json === true ? `${JSON.stringify(answer, null, 2)}\n` : renderPlan(answer, context));
  } finally {
    client.dispose();
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

function shardsOf(name: string, spec: SweepSpec, { formats, shard }: SweepCost, exporters: readonly Exporter[], options: PlanOptions, threads: number): PlannedShards | null {
  const { within, out } = options;
  if (within === undefined || shard === null) return null;
  const exporter = chosen(exporters, options);
  const whole = formats.find(({ format }) => format === exporter.id)?.seconds ?? 0;
  const { shards: count, isWhole, seconds, limit } = planShards(spec, { once: shard.once, rest: shard.points, whole }, within);
  const path = out ?? `${splitPath(name === "-" ? "sweep" : name).name.replace(/\.json$/, "")}${exporter.extensions[0]}`;
  return {
    withinSeconds: within, format: exporter.id, count, seconds, limit, mergeSeconds: isWhole ? 0 : whole,
    command: slurmLine(name === "-" ? "sweep.json" : name, path, exporter.id, { shards: isWhole ? null : count, seconds }, threads), merge: isWhole ? null : mergeLine(splitPath(path).folder),
  };
}

function answerOf(spec: SweepSpec, cost: SweepCost, disk: PlanAnswer["disk"], shards: PlannedShards | null, engine: string, threads: number): PlanAnswer {
  const { cells, tiles } = planSweep(spec);
  const fits = (bytes: number) => (disk.freeBytes === null ? null : neededBytes(bytes, cells) <= disk.freeBytes);
  return {
    schema: PLAN_SCHEMA, spec: hashSpec(spec), points: cells, tiles: { count: tiles, cells: TILE_CELLS }, seconds: cost.seconds,
    formats: cost.formats.map((format) => ({ ...format, memoryBytes: exportMemory(format.format, spec, threads), fits: fits(format.bytes) })),
    measured: { points: cost.samplePoints, seconds: cost.sampleSeconds, engine, threads }, disk, shards,
  };
}
