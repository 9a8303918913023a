import { writeText } from "../results/file-system.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import { failure } from "./command-error.ts";
import type { CommandContext } from "./context.ts";
import type { EngineChoice } from "./engine-choices.ts";
import type { RunSample, SampleOutput } from "./measure-sweep.ts";
import { ARRAY_VARIABLES } from "./shard-options.ts";
import { hostOf } from "./write-result.ts";

interface RunnerOptions {
  readonly engine: EngineChoice;
  readonly threads?: number;
}

/** A sample is whole, also where this plan is itself a task of an array. */
const LEFT_OUT = new Set(ARRAY_VARIABLES.flatMap(({ index, count, first, last }) => [index, count, first, last]));

/**
 * Runs samples as a person would run the sweep, by the command itself: whatever that does before, beside and after the points is in the time.
 * @param folder for what is written; another one inside it is made and removed each time
 */
export function sampleRunner(folder: string, { engine, threads }: RunnerOptions, context: CommandContext): RunSample {
  const { io, texts, language } = context;
  const { files, now } = hostOf(context);
  const env = Object.fromEntries(Object.entries(io.env).filter(([name]) => !LEFT_OUT.has(name)));
  const engineOptions = ["--engine", engine, ...threads === undefined ? [] : ["--threads", String(threads)]];
  return async (sample: SweepSpec, output: SampleOutput) => {
    io.signal.throwIfAborted();
    const inside = `${folder}/run`;
    await files.makeFolder(inside);
    const spec = `${inside}/sample.json`;
    await writeText(files, spec, JSON.stringify(sample));
    const started = now().getTime();
    const problem = await io.runSelf(["sweep", spec, "--quiet", "--lang", language, ...engineOptions, ...outputOptions(output, inside)], env);
    const seconds = (now().getTime() - started) / 1000;
    io.signal.throwIfAborted();
    // The first sentence tells why; the others, how to go on with a file that is not wanted.
    if (problem !== null) throw failure(texts.systemFailure(texts.plan.notMeasured(folder), problem.replace(/^tauscape: /, "").trim().split(/[.](?=\s|$)|。/)[0]));
    await files.remove(inside);
    return seconds;
  };
}

function outputOptions(output: SampleOutput, folder: string): string[] {
  if ("method" in output) return ["--json", "--method", output.method];
  const { exporter: { id, extensions }, asShard } = output;
  return ["--out", `${folder}/sample${extensions[0]}`, "--format", id, ...asShard ? ["--shard", "0/1"] : []];
}
