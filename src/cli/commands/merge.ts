import type { Command } from "commander";
import { encodedBy } from "../../exporters/blocks/encoded-by.ts";
import type { Exporter } from "../../exporters/exporter.ts";
import { findExporter } from "../../exporters/registry.ts";
import { findShards, type ShardSet } from "../../results/find-shards.ts";
import { failed } from "../../results/problems.ts";
import { withoutTrailingSeparators } from "../../results/names.ts";
import { readShards } from "../../results/read-shards.ts";
import { resultJob } from "../../results/result-job.ts";
import { sourceOf } from "../../results/result-writer.ts";
import type { TileSource } from "../../results/write-result.ts";
import { loadDigests } from "../../sweep/checksum.ts";
import type { SweepSpec } from "../../sweep/spec.ts";
import type { CommandContext } from "../context.ts";
import { estimateFormat } from "../measure-sweep.ts";
import { pathOption } from "../option-values.ts";
import { examples } from "../program-help.ts";
import { POINTS, ProgressLines } from "../progress-lines.ts";
import { hostOf, writeForPerson } from "../write-result.ts";

interface MergeOptions {
  readonly force?: true;
  readonly quiet?: true;
  readonly json?: true;
}

export function addMergeCommand(program: Command, context: CommandContext): void {
  const { help } = context.texts;
  program.command("merge").description(help.merge)
    .argument("<folder>", help.mergeFolder, pathOption)
    .option("--force", help.force)
    .option("--quiet", help.quiet)
    .option("--json", help.json)
    .addHelpText("after", examples(context.texts, ["tauscape merge results", "tauscape merge results --json > summary.json"]))
    .action((folder: string, options: MergeOptions) => runMerge(folder, options, context));
}

async function runMerge(folder: string, { force, quiet, json }: MergeOptions, context: CommandContext): Promise<void> {
  const set = await findShards(hostOf(context).files, folder);
  const encoders = context.io.createEncoders();
  const exporter = encodedBy(encoders, exporterOf(set));
  const { spec } = set;
  const job = await resultJob(exporter, spec, `${withoutTrailingSeparators(folder)}/${set.whole}`, null);
  const lines = new ProgressLines(context, quiet === true, { ...POINTS, bytes: job.format.plannedBytes(sourceOf(job)) });
  const options = { resume: force !== true, force: force === true, quiet: quiet === true, resumesBy: null, estimate: () => estimate(exporter, spec, context) };
  const outcome = await writeForPerson(job, options, tilesOf(set, lines, context), context).finally(() => {
    encoders.dispose();
    return lines.clear();
  });
  if (json === true) await context.io.stdout.write(`${JSON.stringify(outcome.summary, null, 2)}\n`);
}

function exporterOf({ format }: ShardSet): Exporter {
  const exporter = findExporter(format);
  if (exporter === undefined) throw failed(`The shards are for the format ${format}, which this version does not write.`, `这些分片用于 ${format} 格式，本版本不能写出。`);
  return exporter;
}

async function estimate(exporter: Exporter, spec: SweepSpec, { io }: CommandContext): Promise<number> {
  const client = await io.createClient({});
  try {
    return (await estimateFormat(exporter, spec, { client, signal: io.signal })).bytes;
  } finally {
    client.dispose();
  }
}

function tilesOf(set: ShardSet, lines: ProgressLines, context: CommandContext): TileSource {
  const shards = set.shards.map(({ facts }) => facts);
  const [{ engine, threads }] = shards;
  return {
    facts: () => ({ engine, threads }),
    shards,
    async run({ from, to }, onTile) {
      lines.begin(from);
      for await (const tile of readShards(hostOf(context).files, set, from, await loadDigests())) {
        context.io.signal.throwIfAborted();
        await onTile(tile);
        lines.report({ done: tile.start + tile.count, total: to });
      }
    },
  };
}
