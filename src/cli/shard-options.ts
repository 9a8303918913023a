import type { Shard } from "../results/records.ts";
import { MOST_SHARDS } from "../results/shards.ts";
import { refusal } from "./command-error.ts";
import type { CommandContext } from "./context.ts";
import type { Texts } from "./texts/texts.ts";

/** The variables by which a scheduler tells a task which part of an array it is. */
interface ArrayVariables {
  readonly scheduler: string;
  readonly index: string;
  /** How many tasks there are. */
  readonly count: string;
  /** The least and the greatest index, where the scheduler lets them be chosen. */
  readonly first?: string;
  readonly last?: string;
}

export const ARRAY_VARIABLES: readonly ArrayVariables[] = [
  { scheduler: "Slurm", index: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT", first: "SLURM_ARRAY_TASK_MIN", last: "SLURM_ARRAY_TASK_MAX" },
  { scheduler: "Kubernetes", index: "JOB_COMPLETION_INDEX", count: "JOB_COMPLETIONS" },
  { scheduler: "AWS Batch", index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE" },
];

const SHARD = /^(\d{1,9})\/(\d{1,9})$/;
/** An array may begin anywhere; none goes as far as this. */
const GREATEST_INDEX = 999_999_999;

/** The value of `--shard` that asks for the whole, whatever a scheduler says. */
const WHOLE = "none";

/** Reader of `--shard I/N`. */
export function shardOption(texts: Texts): (text: string) => Shard | typeof WHOLE {
  return (text) => {
    if (text === WHOLE) return WHOLE;
    const match = SHARD.exec(text);
    const shard = { index: Number(match?.[1]), count: Number(match?.[2]) };
    if (match === null || shard.count < 1 || shard.count > MOST_SHARDS || shard.index >= shard.count) {
      throw refusal(texts.badOption("--shard", text, texts.shards.allowed));
    }
    return shard;
  };
}

/** A shard that is asked for. */
export interface ChosenShard {
  readonly shard: Shard;
  /** The scheduler's variable that said so; null where a person did. */
  readonly variable: string | null;
}

/** The shard that is asked for: by `--shard`, else by the scheduler that runs this task, else none. */
export function shardOf({ shard, shards }: { readonly shard?: Shard | typeof WHOLE; readonly shards?: number }, { io, texts }: CommandContext): ChosenShard | null {
  if (shard === WHOLE) {
    if (shards !== undefined) throw refusal(texts.notBoth("--shard none", "--shards"));
    return null;
  }
  if (shard !== undefined) {
    if (shards !== undefined && shards !== shard.count) throw refusal(texts.shards.twoCounts(shard.count, shards));
    return { shard, variable: null };
  }
  const variables = ARRAY_VARIABLES.find(({ index }) => (io.env[index] ?? "") !== "");
  if (variables === undefined) {
    if (shards !== undefined) throw refusal(texts.shards.noIndex(ARRAY_VARIABLES.map(({ index }) => index)));
    return null;
  }
  const number = (name: string, min = 0, max = GREATEST_INDEX): number => {
    const text = io.env[name] ?? "";
    const found = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(found >= min && found <= max)) throw refusal(texts.shards.badVariable(name, text, texts.wholeNumber(min, max)));
    return found;
  };
  const index = number(variables.index);
  if (shards !== undefined) return within({ index, count: shards }, variables.index, texts);
  const count = number(variables.count, 1, MOST_SHARDS);
  const first = variables.first === undefined ? 0 : number(variables.first);
  if (variables.last !== undefined && (io.env[variables.last] ?? "") !== "" && number(variables.last) - first + 1 !== count) {
    throw refusal(texts.shards.gaps(first, number(variables.last), count));
  }
  return within({ index: index - first, count }, variables.index, texts);
}

function within(shard: Shard, variable: string, texts: Texts): ChosenShard {
  if (shard.index < 0 || shard.index >= shard.count) throw refusal(texts.shards.outOfRange(variable, shard.index, shard.count));
  return { shard, variable };
}
