import { afterEach, expect, it, vi } from "vitest";
import { OPFS_FILES } from "../../src/results/browser/opfs-files.ts";

afterEach(() => { vi.unstubAllGlobals(); });

/** What the listing needs of a folder of a browser. */
function folder(name: string, children: readonly { readonly name: string; readonly kind: "file" | "directory" }[]) {
  return {
    name, kind: "directory" as const,
    async *values() { yield* await Promise.resolve(children); },
    getDirectoryHandle: (wanted: string) => Promise.resolve(children.find((child) => child.name === wanted)),
  };
}

it("in a browser's private files, what lies in a folder says whether it is one", async () => {
  const root = folder("", [folder("grid.zarr", [folder("growth", []), { name: "zarr.json", kind: "file" }])]);
  vi.stubGlobal("navigator", { storage: { getDirectory: () => Promise.resolve(root) } });
  expect(await OPFS_FILES.entries("grid.zarr")).toEqual([{ name: "growth", isFolder: true }, { name: "zarr.json", isFolder: false }]);
});
