import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { refusal, systemCode } from "./command-error.ts";
import type { CommandContext } from "./context.ts";
import { findJsonError } from "./json-position.ts";

/** The name that stands for standard input. */
const STDIN_NAME = "-";

/** Reads JSON from a file or, for `-`, from standard input; refuses what cannot be read or is not JSON, with the place. */
export async function readJson(name: string, context: CommandContext): Promise<unknown> {
  const { texts } = context;
  const bytes = await readBytes(name, context);
  const label = inputLabel(name, context);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refusal(texts.notUtf8(label), cause);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const position = findJsonError(text);
    if (position === null) throw cause;
    const character = Array.from(text.slice(position.offset, position.offset + 2)).at(0);
    throw refusal(texts.notJson(label, position.line, position.column, character), cause);
  }
}

/** How a message names the input. */
export function inputLabel(name: string, { texts }: CommandContext): string {
  return name === STDIN_NAME ? texts.standardInput : name;
}

async function readBytes(name: string, { io, texts }: CommandContext): Promise<Uint8Array> {
  if (name === STDIN_NAME) return Promise.race([readAll(io.stdin), rejectOnAbort(io.signal)]);
  try {
    return await readFile(resolve(io.cwd, name), { signal: io.signal });
  } catch (cause) {
    const code = systemCode(cause);
    if (code === "ABORT_ERR") throw cause;
    throw refusal(texts.unreadable(name, texts.systemReason(code)), cause);
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Standard input may never end by itself. */
async function rejectOnAbort(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, "abort");
  throw signal.reason;
}
