import type { BenchProgress } from "../benchmark/bench-steps.ts";
import type { CommandContext } from "./context.ts";
import { cutToWidth } from "./display-width.ts";

/** Time between two changes of the line in a terminal. */
const TERMINAL_MS = 100;
/** Time between two lines where there is no terminal. */
const PLAIN_MS = 10_000;
const CLEAR_LINE = "\r\u001b[K";

/** Tells the person on standard error what is being measured. */
export class BenchProgressLines {
  private last: number;
  private shown = false;

  constructor(private readonly context: CommandContext, private readonly quiet: boolean) {
    this.last = context.io.now().getTime();
  }

  readonly report = ({ done, total, label }: BenchProgress): void => {
    const { io, texts, language } = this.context;
    const now = io.now().getTime();
    if (this.quiet || now - this.last < (io.stderr.isTerminal ? TERMINAL_MS : PLAIN_MS)) return;
    this.last = now;
    this.shown = true;
    const line = texts.bench.progress(`${Math.floor((100 * done) / total)} %`, label[language]);
    void io.stderr.write(io.stderr.isTerminal ? CLEAR_LINE + cutToWidth(line, io.stderr.columns) : `${line}\n`).catch(() => undefined);
  };

  /** Takes the line away, so that what follows stands alone. */
  async clear(): Promise<void> {
    const { stderr } = this.context.io;
    if (this.shown && stderr.isTerminal) await stderr.write(CLEAR_LINE);
  }
}
