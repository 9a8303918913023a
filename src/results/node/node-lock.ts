import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { BilingualText } from "../../model/index.ts";
import { LockedError, type ResultLock } from "../file-system.ts";
import { processSpace, processStart } from "./process-identity.ts";

/** Time between two signs of life. */
const BEAT_MS = 2000;
/** Beats that a holder on another machine may miss before it is taken for dead; clocks of machines are not compared. */
const MISSED_BEATS = 3;

interface Holder {
  readonly id: string;
  /** For people; `space` says where `pid` has a meaning, and `start` which process of that number it is. */
  readonly host: string;
  readonly space: string;
  readonly pid: number;
  readonly start: string;
  readonly beat: number;
}

/** Of a lock that does not say who holds it, or not yet all of it. */
const UNKNOWN: Holder = { id: "", host: "", space: "", pid: 0, start: "", beat: 0 };

/**
 * Takes a lock that other processes, also on other machines that see the folder, respect. A holder that died is found out: by its process where that can be looked at,
 * on another machine or in another container by its silence, which takes some seconds.
 * @param beatMs between two signs of life
 */
export async function lockFile(path: string, beatMs = BEAT_MS): Promise<ResultLock> {
  const mine = { id: randomUUID(), host: hostname(), space: await processSpace(), pid: process.pid, start: await processStart(process.pid) ?? "" };
  for (;;) {
    if (await create(path, { ...mine, beat: 0 })) break;
    const holder = await read(path);
    if (holder === null) continue;
    const living = await livingHolder(path, holder, mine.space, beatMs);
    if (living !== null) throw new LockedError(path, inWords(living));
    await takeAway(path, holder);
  }
  return hold(path, mine, beatMs);
}

/** Of a lock that holds something else no one knows the process. */
function inWords({ pid, host }: Holder): BilingualText {
  if (!Number.isSafeInteger(pid) || pid < 1) return { en: "another process", zh: "另一个进程" };
  return { en: `process ${pid} on ${host}`, zh: `${host} 上的进程 ${pid}` };
}

function hold(path: string, mine: Omit<Holder, "beat">, beatMs: number): ResultLock {
  let beat = 0;
  // By the clock of the day: others do not run while a machine sleeps.
  let confirmed = Date.now();
  let writing: Promise<unknown> = Promise.resolve();
  let isBeating = false;
  const timer = setInterval(() => {
    beat++;
    const text = JSON.stringify({ ...mine, beat });
    // A slow disk is not given more of them than it takes.
    if (isBeating) return;
    isBeating = true;
    writing = writing.then(async () => { if (await isMine(path, mine)) await writeFile(path, text); }).catch(() => undefined).finally(() => { isBeating = false; });
  }, beatMs);
  timer.unref();
  return {
    confirm: async () => {
      if (Math.abs(Date.now() - confirmed) < beatMs) return;
      // Not while a sign of life is half written.
      const reading = writing.then(() => read(path));
      writing = reading.catch(() => undefined);
      const holder = await reading;
      // Where someone removed it, it is taken again, by whoever is first.
      const isMissing = holder === null && !await create(path, { ...mine, beat });
      if (isMissing || (holder !== null && holder.id !== mine.id)) throw new LockedError(path, inWords(await read(path) ?? UNKNOWN));
      confirmed = Date.now();
    },
    release: async () => {
      clearInterval(timer);
      await writing;
      if (await isMine(path, mine)) await rm(path, { force: true });
    },
  };
}

/** One that was silent for long, on a machine that slept, finds its lock taken, and leaves it to the other. */
async function isMine(path: string, { id }: Pick<Holder, "id">): Promise<boolean> {
  return (await read(path))?.id === id;
}

/** The lock appears with its content: a holder may be killed at any moment. */
async function create(path: string, holder: Holder): Promise<boolean> {
  const aside = `${path}.${holder.id.slice(0, 8)}`;
  const text = JSON.stringify(holder);
  await writeFile(aside, text);
  try {
    await appear(aside, path, text);
    return true;
  } catch (cause) {
    if (hasCode(cause, "EEXIST")) return false;
    throw cause;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Gives a file that holds `text` a second name; where the file system knows no such thing, another file. */
async function appear(aside: string, path: string, text: string): Promise<void> {
  await link(aside, path).catch((cause: unknown) => {
    if (hasCode(cause, "EEXIST")) throw cause;
    return writeFile(path, text, { flag: "wx" });
  });
}

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && "code" in cause && cause.code === code;
}

/** Null where the lock has gone. One that holds something else has no holder that anyone knows; one that cannot be read rejects. */
async function read(path: string): Promise<Holder | null> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    if (hasCode(cause, "ENOENT")) return null;
    throw cause;
  });
  if (text === null) return null;
  try {
    const { id, host, space, pid, start, beat } = JSON.parse(text) as Partial<Holder>;
    return { id: String(id), host: String(host), space: String(space), pid: Number(pid), start: String(start), beat: Number(beat) };
  } catch {
    return UNKNOWN;
  }
}

/** Who holds the lock by the look of it, if anyone does: by its process, or by signs of life. */
async function livingHolder(path: string, holder: Holder, space: string, beatMs: number): Promise<Holder | null> {
  const start = holder.space === space ? await processStart(holder.pid) : "";
  if (start === null) return null;
  if (start !== "") return start === holder.start ? holder : null;
  const silentUntil = performance.now() + MISSED_BEATS * beatMs;
  while (performance.now() < silentUntil) {
    await wait(beatMs / 4);
    const now = await read(path);
    if (now === null) return null;
    const isHalfWritten = now.id === UNKNOWN.id;
    if (!isHalfWritten && (now.id !== holder.id || !Object.is(now.beat, holder.beat))) return now;
  }
  return null;
}

/** Of two that find the same dead holder, the later one may take the lock of the earlier: it is put back. */
async function takeAway(path: string, holder: Holder): Promise<void> {
  const aside = `${path}.${randomUUID().slice(0, 8)}.stale`;
  await rename(path, aside).catch((cause: unknown) => {
    if (!hasCode(cause, "ENOENT")) throw cause;
  });
  const taken = await read(aside);
  if (taken !== null && taken.id !== holder.id) await appear(aside, path, JSON.stringify(taken)).catch(() => undefined);
  await rm(aside, { force: true });
}
