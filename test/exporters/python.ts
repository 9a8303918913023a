import { spawnSync } from "node:child_process";
import { it } from "vitest";

/** Interpreters to try: Debian's packages belong to the system's own, not to one that stands first on PATH. */
const INTERPRETERS = ["/usr/bin/python3", "python3"] as const;

const found = new Map<string, string | null>();

/** An interpreter that can import these modules, or `null`. Looked for once, for some modules take a second to import. */
export function pythonWith(...modules: readonly string[]): string | null {
  const program = `import ${["sys", ...modules].join(", ")}`;
  const known = found.get(program);
  if (known !== undefined) return known;
  const python = INTERPRETERS.find((interpreter) => spawnSync(interpreter, ["-c", program]).status === 0) ?? null;
  found.set(program, python);
  return python;
}

/** A test by an interpreter that can import these modules; where there is none, it is left out under a name that says what is missing. */
export function itInPython(modules: readonly string[], title: string, body: (python: string) => Promise<void>): void {
  const python = pythonWith(...modules);
  it.skipIf(python === null)(python === null ? `is left out: no python3 here that has ${modules.join(" and ")}` : title, () => body(python ?? ""));
}

/** Runs a program and reads the JSON that it prints. */
export function runPython(interpreter: string, program: string, ...args: readonly string[]): unknown {
  const result = spawnSync(interpreter, ["-c", program, ...args], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } });
  if (result.status !== 0) throw new Error(`The program failed: ${result.stderr}`);
  return JSON.parse(result.stdout) as unknown;
}
