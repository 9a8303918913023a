import type { EncoderWorkers } from "../exporters/blocks/encoders.ts";
import type { ResultFileSystem } from "../results/file-system.ts";
import type { Machine } from "../results/records.ts";
import type { ClientOptions } from "../workers/create-client.ts";
import type { SweepClient } from "../workers/sweep-client.ts";

/** Where text for people and programs goes. `write` settles when the text has been taken, and rejects where it cannot be. */
export interface TextSink {
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns, where the terminal says it. */
  readonly columns: number | undefined;
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
  /** Folder for what is taken away again. */
  readonly temporaryFolder: string;
  /** Folder of the built page. */
  readonly pageFolder: string;
  createClient(options: ClientOptions): Promise<SweepClient>;
  /** Workers that make text and compress, started when they are first needed. @param threads default: all of the machine's */
  createEncoders(threads?: number): EncoderWorkers;
  /**
   * Runs this program with other arguments in a process of its own; what it prints goes nowhere.
   * @returns what it said on standard error where it failed, else `null`
   */
  runSelf(args: readonly string[], env: CommandIo["env"]): Promise<string | null>;
  openBrowser(address: string): Promise<void>;
  /** The commit that this program was built from, with `-dirty` where files were changed since; `null` where no one knows. */
  commit(): Promise<string | null>;
  readonly now: () => Date;
  readonly machine: () => Machine;
}
