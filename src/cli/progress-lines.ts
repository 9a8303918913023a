import type { Progress } from "../sweep/tile.ts";
import type { CommandContext } from "./context.ts";
import { presentCount, presentSeconds } from "./present-number.ts";

/** Time between two changes of the line in a terminal. */
const TERMINAL_MS = 100;
/** Time between two lines where there is no terminal. */
const PLAIN_MS = 10_000;
const CLEAR_LINE = "\r\u001b[K";

/** Tells the person on standard error how far the work is: one line that changes in a terminal, now and then a line elsewhere. */
export class ProgressLines {
  private readonly started: number;
  private last: number;
  private shown = false;

  constructor(private readonly context: CommandContext, private readonly quiet: boolean) {
    this.started = context.io.now().getTime();
    this.last = this.started;
  }

  readonly report = (progress: Progress): void => {
    if (this.quiet) return;
    const { stderr } = this.context.io;
    const now = this.context.io.now().getTime();
    if (now - this.last < (stderr.isTerminal ? TERMINAL_MS : PLAIN_MS)) return;
    this.last = now;
    this.shown = true;
    const line = this.line(progress, (now - this.started) / 1000);
    void stderr.write(stderr.isTerminal ? CLEAR_LINE + line : `${line}\n`).catch(() => undefined);
  };

  /** Takes the line away, so that what follows stands alone. */
  async clear(): Promise<void> {
    const { stderr } = this.context.io;
    if (this.shown && stderr.isTerminal) await stderr.write(CLEAR_LINE);
  }

  private line({ done, total }: Progress, seconds: number): string {
    const { texts, language } = this.context;
    const text = texts.sweep.progress(`${Math.floor((100 * done) / total)} %`, presentCount(done, language), presentCount(total, language));
    if (done === 0 || done === total) return text;
    return texts.listOf([text, texts.sweep.remaining(presentSeconds((seconds * (total - done)) / done, texts, language))]);
  }
}
