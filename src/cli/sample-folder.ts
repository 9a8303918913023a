import { createHash, randomUUID } from "node:crypto";
import type { ResultFileSystem } from "../results/file-system.ts";
import { processSpace, processStart } from "../results/node/process-identity.ts";
import { failure, refusal, systemCode } from "./command-error.ts";
import type { CommandContext } from "./context.ts";
import { hostOf } from "./write-result.ts";

/** The name says whose it is, so that a folder never stands without its owner: process, its beginning, and where its number has a meaning. */
const SAMPLE_FOLDER = /^\.tauscape-plan-(\d+)-(\d*)-([0-9a-f]{16})-[0-9a-f]{8}$/;

/** A new folder for samples in `folder`, taken away again whatever happens; what a plan that was killed has left there goes as well. */
export async function inSampleFolder<T>(folder: string, context: CommandContext, work: (folder: string) => Promise<T>): Promise<T> {
  const { files } = hostOf(context);
  const { texts } = context;
  if (await files.kind(folder) !== "folder") throw refusal(texts.systemFailure(texts.plan.notMeasured(folder), texts.noFolder(folder)));
  const sampleFolder = `${folder}/${await newName()}`;
  try {
    await removeLeftovers(files, folder);
    await files.makeFolder(sampleFolder);
    return await work(sampleFolder);
  } catch (cause) {
    const code = systemCode(cause);
    throw code === "" ? cause : failure(texts.systemFailure(texts.plan.notMeasured(folder), texts.systemReason(code)), cause);
  } finally {
    await files.remove(sampleFolder).catch(() => undefined);
  }
}

async function newName(): Promise<string> {
  return `.tauscape-plan-${process.pid}-${await processStart(process.pid) ?? ""}-${await spaceDigest()}-${randomUUID().slice(0, 8)}`;
}

async function spaceDigest(): Promise<string> {
  return createHash("sha256").update(await processSpace()).digest("hex").slice(0, 16);
}

/** Whether an owner on another machine, or in another container, is alive, no one can tell here: its folder stays. */
async function removeLeftovers(files: ResultFileSystem, folder: string): Promise<void> {
  const here = await spaceDigest();
  for (const name of await files.list(folder)) {
    const [, pid, start, space] = SAMPLE_FOLDER.exec(name) ?? [];
    if (space !== here) continue;
    const running = await processStart(Number(pid));
    // Where the system does not say when a process began, one of this number may be the owner.
    const isAlive = running !== null && (running === "" || running === start);
    // In the folder for temporary files there may be others' as well, which they may take away themselves.
    if (!isAlive) await files.remove(`${folder}/${name}`).catch(() => undefined);
  }
}
