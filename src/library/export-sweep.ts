import type { Exporter, ExportTarget, ByteSink, Sidecar } from "../exporters/exporter.ts";
import { EXPORTERS } from "../exporters/registry.ts";
import { hashSpec } from "../sweep/spec-hash.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import { exporterFor } from "./exporter-for.ts";
import { passedOn, withClient } from "./clients.ts";
import { withEncoders } from "./encoders.ts";
import { specOf, type SweepInput } from "./input.ts";
import { checkOptionNames, type OptionNames } from "./option-names.ts";
import { RUN_OPTION_NAMES, type SweepOptions } from "./options.ts";

/** Options of {@link exportSweep}. */
export interface ExportOptions extends Omit<SweepOptions, "range" | "checksum"> {
  /** The id of one of `EXPORTERS`. Default: `npz`. */
  readonly format?: string;
  /** Where the result's one file goes; for a format that is a folder give `target` instead. */
  readonly sink?: ByteSink;
  /** Where the result's files go, by their paths. */
  readonly target?: ExportTarget;
  /** The file's name, which metadata that stands beside it gives. Default: `sweep` and the format's extension. */
  readonly fileName?: string;
}

const OPTION_NAMES: OptionNames<ExportOptions> = { ...RUN_OPTION_NAMES, format: true, sink: true, target: true, fileName: true };

/** What was written. */
export interface ExportOutcome {
  readonly fileName: string;
  readonly mediaType: string;
  /** Length of the result, of all files of a folder. */
  readonly bytes: number;
  /** Small files that belong beside it, named `fileName` and their suffix. They have not been written. */
  readonly sidecars: readonly Sidecar[];
  readonly summary: SweepSummary;
}

/**
 * Sweeps and writes the result in one of the formats, the same bytes as the command. No more than a few tiles are held: sweeps of any size can go to a sink that takes them.
 * @throws {@link SpecError}; `TypeError` for an option that there is not; `RangeError` for a format that is not there or does not suit; and as `sweep`. Rejects as the sink does
 */
export async function exportSweep(input: SweepInput, options: ExportOptions): Promise<ExportOutcome> {
  checkOptionNames("exportSweep", options, OPTION_NAMES);
  const spec = specOf(input);
  const exporter = exporterFor(spec, options.format ?? EXPORTERS[0].id);
  const target = targetOf(exporter, options);
  const source = { spec, specHash: hashSpec(spec), fileName: options.fileName ?? `sweep${exporter.extensions[0]}` };
  return withEncoders(options, async (encoders) => withClient(options, async (client) => {
    const format = await exporter.load(encoders);
    const writer = await format.open(source, target, null);
    const summary = await client.sweep(spec, {
      ...passedOn(options), checksum: true, method: "cells", onTile: (tile) => writer.writeTile(tile),
    });
    return { fileName: source.fileName, mediaType: exporter.mediaType, bytes: await writer.finish(), sidecars: format.sidecars(source), summary };
  }));
}

function targetOf({ id, container }: Exporter, { sink, target }: ExportOptions): ExportTarget {
  if (target !== undefined) return target;
  if (sink === undefined) throw new RangeError("Give a sink, or a target.");
  if (container === "folder") throw new RangeError(`The format ${id} is a folder of files: give a target instead of a sink.`);
  return { file: () => Promise.resolve(sink) };
}
