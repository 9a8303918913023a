import { arch, availableParallelism, cpus, platform, totalmem } from "node:os";
import type { Machine } from "../records.ts";

/** This machine, as a manifest names it. */
export function describeMachine(): Machine {
  return {
    platform: platform(), architecture: arch(), processor: cpus().at(0)?.model.trim() ?? "", threads: availableParallelism(),
    memoryBytes: totalmem(), runtime: `node ${process.versions.node}`,
  };
}
