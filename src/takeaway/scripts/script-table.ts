import type { Taken } from "../taken.ts";
import { juliaScript } from "./julia-script.ts";
import { pythonScript } from "./python-script.ts";
import { rScript } from "./r-script.ts";

interface ScriptInfo {
  readonly label: string;
  readonly extension: string;
  readonly type: string;
  readonly write: (taken: Taken) => string;
}

export const SCRIPT_LANGUAGES = ["python", "r", "julia"] as const;
export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number];

/** Languages of the program that computes again what is shown; none needs more than the language itself. */
export const SCRIPTS: Readonly<Record<ScriptLanguage, ScriptInfo>> = {
  python: { label: "Python", extension: "py", type: "text/x-python", write: pythonScript },
  r: { label: "R", extension: "R", type: "text/plain", write: rScript },
  julia: { label: "Julia", extension: "jl", type: "text/plain", write: juliaScript },
};
