import { formatCount } from "../model/index.ts";
import { bytesInWords } from "../results/disk-space.ts";
import { SHARD_LIMITS } from "../state/export/export-plan.ts";
import type { CommandContext } from "./context.ts";
import type { PlanAnswer, PlannedShards } from "./plan-answer.ts";
import { presentRate, presentSeconds } from "./present-number.ts";
import { renderTable } from "./table.ts";

/** A plan as people read it. */
export function renderPlan(answer: PlanAnswer, { texts, language }: CommandContext): string {
  const { points, tiles, seconds, formats, measured, disk, shards } = answer;
  const { plan } = texts;
  const about = (text: string) => `${plan.estimated} ${text}`;
  const time = (length: number) => about(presentSeconds(length, texts, language));
  const overview = renderTable([
    [plan.points, formatCount(points)],
    [plan.tiles, plan.tilesOf(formatCount(tiles.count), formatCount(tiles.cells))],
    [plan.summaryTime, time(seconds)],
    [plan.measured, texts.listOf([
      presentRate(measured.points, measured.seconds, texts, language),
      plan.measuredOn(formatCount(measured.points), measured.engine, texts.sweep.threads(measured.threads)),
    ])],
    [plan.disk, disk.freeBytes === null ? disk.folder : plan.freeIn(bytesInWords(disk.freeBytes), disk.folder)],
  ], ["left", "left"]);
  const files = renderTable([
    [plan.formats.format, plan.formats.bytes, plan.formats.time, plan.formats.memory],
    ...formats.map(({ format, bytes, exact, seconds: length, memoryBytes, fits }) => [
      format, `${exact ? plan.exact : plan.estimated} ${bytesInWords(bytes)}`, time(length), about(bytesInWords(memoryBytes)), ...fits === false ? [plan.doesNotFit] : [],
    ]),
  ], ["left", "right", "right", "right", "left"]);
  const shardsInWords = ({ format, count, seconds: each, mergeSeconds, merge }: PlannedShards) => {
    if (merge === null) return plan.oneShard(format, time(each));
    return count === 1 ? plan.oneShardToMerge(format, time(each), time(mergeSeconds)) : plan.shards(format, formatCount(count), time(each), time(mergeSeconds));
  };
  const parts = shards === null ? "" : [
    "", shardsInWords(shards),
    ...shards.limit === null ? [] : [SHARD_LIMITS[shards.limit][language]],
    `  ${shards.command}`, ...shards.merge === null ? [] : [`  ${shards.merge}`], "",
  ].join("\n");
  return `${overview}\n${files}${plan.withDisk}\n${parts}`;
}
