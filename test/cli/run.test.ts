import { describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { run } from "../../src/cli/run.ts";
import type { CommandIo } from "../../src/cli/io.ts";
import { TEXTS } from "../../src/cli/texts/index.ts";
import { PARAMETER_NAMES, PARAMETERS } from "../../src/model/index.ts";
import { command, type Outcome } from "./test-io.ts";

const HAN = /\p{Script=Han}/u;

describe("help and version", () => {
  it("prints the version", async () => {
    expect(await command(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it.each([["--help"], ["help"], ["point", "--help"], ["sweep", "--help"], ["help", "plan"], ["serve", "-h"]])("%s %s ends in examples, in both languages", async (...args) => {
    const given = args.filter((arg) => typeof arg === "string");
    const english = await command(given);
    expect(english).toMatchObject({ code: 0, stderr: "" });
    expect(english.stdout).toMatch(/^Usage: tauscape[^]+\nExamples:\n {2}tauscape /);
    expect(english.stdout).not.toMatch(HAN);
    const chinese = await command([...given, "--lang", "zh"]);
    expect(chinese.stdout).toMatch(/^用法： tauscape[^]+\n示例：\n {2}tauscape /);
    expect(chinese.stdout).not.toMatch(/Options:|Commands:|display help|default/);
  });

  it("offers every parameter of the model, with its default", async () => {
    const { stdout } = await command(["point", "--help"]);
    const words = stdout.replaceAll(/\s+/g, " ");
    for (const name of PARAMETER_NAMES) expect(words).toMatch(new RegExp(`--${name} <number> ${PARAMETERS[name].symbol} .+?\\(default: ${PARAMETERS[name].default}\\)`));
  });
});

describe("what is no command", () => {
  it.each([
    [["swep"], "There is no command swep. Did you mean sweep?", "没有命令 swep。是否想用 sweep？"],
    [["point", "--alpah", "1"], "There is no option --alpah. Did you mean --alpha?", "没有选项 --alpah。是否想用 --alpha？"],
    [["--colour"], "There is no option --colour.", "没有选项 --colour。"],
    [["sweep"], "spec is missing.", "缺少 spec。"],
    [["point", "--alpha"], "--alpha <number> needs a value.", "--alpha <number> 需要一个值。"],
    [["plan", "a", "b"], "Too many arguments: expected 1, found 2.", "参数过多：应为 1 个，得到 2 个。"],
    [[], "No command was given.", "没有给出命令。"],
  ])("%j is refused", async (args, english, chinese) => {
    const outcomes: Outcome[] = [await command(args), await command(args, { env: { LANG: "zh_CN.UTF-8" } })];
    for (const [k, message] of [english, chinese].entries()) {
      expect(outcomes[k]).toMatchObject({ code: 2, stdout: "" });
      expect(outcomes[k].stderr).toContain(`tauscape: ${message}`);
      expect(outcomes[k].stderr).not.toMatch(/\n +at /);
    }
  });
});

/** An io whose standard output fails like a closed pipe or a full disk. */
function failingOutput(code: string, said: string[]): CommandIo {
  const sink = { isTerminal: false, columns: undefined };
  return {
    stdout: { ...sink, write: () => Promise.reject(Object.assign(new Error(code), { code })) },
    stderr: { ...sink, write: (text: string) => Promise.resolve(void said.push(text)) },
    env: {}, signal: new AbortController().signal,
    machine: () => ({ platform: "", architecture: "", processor: "", threads: 1, memoryBytes: 0, runtime: "" }),
  } as unknown as CommandIo;
}

describe("standard output", () => {
  it.each([[["point"]], [["--help"]]])("%j is quiet where the reader has gone", async (args) => {
    const said: string[] = [];
    expect(await run(args, failingOutput("EPIPE", said))).toBe(0);
    expect(said).toEqual([]);
  });

  it("fails with the reason where it cannot be written", async () => {
    const said: string[] = [];
    expect(await run(["point"], failingOutput("ENOSPC", said))).toBe(1);
    expect(said.join("")).toBe("tauscape: The work failed: no space is left on the disk.\n");
  });
});

/** Every text of a table, functions called with words that stand for their arguments. */
function textsOf(table: object): string[] {
  return Object.values(table).flatMap((entry: unknown): string[] => {
    if (typeof entry === "string") return [entry];
    if (typeof entry === "function") return [String((entry as (...args: unknown[]) => unknown)(["1"], ["1"], ["1"], ["1"]))];
    return typeof entry === "object" && entry !== null ? textsOf(entry) : [];
  });
}

describe("the two languages", () => {
  it("are not mixed", () => {
    for (const text of textsOf(TEXTS.en)) expect(text).not.toMatch(HAN);
    const latinOnly = textsOf(TEXTS.zh).filter((text) => /[A-Za-z]{3}/.test(text) && !HAN.test(text));
    expect(latinOnly).toEqual([]);
  });
});
