import { expect, it } from "vitest";
import { splitPath, withoutTrailingSeparators } from "../../src/results/names.ts";
import { resultPath } from "../../src/results/node/result-path.ts";

it.each([
  ["region.npz", ".", "region.npz"],
  ["out/region.npz", "out", "region.npz"],
  ["/region.npz", "/", "region.npz"],
  ["/scratch/a/region.npz", "/scratch/a", "region.npz"],
  ["C:/region.npz", "C:/", "region.npz"],
  ["C:/out/region.npz", "C:/out", "region.npz"],
  // A name like any other, but for Windows.
  ["out/a\\b.npz", "out", "a\\b.npz"],
])("%s lies in %s and is named %s", (path, folder, name) => {
  expect(splitPath(path)).toEqual({ folder, name });
});

it("takes Windows' own separators there, and there alone", () => {
  expect(resultPath("C:\\out\\region.npz", "win32")).toBe("C:/out/region.npz");
  expect(resultPath("out/a\\b.npz", "linux")).toBe("out/a\\b.npz");
});

it("leaves out the separators at the end, but for the root", () => {
  expect(["out/", "out//", "/", "out"].map(withoutTrailingSeparators)).toEqual(["out", "out", "/", "out"]);
});
