import { expect, it } from "vitest";
import { moveFolder } from "../../src/results/browser/opfs-move.ts";

class Killed extends Error {}

/** A folder as browsers have them, in memory, until its n-th change; renames files, not folders. */
class Folder {
  readonly kind = "directory";
  readonly children = new Map<string, Folder | File>();
  constructor(readonly name: string, private readonly life: { left: number }) {}

  change(): void {
    if (this.life.left-- <= 0) throw new Killed();
  }

  getDirectoryHandle(name: string, { create = false } = {}): Promise<Folder> {
    return this.#get(name, create, () => new Folder(name, this.life)) as Promise<Folder>;
  }

  getFileHandle(name: string, { create = false } = {}): Promise<File> {
    return this.#get(name, create, () => new File(name, "", this)) as Promise<File>;
  }

  /** What is in a folder goes one by one. */
  async removeEntry(name: string): Promise<void> {
    const found = await this.#get(name, false, () => null as never);
    if (found instanceof Folder) for (const child of [...found.children.keys()]) await found.removeEntry(child);
    this.change();
    this.children.delete(name);
  }

  async *entries(): AsyncGenerator<[string, Folder | File]> { yield* [...this.children]; }
  async *values(): AsyncGenerator<Folder | File> { yield* [...this.children.values()]; }

  async #get(name: string, create: boolean, make: () => Folder | File): Promise<Folder | File> {
    const found = this.children.get(name);
    if (found !== undefined) return found;
    if (!create) throw Object.assign(new Error(name), { name: "NotFoundError" });
    this.change();
    const made = make();
    this.children.set(name, made);
    return made;
  }

  paths(prefix = ""): string[] {
    return [...this.children].flatMap(([name, child]) => (child instanceof Folder ? child.paths(`${prefix}${name}/`) : [`${prefix}${name}=${child.text}`])).sort();
  }
}

class File {
  readonly kind = "file";
  constructor(readonly name: string, readonly text: string, private readonly parent: Folder) {}

  async move(folder: Folder, name: string): Promise<void> {
    folder.change();
    this.parent.children.delete(this.name);
    folder.children.set(name, new File(name, this.text, folder));
  }
}

/** New in `grid.partial`, old in `grid`. */
async function prepared(life: { left: number }): Promise<Folder> {
  const root = new Folder("", life);
  for (const [path, text] of [["grid.partial/a", "1"], ["grid.partial/c/0/0", "2"], ["grid.partial/c/0/1", "3"], ["grid/a", "old"], ["grid/gone", "old"]] as const) {
    const parts = path.split("/");
    const name = parts.pop() ?? "";
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    folder.children.set(name, new File(name, text, folder));
  }
  return root;
}

const move = (root: Folder) => moveFolder(root as unknown as FileSystemDirectoryHandle, "grid.partial", root as unknown as FileSystemDirectoryHandle, "grid");

it("a folder that is moved file by file is whole after a kill at any change, once it is moved again", async () => {
  let kills = 0;
  for (let at = 0; ; at++) {
    const life = { left: Infinity };
    const root = await prepared(life);
    life.left = at;
    const isDone = await move(root).then(() => true, (cause: unknown) => { if (!(cause instanceof Killed)) throw cause; return false; });
    life.left = Infinity;
    if (root.children.has("grid.partial")) await move(root);
    expect(root.paths(), `killed at change ${at}`).toEqual(["grid/a=1", "grid/c/0/0=2", "grid/c/0/1=3"]);
    if (isDone) break;
    kills++;
  }
  expect(kills).toBeGreaterThan(8);
});
