import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { NODE_FILES } from "../results/node/node-files.ts";
import { describeMachine } from "../results/node/machine.ts";
import { createNodeSweepClient } from "../workers/node-client.ts";
import { createNodeEncoders } from "../workers/node-encoders.ts";
import { packageFile } from "../workers/package-file.ts";
import type { CommandIo, TextSink } from "./io.ts";
import { readCommit } from "./read-commit.ts";

/** The world outside as the process sees it. */
export function processIo(signal: AbortSignal): CommandIo {
  return {
    stdout: textSink(process.stdout),
    stderr: textSink(process.stderr),
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    signal,
    files: NODE_FILES,
    temporaryFolder: tmpdir(),
    pageFolder: packageFile("dist/page"),
    createClient: createNodeSweepClient,
    createEncoders: createNodeEncoders,
    runSelf: (args, env) => runSelf(args, env, signal),
    openBrowser,
    commit: () => readCommit(packageFile(".")),
    now: () => new Date(),
    machine: describeMachine,
  };
}

function textSink(stream: NodeJS.WriteStream): TextSink {
  // The callback of `write` carries the error; without a listener the stream would also end the process with it.
  stream.on("error", () => undefined);
  return {
    write: (text) => new Promise((resolve, reject) => {
      stream.write(text, (error) => { if (error) reject(error); else resolve(); });
    }),
    isTerminal: stream.isTTY,
    // Asked for anew each time: a window is made wider or narrower.
    get columns() { return stream.isTTY && stream.columns > 0 ? stream.columns : undefined; },
  };
}

/** An interruption is passed on, and its end waited for: it may hold files that are about to be removed. */
function runSelf(args: readonly string[], env: CommandIo["env"], signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1, 2), ...args], { env, stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => { errors += text; });
    const stop = () => { child.kill("SIGTERM"); };
    signal.addEventListener("abort", stop);
    child.once("error", reject);
    child.once("close", (status) => {
      signal.removeEventListener("abort", stop);
      resolve(status === 0 ? null : errors);
    });
  });
}

/** The system's own way of opening an address. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

function openBrowser(address: string): Promise<void> {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
    child.once("error", reject);
    child.once("spawn", () => {
      child.unref();
      resolve();
    });
  });
}
