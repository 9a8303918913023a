import { once } from "node:events";
import { stat } from "node:fs/promises";
import { isIPv6 } from "node:net";
import { join } from "node:path";
import type { Command } from "commander";
import { failure, systemCode } from "../command-error.ts";
import type { CommandContext } from "../context.ts";
import { wholeNumberOption } from "../option-values.ts";
import { servePage, type PageServer } from "../page-server.ts";
import { examples } from "../program-help.ts";

const DEFAULT_PORT = 4600;
/** Ports that are tried, from the default on. */
const PORTS_TRIED = 20;
const LARGEST_PORT = 65_535;
const DEFAULT_HOST = "localhost";
/** Hosts whose pages browsers treat as secure without https. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/;

interface ServeOptions {
  readonly port?: number;
  readonly host: string;
  readonly open?: true;
}

export function addServeCommand(program: Command, context: CommandContext): void {
  const { texts } = context;
  program.command("serve").description(texts.help.serve)
    .option("--port <port>", texts.help.port, wholeNumberOption("--port", 0, LARGEST_PORT, texts))
    .option("--host <host>", texts.help.host, DEFAULT_HOST)
    .option("--open", texts.help.open)
    .addHelpText("after", examples(texts, ["tauscape serve --open", "tauscape serve --port 8080"]))
    .action((options: ServeOptions) => runServe(options, context));
}

async function runServe({ port, host, open }: ServeOptions, context: CommandContext): Promise<void> {
  const { io, texts } = context;
  const index = await stat(join(io.pageFolder, "index.html")).catch(() => null);
  if (index === null) throw failure(texts.serve.notBuilt(io.pageFolder));
  const server = await listen(host, port, context);
  try {
    const address = `http://${isIPv6(host) ? `[${host}]` : host}:${server.port}/`;
    if (port === undefined && server.port !== DEFAULT_PORT) await io.stderr.write(`${texts.serve.portTaken(DEFAULT_PORT, server.port)}\n`);
    if (!LOOPBACK.test(host)) await io.stderr.write(`${texts.serve.notSecure}\n`);
    await io.stdout.write(`${texts.serve.listening(address)}\n`);
    await io.stderr.write(`${texts.serve.stop}\n`);
    if (open === true) await io.openBrowser(address).catch(() => io.stderr.write(`${texts.serve.cannotOpen(address)}\n`));
    if (!io.signal.aborted) await once(io.signal, "abort");
    io.signal.throwIfAborted();
  } finally {
    await server.close();
  }
}

async function listen(host: string, port: number | undefined, { io, texts }: CommandContext): Promise<PageServer> {
  const ports = port === undefined ? Array.from({ length: PORTS_TRIED }, (_, k) => DEFAULT_PORT + k) : [port];
  try {
    return await servePage(io.pageFolder, host, ports);
  } catch (cause) {
    const code = systemCode(cause);
    if (code === "EADDRINUSE") throw failure(texts.serve.portInUse(ports[0]), cause);
    throw failure(texts.serve.cannotListen(host, ports[0], texts.systemReason(code)), cause);
  }
}
