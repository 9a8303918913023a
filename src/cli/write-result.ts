import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { version } from "../../package.json";
import type { Exporter, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "../exporters/exporter.ts";
import { bytesOf } from "../exporters/tile-order.ts";
import type { FieldName } from "../model/index.ts";
import { joinDigests, pieceDigests } from "../sweep/checksum.ts";
import { hashSpec } from "../sweep/spec-hash.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { SweepSummary } from "../sweep/summary.ts";
import type { FilledTile } from "../sweep/tile.ts";
import { failure, refusal, systemCode } from "./command-error.ts";
import type { CommandContext } from "./context.ts";
import { MANIFEST_SCHEMA, renderManifest, type ManifestChunk } from "./manifest.ts";
import { ResultFiles } from "./result-files.ts";

export const MANIFEST_SUFFIX = ".manifest.json";

/** What was written, named as the person did, for the message at the end. */
export interface WrittenResult {
  readonly name: string;
  readonly bytes: number;
  readonly manifestName: string;
}

/** Refuses a target that is a folder, or that exists and may not be replaced. Sidecars count as the target. */
export async function checkTarget(name: string, suffixes: readonly string[], force: boolean, { texts, io }: CommandContext): Promise<void> {
  for (const target of [name, ...suffixes.map((suffix) => name + suffix)]) {
    const found = await stat(resolve(io.cwd, target)).catch(() => null);
    if (found?.isDirectory() === true) throw refusal(texts.sweep.isFolder(target));
    if (found !== null && !force) throw refusal(texts.sweep.exists(target));
  }
}

/** Writes a sweep's tiles to PATH, with its sidecars and its manifest beside it. */
export class ResultWriter {
  private readonly chunks: ManifestChunk[] = [];

  private constructor(
    private readonly name: string, private readonly id: Exporter["id"], private readonly format: ExportFormat,
    private readonly source: ExportSource, private readonly files: ResultFiles, private readonly writer: ExportWriter, private readonly started: Date,
    private readonly context: CommandContext,
  ) {}

  /** @param name path as the person gave it */
  static async open(name: string, exporter: Exporter, spec: SweepSpec, context: CommandContext): Promise<ResultWriter> {
    const source = { spec, specHash: hashSpec(spec), fileName: basename(name) };
    const files = new ResultFiles(context.io.files);
    return orDiscard(name, files, context, async () => {
      const format = await exporter.load();
      const target: ExportTarget = { file: (path) => files.create(resolve(context.io.cwd, name, path)) };
      const writer = await format.open(source, target, null);
      return new ResultWriter(name, exporter.id, format, source, files, writer, context.io.now(), context);
    });
  }

  async writeTile(tile: FilledTile): Promise<void> {
    await orDiscard(this.name, this.files, this.context, async () => {
      const checksums = await Promise.all(this.source.spec.fields.map(async (field) =>
        [field, await joinDigests([await pieceDigests(bytesOf(tile, field))])] as const));
      await this.writer.writeTile(tile);
      this.chunks.push({ start: tile.start, count: tile.count, state: "done", checksums: Object.fromEntries(checksums) });
    });
  }

  /** Completes all files and puts them in their places. */
  async publish(summary: SweepSummary): Promise<WrittenResult> {
    return orDiscard(this.name, this.files, this.context, async () => {
      const { fileName } = this.source;
      const sizes = [{ name: fileName, bytes: await this.writer.finish() }];
      for (const { suffix, text } of this.format.sidecars(this.source)) {
        sizes.push({ name: fileName + suffix, bytes: await this.writeText(this.name + suffix, text) });
      }
      const manifestName = this.name + MANIFEST_SUFFIX;
      await this.writeText(manifestName, this.manifest(summary, sizes));
      await this.files.publish();
      return { name: this.name, bytes: sizes[0].bytes, manifestName };
    });
  }

  async discard(): Promise<void> {
    await this.files.discard();
  }

  private async writeText(name: string, text: string): Promise<number> {
    const bytes = new TextEncoder().encode(text);
    await (await this.files.create(resolve(this.context.io.cwd, name))).write(bytes, 0);
    return bytes.length;
  }

  private manifest(summary: SweepSummary, files: readonly { name: string; bytes: number }[]): string {
    const { spec, specHash } = this.source;
    const { engine, threads, method, seconds } = summary;
    const checksums: Partial<Record<FieldName, string | null>> = {};
    for (const field of spec.fields) checksums[field] = summary.fields[field]?.checksum ?? null;
    const { io } = this.context;
    return renderManifest({
      schema: MANIFEST_SCHEMA, state: "done", spec, specHash, version, format: this.id, precision: spec.precision,
      engine, threads, method, files, checksums, chunks: this.chunks,
      times: { started: this.started.toISOString(), finished: io.now().toISOString(), computingSeconds: seconds },
      machine: io.machine(),
    });
  }
}

/** Does a step of the writing; what the system refuses becomes a message for the person, and nothing is left behind. */
async function orDiscard<T>(name: string, files: ResultFiles, { texts }: CommandContext, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    await files.discard();
    const code = systemCode(cause);
    throw code === "" ? cause : failure(texts.systemFailure(texts.sweep.writing(name), code === "ENOENT" ? texts.noFolder(dirname(name)) : texts.systemReason(code)), cause);
  }
}
