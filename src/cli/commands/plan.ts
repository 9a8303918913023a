import type { Command } from "commander";
import { EXPORTERS } from "../../exporters/registry.ts";
import { planSweep, TILE_CELLS } from "../../sweep/plan.ts";
import { hashSpec } from "../../sweep/spec-hash.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import type { CommandContext } from "../context.ts";
import type { FormatCost } from "../../results/format-cost.ts";
import { measureSweep, type SweepCost } from "../measure-sweep.ts";
import { presentBytes, presentCount, presentRate, presentSeconds } from "../present-number.ts";
import { examples } from "../program-help.ts";
import { readSpec } from "../read-spec.ts";
import { renderTable } from "../table.ts";

const PLAN_SCHEMA = "tauscape/plan@1";

/** What `plan --json` prints. */
interface PlanAnswer {
  readonly schema: typeof PLAN_SCHEMA;
  readonly spec: string;
  readonly points: number;
  readonly tiles: { readonly count: number; readonly cells: number };
  readonly seconds: number;
  readonly formats: readonly FormatCost[];
  readonly measured: { readonly points: number; readonly seconds: number; readonly engine: string; readonly threads: number };
}

export function addPlanCommand(program: Command, context: CommandContext): void {
  const { texts } = context;
  program.command("plan").description(texts.help.plan)
    .argument("<spec>", texts.help.specArgument)
    .option("--json", texts.help.json)
    .addHelpText("after", examples(texts, ["tauscape plan region.json", "tauscape plan region.json --json"]))
    .action((name: string, options: { readonly json?: true }) => runPlan(name, options.json === true, context));
}

async function runPlan(name: string, json: boolean, context: CommandContext): Promise<void> {
  const { io } = context;
  const spec = await readSpec(name, context);
  const client = await io.createClient({});
  try {
    const cost = await measureSweep(spec, client, io.signal, `sweep${EXPORTERS[0].extensions[0]}`);
    const answer = await answerOf(spec, cost, client.engine.id, client.threads);
    await io.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : renderPlan(answer, context));
  } finally {
    client.dispose();
  }
}

async function answerOf(spec: SweepSpec, cost: SweepCost, engine: string, threads: number): Promise<PlanAnswer> {
  const { cells, tiles } = planSweep(spec);
  return {
    schema: PLAN_SCHEMA, spec: hashSpec(spec), points: cells, tiles: { count: tiles, cells: TILE_CELLS },
    seconds: cost.seconds, formats: cost.formats,
    measured: { points: cost.samplePoints, seconds: cost.sampleSeconds, engine, threads },
  };
}

function renderPlan({ points, tiles, seconds, formats, measured }: PlanAnswer, { texts, language }: CommandContext): string {
  const { plan } = texts;
  const overview = renderTable([
    [plan.points, presentCount(points, language)],
    [plan.tiles, plan.tilesOf(presentCount(tiles.count, language), presentCount(tiles.cells, language))],
    [plan.summaryTime, texts.listOf([`${plan.estimated} ${presentSeconds(seconds, texts, language)}`, presentRate(points, seconds, texts, language)])],
    [plan.measured, plan.measuredOn(presentCount(measured.points, language), measured.engine, texts.sweep.threads(measured.threads))],
  ], ["left", "left"]);
  const files = renderTable([
    [plan.formats.format, plan.formats.bytes, plan.formats.time],
    ...formats.map(({ format, bytes, exact, seconds: time }) => [
      format, `${exact ? plan.exact : plan.estimated} ${presentBytes(bytes, language)}`, `${plan.estimated} ${presentSeconds(time, texts, language)}`,
    ]),
  ], ["left", "right", "right"]);
  return `${overview}\n${files}${plan.withoutDisk}\n`;
}
