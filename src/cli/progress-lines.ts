import { formatCount } from "../model/index.ts";
import { bytesInWords } from "../results/disk-space.ts";
import type { Progress } from "../sweep/tile.ts";
import type { CommandContext } from "./context.ts";
import { cutToWidth, displayWidth } from "./display-width.ts";
import { presentRate, presentSeconds } from "./present-number.ts";

/** Time between two changes of the line in a terminal. */
const TERMINAL_MS = 100;
/** Time between two lines where there is no terminal. */
const PLAIN_MS = 10_000;
const CLEAR_LINE = "\r\u001b[K";

/** What is counted. */
export interface ProgressUnit {
  readonly unit: "points" | "bytes";
  /** Bytes that will have been written at the end, where that is known. */
  readonly bytes: number | null;
}

export const POINTS: ProgressUnit = { unit: "points", bytes: null };
export const BYTES: ProgressUnit = { unit: "bytes", bytes: null };

/** Tells the person on standard error how far the work is: one line that changes in a terminal, now and then a line elsewhere. */
export class ProgressLines {
  private started: number;
  private last: number;
  private shown = false;
  private before = 0;

  constructor(private readonly context: CommandContext, private readonly quiet: boolean, private readonly unit: ProgressUnit) {
    this.started = context.io.now().getTime();
    this.last = this.started;
  }

  /** Begins to count time. @param before what was done in another run: it took no time in this one */
  begin(before: number): void {
    this.before = before;
    this.started = this.context.io.now().getTime();
  }

  readonly report = (progress: Progress): void => {
    if (this.quiet) return;
    const { stderr } = this.context.io;
    const now = this.context.io.now().getTime();
    if (now - this.last < (stderr.isTerminal ? TERMINAL_MS : PLAIN_MS)) return;
    this.last = now;
    this.shown = true;
    const parts = this.parts(progress, (now - this.started) / 1000);
    void stderr.write(stderr.isTerminal ? CLEAR_LINE + this.fitting(parts, stderr.columns) : `${this.context.texts.listOf(parts)}\n`).catch(() => undefined);
  };

  /** Takes the line away, so that what follows stands alone. */
  async clear(): Promise<void> {
    const { stderr } = this.context.io;
    if (this.shown && stderr.isTerminal) await stderr.write(CLEAR_LINE);
  }

  /** As many parts as the terminal is wide: a line that is broken in two cannot be taken away again. The time left outlives the rest. */
  private fitting(parts: readonly string[], columns = Infinity): string {
    const { texts } = this.context;
    const kept = [...parts];
    while (kept.length > 1 && displayWidth(texts.listOf(kept)) >= columns) kept.splice(Math.max(1, kept.length - 2), 1);
    return cutToWidth(texts.listOf(kept), columns);
  }

  /** The most telling first, the time left last. */
  private parts({ done, total }: Progress, seconds: number): string[] {
    const { texts, language } = this.context;
    const { unit, bytes } = this.unit;
    const percent = `${Math.floor((100 * done) / total)} %`;
    const ofBytes = (part: number, whole: number) => texts.sweep.bytesOf(bytesInWords(part), bytesInWords(whole));
    const parts = unit === "bytes" ? [percent, ofBytes(done, total)] : [texts.sweep.progress(percent, formatCount(done), formatCount(total))];
    if (bytes !== null && unit === "points") parts.push(ofBytes(Math.floor(bytes * (done / total)), bytes));
    const here = done - this.before;
    if (here > 0 && done < total) {
      if (unit === "points") parts.push(presentRate(here, seconds, texts, language));
      parts.push(texts.sweep.remaining(presentSeconds((seconds * (total - done)) / here, texts, language)));
    }
    return parts;
  }
}
