import { link, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { LockedError, type ResultLock } from "../file-system.ts";

/** Time between two signs of life. */
const BEAT_MS = 2000;
/** Silence after which a holder on another machine is taken for dead; clocks of machines are not compared. */
const SILENCE_MS = 3 * BEAT_MS;

interface Holder {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly beat: number;
}

/**
 * Takes a lock that other processes, also on other machines that see the folder, respect. A holder that died is found out: on this machine by its process,
 * on another by its silence, which takes some seconds.
 */
export async function lockFile(path: string): Promise<ResultLock> {
  const mine = { id: randomUUID(), host: hostname(), pid: process.pid };
  for (;;) {
    if (await create(path, { ...mine, beat: 0 })) break;
    const holder = await read(path);
    if (holder === null) continue;
    if (await isAlive(path, holder)) throw new LockedError(path, `process ${holder.pid} on ${holder.host}`);
    await takeAway(path, holder);
  }
  return hold(path, mine);
}

function hold(path: string, mine: Omit<Holder, "beat">): ResultLock {
  let beat = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    beat++;
    writing = writing.then(() => writeFile(path, JSON.stringify({ ...mine, beat }))).catch(() => undefined);
  }, BEAT_MS);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      await writing;
      await rm(path, { force: true });
    },
  };
}

async function create(path: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(path, "wx");
    await handle.writeFile(JSON.stringify(holder));
    await handle.close();
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw cause;
  }
}

/** Null where the lock has gone. A lock that was being written when its holder was killed has no content: its holder is unknown and dead. */
async function read(path: string): Promise<Holder | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const { id, host, pid, beat } = JSON.parse(text) as Partial<Holder>;
    return { id: String(id), host: String(host), pid: Number(pid), beat: Number(beat) };
  } catch {
    return { id: "", host: "", pid: 0, beat: 0 };
  }
}

async function isAlive(path: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname() && !isRunning(holder.pid)) return false;
  if (holder.host === hostname() && holder.pid !== process.pid) return true;
  const silentUntil = performance.now() + SILENCE_MS;
  while (performance.now() < silentUntil) {
    await wait(BEAT_MS / 4);
    const now = await read(path);
    if (now === null) return false;
    if (now.id !== holder.id || now.beat !== holder.beat) return true;
  }
  return false;
}

/** Signal 0 asks whether a process is there; one that may not be asked is. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

/** Of two that find the same dead holder, the later one may take the lock of the earlier: it is put back. */
async function takeAway(path: string, holder: Holder): Promise<void> {
  const aside = `${path}.${randomUUID().slice(0, 8)}.stale`;
  await rename(path, aside).catch(() => undefined);
  const taken = await read(aside);
  if (taken !== null && taken.id !== holder.id) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
