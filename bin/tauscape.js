#!/usr/bin/env node
import { existsSync } from "node:fs";

const command = new URL("../dist/cli/tauscape.js", import.meta.url);

if (existsSync(command)) {
  await import(command.href);
} else {
  process.stderr.write("tauscape: the command is not built yet. Run `npm run build` in the project's folder, then try again.\n");
  process.exitCode = 1;
}
