import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
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
    if (await isAlive(path, holder, mine.space, beatMs)) throw new LockedError(path, `process ${holder.pid} on ${holder.host}`);
    await takeAway(path, holder);
  }
  return hold(path, mine, beatMs);
}

function hold(path: string, mine: Omit<Holder, "beat">, beatMs: number): ResultLock {
  let beat = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    beat++;
    const text = JSON.stringify({ ...mine, beat });
    writing = writing.then(async () => { if (await isMine(path, mine)) await writeFile(path, text); }).catch(() => undefined);
  }, beatMs);
  timer.unref();
  return {
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
    await link(aside, path).catch((cause: unknown) => {
      // Some file systems know no second name for a file.
      if (hasCode(cause, "EEXIST")) throw cause;
      return writeFile(path, text, { flag: "wx" });
    });
    return true;
  } catch (cause) {
    if (hasCode(cause, "EEXIST")) return false;
    throw cause;
  } finally {
    await rm(aside, { force: true });
  }
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
    return { id: "", host: "", space: "", pid: 0, start: "", beat: 0 };
  }
}

async function isAlive(path: string, holder: Holder, space: string, beatMs: number): Promise<boolean> {
  const start = holder.space === space ? await processStart(holder.pid) : "";
  if (start === null) return false;
  if (start !== "") return start === holder.start;
  const silentUntil = performance.now() + MISSED_BEATS * beatMs;
  while (performance.now() < silentUntil) {
    await wait(beatMs / 4);
    const now = await read(path);
    if (now === null) return false;
    if (now.id !== holder.id || now.beat !== holder.beat) return true;
  }
  return false;
}

/** Of two that find the same dead holder, the later one may take the lock of the earlier: it is put back. */
async function takeAway(path: string, holder: Holder): Promise<void> {
  const aside = `${path}.${randomUUID().slice(0, 8)}.stale`;
  await rename(path, aside).catch(() => undefined);
  const taken = await read(aside);
  if (taken !== null && taken.id !== holder.id) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
