import type { Command } from "commander";
import { bytesInWords } from "../../results/disk-space.ts";
import { readJournal } from "../../results/journal.ts";
import { readManifest } from "../../results/manifest.ts";
import { filesOf, MANIFEST_SUFFIX, withoutTrailingSeparators } from "../../results/names.ts";
import { findUnknownFiles } from "../../results/unknown-files.ts";
import { resultBytes, verifyResult } from "../../results/verify.ts";
import { failure, refusal } from "../command-error.ts";
import type { CommandContext } from "../context.ts";
import { pathOption } from "../option-values.ts";
import { examples } from "../program-help.ts";
import { BYTES, ProgressLines } from "../progress-lines.ts";
import { hostOf } from "../write-result.ts";

const VERIFY_SCHEMA = "tauscape/verify@1";

interface VerifyOptions {
  readonly quiet?: true;
  readonly json?: true;
}

export function addVerifyCommand(program: Command, context: CommandContext): void {
  const { help } = context.texts;
  program.command("verify").description(help.verify)
    .argument("<path>", help.verifyPath, pathOption)
    .option("--quiet", help.quiet)
    .option("--json", help.json)
    .addHelpText("after", examples(context.texts, ["tauscape verify region.npz", "tauscape verify region.npz.shard-3-of-8"]))
    .action((path: string, options: VerifyOptions) => runVerify(path, options, context));
}

async function runVerify(given: string, { quiet, json }: VerifyOptions, context: CommandContext): Promise<void> {
  const { io, texts, language } = context;
  const { files } = hostOf(context);
  const named = withoutTrailingSeparators(given);
  const path = named.endsWith(MANIFEST_SUFFIX) ? named.slice(0, -MANIFEST_SUFFIX.length) : named;
  const manifest = await readManifest(files, filesOf(path).manifest);
  const journal = await readJournal(files, filesOf(path).journal);
  // Beside a result, a journal is of the run that is to replace it; once that is putting its files in place, what stands here is neither.
  if (manifest === null || (journal !== null && journal.moves !== null)) {
    throw journal === null ? refusal(texts.results.noManifest(filesOf(path).manifest)) : failure(texts.results.unfinished(path, journal.doneTo, journal.header.range.to));
  }
  const lines = new ProgressLines(context, quiet === true, BYTES);
  const wrong = await verifyResult(files, path, manifest, { signal: io.signal, onProgress: lines.report }).finally(() => lines.clear());
  const unknown = await findUnknownFiles(files, path, io.signal);
  const bytes = resultBytes(manifest);
  if (json === true) {
    const answer = { schema: VERIFY_SCHEMA, path, sound: wrong.length === 0, bytes, spec: manifest.specHash, problems: wrong.map((text) => text[language]), unknownFiles: unknown };
    await io.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  }
  const notes = unknown === null || unknown.count === 0 ? [] : [texts.results.unknownFiles(path, unknown.count, unknown.named)];
  if (wrong.length > 0) throw failure([texts.results.unsound(path, wrong.map((text) => text[language])), ...notes].join("\n"));
  if (json !== true) await io.stdout.write([texts.results.sound(path, bytesInWords(bytes)), ...notes, ""].join("\n"));
}
