import type { FileHandle } from "node:fs/promises";
import type { ClientOptions } from "../workers/create-client.ts";
import type { SweepClient } from "../workers/sweep-client.ts";

/** Where text for people and programs goes. `write` settles when the text has been taken, and rejects where it cannot be. */
export interface TextSink {
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns, where the terminal says it. */
  readonly columns: number | undefined;
}

/** What results need of a file system; `node:fs/promises` has this face. */
export interface ResultFileSystem {
  open(path: string, flags: string): Promise<Pick<FileHandle, "write" | "sync" | "close">>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: boolean }): Promise<void>;
}

/** The machine that a result was made on, for its manifest. */
export interface Machine {
  readonly platform: string;
  readonly architecture: string;
  readonly processor: string;
  readonly threads: number;
  readonly memoryBytes: number;
  readonly runtime: string;
}

/** Everything that the command takes from outside, so that `run` can be called in a test as well as by the shell. */
export interface CommandIo {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Aborts when the person interrupts. */
  readonly signal: AbortSignal;
  readonly files: ResultFileSystem;
  /** Folder of the built page. */
  readonly pageFolder: string;
  createClient(options: ClientOptions): Promise<SweepClient>;
  openBrowser(address: string): Promise<void>;
  /** The commit that this program was built from, with `-dirty` where files were changed since; `null` where no one knows. */
  commit(): Promise<string | null>;
  now(): Date;
  machine(): Machine;
}
