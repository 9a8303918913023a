import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";

/**
 * Where a process's number means this process and no other: on Linux one boot of one machine and one space of numbers, for containers have their own, also where they
 * carry the host's name; elsewhere the machine.
 */
export async function processSpace(): Promise<string> {
  const [boot, space] = await Promise.all([readFile("/proc/sys/kernel/random/boot_id", "utf8"), readlink("/proc/self/ns/pid")]).catch(() => ["", ""]);
  return `${hostname()} ${boot.trim()} ${space}`.trim();
}

/**
 * When a process of this space began, in the system's own measure, by which it is told from a later one of its number; null where none runs, empty where the
 * system does not say.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (process.platform !== "linux") return isRunning(pid) ? "" : null;
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // Other people's processes may be hidden.
  if (text === null && isRunning(pid)) return "";
  // The name, in parentheses, may hold anything.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ") ?? [];
  const [state = GONE] = fields;
  return state === GONE || state === ENDED ? null : fields[START] ?? "";
}

/** States of a process in /proc: ended and not yet forgotten by who started it, and gone. */
const ENDED = "Z";
const GONE = "X";
/** Of the fields after the name. */
const START = 19;

/** Signal 0 asks whether a process is there; one that may not be asked is. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}
