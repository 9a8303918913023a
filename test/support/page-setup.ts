import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { chromium, type LaunchOptions } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findBrowser } from "./find-browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where `tauscape serve` answers, with a slash at the end. */
    pageAddress: string;
    /** Where playwright connects to the browsers that all page tests share: one that draws scenes, and one without WebGL. */
    browserEndpoints: { readonly drawing: string; readonly plain: string };
  }
}

/** Serves the built page by the real command and starts the browsers of all page tests. */
export default async function setUpPage(project: TestProject): Promise<() => Promise<void>> {
  const cleanUps: (() => Promise<void>)[] = [];
  const cleanUp = async () => {
    for (const step of cleanUps.splice(0).reverse()) await step();
  };
  try {
    const found = findBrowser();
    cleanUps.push(() => found.dispose());
    await found.prepare();
    const launch = async (options: LaunchOptions) => {
      const starting = chromium.launchServer(options);
      // Known before it has started: where the other browser fails, this one may still be on its way.
      cleanUps.push(async () => { await (await starting.catch(() => null))?.close(); });
      return (await starting).wsEndpoint();
    };
    const [drawing, plain] = await Promise.all([launch(found.launchOptions), launch(found.plainLaunchOptions)]);
    project.provide("browserEndpoints", { drawing, plain });
    const { address, server } = await startServer();
    cleanUps.push(() => stop(server));
    project.provide("pageAddress", address);
  } catch (error) {
    await cleanUp();
    throw error;
  }
  return cleanUp;
}

async function startServer(): Promise<{ address: string; server: ChildProcess }> {
  const command = fileURLToPath(new URL("../../bin/tauscape.js", import.meta.url));
  const server = spawn(process.execPath, [command, "serve", "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  const address = await new Promise<string>((resolve, reject) => {
    let output = "";
    const read = (text: Buffer) => {
      output += text.toString();
      const found = /http:\/\/[^\s/]+\//.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`\`tauscape serve\` ended with ${String(code)} before it gave an address:\n${output}`)));
  });
  return { address, server };
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, "exit");
  server.kill();
  await ended;
}
