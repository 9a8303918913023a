import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ARRAY_VARIABLES } from "../../src/cli/shard-options.ts";
import type { Manifest } from "../../src/results/manifest.ts";
import { MOST_SHARDS } from "../../src/results/shards.ts";
import { command, testFolder } from "./test-io.ts";

type Environment = Readonly<Record<string, string>>;

const SPEC_TEXT = JSON.stringify({
  schema: "tauscape/sweep@1",
  axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 4 }, { name: "wr", min: 0.5, max: 4, count: 5 }],
});

function sweep(env: Environment, args: readonly string[] = []): ReturnType<typeof command> {
  return command(["sweep", "-", "--out", "grid.npz", "--quiet", ...args], { input: SPEC_TEXT, env });
}

/** Names of what was written whole, without manifests. */
function written(): string[] {
  return readdirSync(testFolder()).filter((name) => !name.endsWith(".manifest.json")).sort();
}

function slurm(id: number, min: number, max: number, count = max - min + 1): Environment {
  return { SLURM_ARRAY_TASK_ID: String(id), SLURM_ARRAY_TASK_MIN: String(min), SLURM_ARRAY_TASK_MAX: String(max), SLURM_ARRAY_TASK_COUNT: String(count) };
}

const kubernetes = (index: string, count?: string): Environment => ({ JOB_COMPLETION_INDEX: index, ...(count === undefined ? {} : { JOB_COMPLETIONS: count }) });
const aws = (index: string, size?: string): Environment => ({ AWS_BATCH_JOB_ARRAY_INDEX: index, ...(size === undefined ? {} : { AWS_BATCH_JOB_ARRAY_SIZE: size }) });

