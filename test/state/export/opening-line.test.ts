import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FORMATS } from "../../../src/exporters/format-table.ts";
import { openingLine } from "../../../src/state/export/opening-line.ts";

const DOCS = readFileSync(new URL("../../../docs/exports.md", import.meta.url), "utf8");

it.each(FORMATS.map(({ id, extensions }) => [id, `grid${extensions[0]}`] as const))("%s is opened as docs/exports.md says", (id, file) => {
  const line = openingLine(id, file, ["margin", "growth"]) ?? "";
  const call = /^(?:numpy|pandas|xarray)\.\w+\("/.exec(line)?.[0] ?? "";
  expect(call).not.toBe("");
  expect(DOCS).toContain(call);
  expect(line).toContain(`("${file}"`);
  if (["npz", "netcdf", "zarr"].includes(id)) expect(line).toContain("margin");
});

it("says nothing of a format that it does not know", () => { expect(openingLine("later", "grid.later", ["growth"])).toBeNull(); });
