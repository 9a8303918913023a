import { dirname } from "node:path";
import type { BenchResult } from "../benchmark/bench-result.ts";
import { parseBench } from "../benchmark/parse-bench.ts";
import { writeText, type ResultFileSystem } from "../results/file-system.ts";
import { describeProblem } from "../sweep/problems.ts";
import { failure, refusal, systemCode } from "./command-error.ts";
import type { CommandContext } from "./context.ts";
import { inputLabel, readJson } from "./read-input.ts";
import { filesAt } from "./files-at.ts";
import { checkTarget } from "./write-result.ts";

/** A result as JSON, as `--json` prints it and `--out` writes it. */
export function renderBenchJson(answer: object): string {
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** Reads a result from a file or `-`; refuses it with all its problems at once. */
export async function readBench(name: string, context: CommandContext): Promise<BenchResult> {
  const parsed = parseBench(await readJson(name, context));
  if (parsed.ok) return parsed.result;
  const sentences = parsed.problems.map((problem) => describeProblem(problem, context.language));
  throw refusal(context.texts.bench.refused(inputLabel(name, context), sentences));
}

/** The file of `--out`: opened before anything is measured, so that nothing is measured in vain, and put in its place whole. */
export class BenchFile {
  private constructor(private readonly name: string, private readonly files: ResultFileSystem, private readonly context: CommandContext) {}

  /** @param name path as the person gave it */
  static async open(name: string, force: boolean, context: CommandContext): Promise<BenchFile> {
    await checkTarget(name, force, context);
    const files = filesAt(context.io.cwd, context.io.files);
    await orFailure(name, context, () => writeText(files, aside(name), ""));
    return new BenchFile(name, files, context);
  }

  async publish(result: BenchResult): Promise<void> {
    await orFailure(this.name, this.context, async () => {
      await writeText(this.files, aside(this.name), renderBenchJson(result));
      await this.files.move(aside(this.name), this.name);
    });
  }

  async discard(): Promise<void> {
    await this.files.remove(aside(this.name));
  }
}

function aside(name: string): string {
  return `${name}.partial`;
}

async function orFailure<T>(name: string, { texts }: CommandContext, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    const code = systemCode(cause);
    if (code === "") throw cause;
    const reason = code === "ENOENT" ? texts.noFolder(dirname(name)) : texts.systemReason(code);
    throw failure(texts.systemFailure(texts.sweep.writing(name), reason), cause);
  }
}