describe("the shard that a scheduler asks for", () => {
  it.each<[what: string, env: Environment, args: readonly string[], shard: string | null]>([
    ["no scheduler: the whole", {}, [], null],
    ["variables that are empty count as absent", { SLURM_ARRAY_TASK_ID: "", JOB_COMPLETION_INDEX: "", AWS_BATCH_JOB_ARRAY_INDEX: "" }, [], null],
    ["a Slurm job that is no array: the whole", { SLURM_JOB_ID: "7" }, [], null],
    ["Slurm, --array=0-7", slurm(3, 0, 7), [], "3-of-8"],
    ["Slurm, --array=0: an array of one", slurm(0, 0, 0), [], "0-of-1"],
    ["Slurm, --array=1-8: parts count from 0", slurm(8, 1, 8), [], "7-of-8"],
    ["Slurm, --array=100-102", slurm(101, 100, 102), [], "1-of-3"],
    ["Slurm, --array=3,5 --shards 8: the index is the part", slurm(5, 3, 5, 2), ["--shards", "8"], "5-of-8"],
    ["Slurm, --array=3 --shards 8: not 0 of 1", slurm(3, 3, 3), ["--shards", "8"], "3-of-8"],
    ["Slurm, --shards needs the index alone", { SLURM_ARRAY_TASK_ID: "2" }, ["--shards", "4"], "2-of-4"],
    ["Kubernetes", kubernetes("0", "4"), [], "0-of-4"],
    ["Kubernetes, the last", kubernetes("3", "4"), [], "3-of-4"],
    ["Kubernetes, --shards in place of JOB_COMPLETIONS", kubernetes("2"), ["--shards", "4"], "2-of-4"],
    ["AWS Batch", aws("1", "2"), [], "1-of-2"],
    ["AWS Batch, --shards in place of the size", aws("9"), ["--shards", "10"], "9-of-10"],
    ["--shard none before Slurm: the whole", slurm(3, 0, 7), ["--shard", "none"], null],
    ["--shard before Slurm", slurm(3, 0, 7), ["--shard", "1/2"], "1-of-2"],
    ["--shard before variables that are no numbers", kubernetes("first", "all"), ["--shard", "0/2"], "0-of-2"],
    ["--shard and --shards that agree", slurm(3, 0, 7), ["--shard", "1/2", "--shards", "2"], "1-of-2"],
    ["Slurm before the others, as when a job starts another", { ...aws("1", "2"), ...kubernetes("1", "3"), ...slurm(1, 0, 3) }, [], "1-of-4"],
    ["Kubernetes before AWS Batch, which may run on it", { ...aws("1", "2"), ...kubernetes("1", "3") }, [], "1-of-3"],
  ])("%s", async (_, env, args, shard) => {
    expect(await sweep(env, args)).toMatchObject({ code: 0, stderr: "" });
    expect(written()).toEqual([shard === null ? "grid.npz" : `grid.npz.shard-${shard}`]);
    const { shard: recorded } = JSON.parse(readFileSync(join(testFolder(), `${written()[0]}.manifest.json`), "utf8")) as Manifest;
    expect(recorded === null ? null : `${recorded.index}-of-${recorded.count}`).toBe(shard);
  });

  it("is told with the variable that said so, and where it is empty", async () => {
    const { stderr } = await command(["sweep", "-", "--out", "grid.npz"], { input: SPEC_TEXT, env: slurm(3, 0, 7) });
    expect(stderr).toContain("SLURM_ARRAY_TASK_ID is set, so this is part 3 of 8; --shard none writes the whole.\n");
    expect(stderr).toContain("Part 3 of 8 has no points: there are 1 tiles for 8 parts.\n");
    const { stderr: asked } = await command(["sweep", "-", "--out", "grid.npz", "--shard", "7/8"], { input: SPEC_TEXT });
    expect(asked).not.toContain("Part");
  });

  it.each<[what: string, env: Environment, args: readonly string[], says: string]>([
    ["--shard none and a number of shards", {}, ["--shard", "none", "--shards", "2"], "--shard none and --shards cannot be used together"],
    ["Slurm, gaps", slurm(5, 3, 5, 2), [], "The array's indices 3 to 5 are 2 in number, with gaps"],
    ["Slurm, steps (--array=0-6:2)", slurm(2, 0, 6, 4), [], "The array's indices 0 to 6 are 4 in number, with gaps"],
    ["Slurm, no count", { SLURM_ARRAY_TASK_ID: "1" }, [], 'SLURM_ARRAY_TASK_COUNT: it is not set; allowed: a whole number from 1'],
    ["Slurm, an index below the first", slurm(0, 1, 4), [], "SLURM_ARRAY_TASK_ID: found part -1 of 4; allowed: 0 to 3"],
    ["Slurm, an index beyond --shards", slurm(8, 1, 8), ["--shards", "8"], "SLURM_ARRAY_TASK_ID: found part 8 of 8; allowed: 0 to 7"],
    ["Kubernetes without JOB_COMPLETIONS", kubernetes("1"), [], 'JOB_COMPLETIONS: it is not set; allowed: a whole number from 1 to 100,000. Set it'],
    ["Kubernetes, an index out of range", kubernetes("4", "4"), [], "JOB_COMPLETION_INDEX: found part 4 of 4; allowed: 0 to 3"],
    ["Kubernetes, no tasks at all", kubernetes("0", "0"), [], "JOB_COMPLETIONS: found \"0\"; allowed: a whole number from 1 to 100,000"],
    ["AWS Batch without a size", aws("1"), [], "AWS_BATCH_JOB_ARRAY_SIZE: it is not set"],
    ["AWS Batch, a negative index", aws("-1", "4"), [], 'AWS_BATCH_JOB_ARRAY_INDEX: found "-1"; allowed: a whole number from 0'],
    ["a fraction", kubernetes("1.5", "4"), [], 'JOB_COMPLETION_INDEX: found "1.5"'],
    ["a number in another notation", kubernetes("1", "1e1"), [], 'JOB_COMPLETIONS: found "1e1"'],
    ["words", aws("one", "4"), [], 'AWS_BATCH_JOB_ARRAY_INDEX: found "one"'],
    ["more digits than any array", kubernetes("1", "12345678901234567890"), [], "JOB_COMPLETIONS: found"],
    ["more parts than allowed", kubernetes("1", String(MOST_SHARDS + 1)), [], `JOB_COMPLETIONS: found "${MOST_SHARDS + 1}"`],
    ["--shards without a scheduler", {}, ["--shards", "8"], `none of ${ARRAY_VARIABLES.map(({ index }) => index).join(", ")} is set. Give --shard I/N`],
    ["--shard and --shards that differ", {}, ["--shard", "1/2", "--shards", "3"], "--shard asks for 2 parts and --shards for 3"],
    ["--shard beyond the last", {}, ["--shard", "8/8"], '--shard: found "8/8"; allowed: I/N, part I of N, counted from 0'],
    ["--shard of none", {}, ["--shard", "0/0"], '--shard: found "0/0"'],
    ["--shard that is no fraction", {}, ["--shard", "3"], '--shard: found "3"'],
    ["--shards of none", slurm(0, 0, 0), ["--shards", "0"], '--shards: found "0"'],
  ])("is refused, and nothing is written: %s", async (_, env, args, says) => {
    const { code, stderr } = await sweep(env, args);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
    expect(written()).toEqual([]);
  });

  it("is not looked at where nothing is written, and in Chinese is refused in Chinese", async () => {
    expect((await command(["sweep", "-", "--json"], { input: SPEC_TEXT, env: kubernetes("1") })).code).toBe(0);
    expect((await sweep(kubernetes("1"), ["--lang", "zh"])).stderr).toMatch(/JOB_COMPLETIONS.*[\u4e00-\u9fff]/);
  });
});

describe("an array, task by task", () => {
  const COUNT = 3;

  it.each<[string, (k: number) => Environment]>([
    ["Slurm", (k) => slurm(k + 1, 1, COUNT)],
    ["Kubernetes", (k) => kubernetes(String(k), String(COUNT))],
    ["AWS Batch", (k) => aws(String(k), String(COUNT))],
  ])("on %s, merged, is one run", async (_, envOf) => {
    for (let k = 0; k < COUNT; k++) expect((await sweep(envOf(k), ["--resume"])).code).toBe(0);
    expect(await command(["merge", ".", "--quiet"], { env: envOf(0) })).toMatchObject({ code: 0, stderr: "" });
    const merged = readFileSync(join(testFolder(), "grid.npz"));
    expect((await sweep({}, ["--force"])).code).toBe(0);
    expect(readFileSync(join(testFolder(), "grid.npz")).equals(merged)).toBe(true);
  });

  it("refuses a part of another number beside those that are there, as --array=3 without --shards would make", async () => {
    expect((await sweep(slurm(0, 0, 7))).code).toBe(0);
    const { code, stderr } = await sweep(slurm(3, 3, 3));
    expect(stderr).toContain("is a shard of 8, and this run asks for 1");
    expect(code).toBe(2);
  });
});
