import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { layOut } from "../../src/exporters/netcdf/layout.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import type { SweepSpec } from "../../src/sweep/spec.ts";
import { ALL_FIELDS, EXAMPLES, fieldColumn, hex, LONG_SPEC } from "./examples.ts";
import { itInPython, runPython } from "./python.ts";
import { exporterOf, exportToMemory, sourceOf, specOf } from "./sweep-by-model.ts";

const NETCDF = exporterOf("netcdf");

const DUMP = `
import json, sys, netCDF4
data = netCDF4.Dataset(sys.argv[1])
data.set_auto_maskandscale(False)
print(json.dumps({name: {"dimensions": v.dimensions, "hex": v[:].tobytes().hex(), "units": v.units, "long_name_zh": v.long_name_zh}
  for name, v in data.variables.items()} | {"metadata": json.loads(data.tauscape), "conventions": data.Conventions}))`;

const APPEND = `
import json, sys, netCDF4
with netCDF4.Dataset(sys.argv[1], "a") as data:
  for i in range(20): data.setncattr(f"note{i}", "x" * 100)
  data["growth"].equation = "R12, and a good deal longer than before"
  data.createVariable("twice", "f8", data["growth"].dimensions)[:] = 2 * data["growth"][:]
with netCDF4.Dataset(sys.argv[1]) as data:
  data.set_auto_maskandscale(False)
  print(json.dumps({"attributes": data.ncattrs(), "variables": list(data.variables), "equation": data["growth"].equation, "growth": data["growth"][:].tobytes().hex(),
    "twice": (data["twice"][:] / 2).tobytes().hex(), "scales": data["twice"].dimensions}))`;

const LAST_OF_EACH = `
import json, sys, netCDF4
with netCDF4.Dataset(sys.argv[1]) as data:
  data.set_auto_maskandscale(False)
  print(json.dumps({name: [v.shape, float(v[-1, -1, -1, -1])] for name, v in data.variables.items() if v.ndim == 4}))`;

const OPEN = `
import json, sys, xarray
data = xarray.open_dataset(sys.argv[1])
print(json.dumps({"coordinates": list(data.coords), "fields": list(data.data_vars), "sizes": dict(data.sizes),
  "growth": data.growth.values.tobytes().hex()}))`;

function inFolder<T>(work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "tauscape-nc-"));
  try {
    return work(join(folder, "grid.nc"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inFile<T>(spec: SweepSpec, read: (path: string) => T): Promise<T> {
  const bytes = await exportToMemory(NETCDF, spec, 16);
  return inFolder((path) => {
    writeFileSync(path, bytes);
    return read(path);
  });
}

describe("netcdf, read by netCDF4 for Python", () => {
  itInPython(["netCDF4"], "gives the same bits, dimensions and metadata", async (python) => {
    for (const [, spec] of EXAMPLES) {
      const dump = await inFile(spec, (path) => runPython(python, DUMP, path)) as Record<string, object>;
      const dimensions = spec.axes.map(({ name }) => name);
      for (const axis of spec.axes) expect(dump[axis.name]).toMatchObject({ dimensions: [axis.name], hex: hex(axisPoints(axis)) });
      for (const field of spec.fields) expect(dump[field]).toMatchObject({ dimensions, hex: hex(fieldColumn(spec, field)) });
      expect(dump.metadata).toMatchObject({ spec });
    }
    expect((await inFile(LONG_SPEC, (path) => runPython(python, DUMP, path)) as { metadata: object }).metadata).toMatchObject({ spec: LONG_SPEC });
  });

  itInPython(["netCDF4"], "finds the last values of terabytes (in a file that is mostly a hole)", async (python) => {
    const axes = ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.1, max: 0.4, count: 600 }));
    const { head, fields, totalBytes } = layOut(await sourceOf(specOf({ axes, fields: ["growth", "margin"] })));
    expect(totalBytes).toBeGreaterThan(2e12);
    const found = inFolder((path) => {
      const file = openSync(path, "w");
      writeSync(file, head);
      for (const [i, { offset }] of fields.entries()) writeSync(file, Float64Array.of(i + 0.25), 0, 8, offset + 8 * (600 ** 4 - 1));
      closeSync(file);
      return runPython(python, LAST_OF_EACH, path);
    });
    expect(found).toEqual({ growth: [[600, 600, 600, 600], 0.25], margin: [[600, 600, 600, 600], 1.25] });
  });

  itInPython(["netCDF4"], "can be appended to: attributes, a longer text, a variable", async (python) => {
    const spec = ALL_FIELDS;
    const growth = hex(fieldColumn(spec, "growth"));
    const appended = await inFile(spec, (path) => runPython(python, APPEND, path)) as { attributes: string[]; variables: string[] };
    expect(appended.variables).toEqual(["alpha", "tau", ...spec.fields, "twice"]);
    expect(appended).toMatchObject({ growth, twice: growth, scales: ["alpha", "tau"], equation: "R12, and a good deal longer than before" });
    expect(appended.attributes.slice(0, 3)).toEqual(["Conventions", "title", "title_zh"]);
    expect(appended.attributes.slice(-2)).toEqual(["note18", "note19"]);
  });
});

describe("netcdf, read by xarray", () => {
  itInPython(["xarray", "netCDF4"], "opens with its axes as coordinates", async (python) => {
    const [[, spec]] = EXAMPLES;
    expect(await inFile(spec, (path) => runPython(python, OPEN, path))).toMatchObject({
      coordinates: spec.axes.map(({ name }) => name), fields: spec.fields, sizes: { alpha: 5, tau: 2, wr: 7 }, growth: hex(fieldColumn(spec, "growth")),
    });
  });
});
