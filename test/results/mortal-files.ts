import type { ResultFile, ResultFileSystem } from "../../src/results/file-system.ts";
import { NODE_FILES } from "../../src/results/node/node-files.ts";

/** A process that was killed does nothing more: every further call fails, and none changes anything. */
export class Killed extends Error {}

/**
 * The disk, until the process is "killed" at its n-th change: a write then reaches the disk by half, anything else not at all. What is left is what
 * kill -9 leaves. Locks are not taken: they have tests of their own.
 */
export class MortalFiles {
  changes = 0;

  /** @param killAt number of the change that is cut off, from 1; Infinity for none */
  constructor(private readonly killAt: number) {}

  get wasKilled(): boolean {
    return this.changes >= this.killAt;
  }

  readonly files: ResultFileSystem = {
    open: async (path, mode) => {
      if (mode === "update") await this.#change();
      else this.#live();
      return this.#file(await NODE_FILES.open(path, mode));
    },
    kind: (path) => this.#read(() => NODE_FILES.kind(path)),
    list: (folder) => this.#read(() => NODE_FILES.list(folder)),
    entries: (folder) => this.#read(() => NODE_FILES.entries(folder)),
    freeBytes: (path) => this.#read(() => NODE_FILES.freeBytes(path)),
    makeFolder: (path) => this.#do(() => NODE_FILES.makeFolder(path)),
    move: (from, to) => this.#do(() => NODE_FILES.move(from, to)),
    remove: (path) => this.#do(() => NODE_FILES.remove(path)),
    lock: () => Promise.resolve({ confirm: () => Promise.resolve(), release: () => Promise.resolve() }),
  };

  #file(file: ResultFile): ResultFile {
    return {
      read: (into, position) => this.#read(() => file.read(into, position)),
      size: () => this.#read(() => file.size()),
      write: (bytes, position) => this.#do(() => file.write(bytes, position), () => file.write(bytes.subarray(0, bytes.length >> 1), position)),
      truncate: (bytes) => this.#do(() => file.truncate(bytes)),
      sync: () => this.#read(() => Promise.resolve()),
      // The system closes what a process leaves open.
      close: () => file.close(),
    };
  }

  #live(): void {
    if (this.wasKilled) throw new Killed();
  }

  async #read<T>(work: () => Promise<T>): Promise<T> {
    this.#live();
    return work();
  }

  async #change(half?: () => Promise<void>): Promise<void> {
    this.#live();
    this.changes++;
    if (!this.wasKilled) return;
    await half?.();
    throw new Killed();
  }

  async #do(work: () => Promise<void>, half?: () => Promise<void>): Promise<void> {
    await this.#change(half);
    await work();
  }
}
