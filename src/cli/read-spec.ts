import { describeProblem } from "../sweep/problems.ts";
import { parseSpec } from "../sweep/parse-spec.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import { refusal } from "./command-error.ts";
import type { CommandContext } from "./context.ts";
import { inputLabel, readJson } from "./read-input.ts";

/** Reads a spec from a file or `-`; refuses it with all its problems at once. */
export async function readSpec(name: string, context: CommandContext): Promise<SweepSpec> {
  const parsed = parseSpec(await readJson(name, context));
  if (parsed.ok) return parsed.spec;
  const sentences = parsed.problems.map((problem) => describeProblem(problem, context.language));
  throw refusal(context.texts.refusedSpec(inputLabel(name, context), sentences));
}
