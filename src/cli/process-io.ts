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
