import { spawnSync } from "node:child_process";

/** Interpreters to try: Debian's packages belong to the system's own, not to one that stands first on PATH. */
const INTERPRETERS = ["/usr/bin/python3", "python3"] as const;

/** An interpreter that can import these modules, or `null`. */
export function pythonWith(...modules: readonly string[]): string | null {
  const program = `import ${["sys", ...modules].join(", ")}`;
  return INTERPRETERS.find((interpreter) => spawnSync(interpreter, ["-c", program]).status === 0) ?? null;
}

/** Runs a program and reads the JSON that it prints. */
export function runPython(interpreter: string, program: string, ...args: readonly string[]): unknown {
  const result = spawnSync(interpreter, ["-c", program, ...args], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } });
  if (result.status !== 0) throw new Error(`The program failed: ${result.stderr}`);
  return JSON.parse(result.stdout) as unknown;
}
