import { processIo } from "./process-io.ts";
import { run } from "./run.ts";

const interruption = new AbortController();
// The first signal lets the work clean up; a second one ends the process at once.
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => interruption.abort());

// A write beyond the size that the system allows is then refused with a reason; without a listener it would end the process.
if (process.platform !== "win32") process.on("SIGXFSZ", () => undefined);

// All that was written has been taken by now; waiting for standard input or a worker would only hold the shell.
process.exit(await run(process.argv.slice(2), processIo(interruption.signal)));
