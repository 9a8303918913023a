/**
 * The library's declarations, to dist/types: of what can be reached from its entries and nothing else. Each file is taken by itself, so what the entries
 * reach must say its types; `npm run typecheck` has checked them.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const ROOMS = ["index", "model", "sweep", "exporters", "node"].map((room) => `src/library/${room}.ts`);
const OUT = "dist/types";

/** @type {ts.Diagnostic[]} */
const problems = [];
const files = new Set(ROOMS);
rmSync(OUT, { recursive: true, force: true });
for (const file of files) {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(file, "utf8"), {
    fileName: file, reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: true, isolatedDeclarations: true, declaration: true },
  });
  problems.push(...diagnostics);
  for (const { fileName } of ts.preProcessFile(outputText).importedFiles) if (fileName.startsWith(".")) files.add(join(dirname(file), fileName));
  const path = join(OUT, file.replace(/\.ts$/, ".d.ts"));
  mkdirSync(dirname(path), { recursive: true });
  // What stands there when it is read is JavaScript with declarations, and Node's resolution asks for its name.
  writeFileSync(path, outputText.replaceAll(/((?:from|import) |import\()"(\.[^"]+)\.ts"/g, '$1"$2.js"'));
}
if (problems.length > 0) {
  console.error(ts.formatDiagnostics(problems, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => ".", getNewLine: () => "\n" }));
  process.exitCode = 1;
}
