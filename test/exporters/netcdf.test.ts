import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dataset, File, ready } from "h5wasm";
import { File as ForeignFile } from "jsfive";
import { afterEach, describe, expect, it, vi } from "vitest";
import { axisPoints } from "../../src/sweep/axes.ts";
import { layOut } from "../../src/exporters/netcdf/layout.ts";
import { FIELD_NAMES, FIELDS } from "../../src/model/index.ts";
import { axisCount, cellCount } from "../../src/sweep/spec.ts";
import { EXAMPLES, fieldColumn, hex, type Column } from "./examples.ts";
import { pythonWith, runPython } from "./python.ts";
import { exporterOf, exportToMemory, sourceOf, specOf } from "./sweep-by-model.ts";

const NETCDF = exporterOf("netcdf");

async function opened<T>(bytes: Uint8Array, read: (file: File) => T, mode: "r" | "a" = "r"): Promise<T> {
  const { FS } = await ready;
  FS.writeFile("/read.nc", bytes);
  const file = new File("/read.nc", mode);
  try {
    return read(file);
  } finally {
    file.close();
    FS.unlink("/read.nc");
  }
}

function dataset(file: File, name: string): Dataset {
  const found = file.get(name);
  if (!(found instanceof Dataset)) throw new Error(`No dataset ${name}`);
  return found;
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new Error("The attribute is no text");
  return value;
}

/** Its description takes more than the 64 KiB that an object header has for one attribute. */
const LONG_SPEC = specOf({ axes: [{ name: "alpha", values: Array.from({ length: 9000 }, (_, i) => 0.01 + i / 10007) }], fields: ["growth"] });

/** More variables than HDF5 keeps without an index by itself. */
const ALL_FIELDS = specOf({
  axes: [{ name: "alpha", min: 0.1, max: 0.7, count: 3 }, { name: "tau", min: 0.1, max: 0.9, count: 7 }],
  fields: FIELD_NAMES.filter((name) => FIELDS[name].modes.includes("given")),
});

describe("netcdf, read by the HDF5 library", () => {
  it.each(EXAMPLES)("has every field over its dimension scales, bit for bit: %s", async (_, spec) => {
    await opened(await exportToMemory(NETCDF, spec, 9), (file) => {
      expect(file.keys()).toEqual([...spec.axes.map(({ name }) => name), ...spec.fields]);
      for (const axis of spec.axes) {
        expect(hex(dataset(file, axis.name).value as Column)).toBe(hex(axisPoints(axis)));
        expect(dataset(file, axis.name).attrs.CLASS.value).toBe("DIMENSION_SCALE");
      }
      for (const field of spec.fields) {
        const found = dataset(file, field);
        expect(found.shape).toEqual(spec.axes.map(axisCount));
        expect(hex(found.value as Column)).toBe(hex(fieldColumn(spec, field)));
        expect(found.metadata.chunks).toBeNull();
        spec.axes.forEach(({ name }, i) => { expect(found.get_attached_scales(i)).toEqual([`/${name}`]); });
      }
    });
  });

  it("has axes that know which fields use them, and as what: HDF5 lets go of each of them", async () => {
    const [[, spec]] = EXAMPLES;
    await opened(await exportToMemory(NETCDF, spec, 9), (file) => {
      spec.axes.forEach(({ name }, dimension) => {
        for (const field of spec.fields) {
          expect(dataset(file, name).attrs).toHaveProperty("REFERENCE_LIST");
          dataset(file, field).detach_scale(dimension, name);
        }
        expect(dataset(file, name).attrs).not.toHaveProperty("REFERENCE_LIST");
      });
    }, "a");
  });

  it("carries CF attributes, the codes' meanings and the whole description", async () => {
    const [[, spec]] = EXAMPLES;
    await opened(await exportToMemory(NETCDF, spec, 9), (file) => {
      expect(file.attrs.Conventions.value).toBe("CF-1.11");
      expect(JSON.parse(text(file.attrs.tauscape.value))).toMatchObject({ spec, software: { name: "Tauscape" } });
      const { attrs } = dataset(file, "growth");
      expect([attrs.units, attrs.symbol, attrs.equation, attrs.long_name_zh].map(({ value }) => value)).toEqual(["1/year", "g", "R12", "稳态增长率"]);
      expect(dataset(file, "class").attrs.flag_values.value).toEqual(Int8Array.of(1, 0, -1, -128));
      expect(dataset(file, "class").attrs.flag_meanings.value).toBe("positive boundary negative infeasible");
      expect(dataset(file, "status").attrs.flag_masks.value).toEqual(Uint8Array.of(1, 2, 4));
    });
  });

  it("holds a spec that is longer than an object header", async () => {
    const spec = LONG_SPEC;
    await opened(await exportToMemory(NETCDF, spec, 9000), (file) => {
      expect(JSON.parse(text(file.attrs.tauscape.value))).toMatchObject({ spec });
      expect(hex(dataset(file, "growth").value as Column)).toBe(hex(fieldColumn(spec, "growth")));
    });
  });

  it("holds all fields that a sweep can have", async () => {
    const { fields } = ALL_FIELDS;
    expect(fields.length).toBeGreaterThan(8);
    await opened(await exportToMemory(NETCDF, ALL_FIELDS, 9), (file) => {
      expect(file.keys()).toEqual(["alpha", "tau", ...fields]);
      for (const field of fields) {
        expect(hex(dataset(file, field).value as Column)).toBe(hex(fieldColumn(ALL_FIELDS, field)));
        expect(dataset(file, field).attrs.long_name_zh.value).toBe(FIELDS[field].label.zh);
      }
    });
  });
});

describe("netcdf, read by jsfive, which shares no code with HDF5", () => {
  it.each(EXAMPLES)("has the same values, shapes and texts: %s", async (_, spec) => {
    const file = new ForeignFile((await exportToMemory(NETCDF, spec, 9)).buffer, "grid.nc");
    expect(file.keys).toEqual([...spec.axes.map(({ name }) => name), ...spec.fields]);
    expect(JSON.parse(text(file.attrs.tauscape))).toMatchObject({ spec });
    for (const axis of spec.axes) expect(Float64Array.from(file.get(axis.name).value)).toEqual(axisPoints(axis));
    for (const field of spec.fields) {
      const { shape, value, attrs } = file.get(field);
      const column = fieldColumn(spec, field);
      expect(shape).toEqual(spec.axes.map(axisCount));
      expect((column.constructor as typeof Float64Array).from(value)).toEqual(column);
      expect(attrs).toMatchObject({ units: expect.any(String) as string, long_name_zh: FIELDS[field].label.zh });
    }
  });
});

describe("netcdf, as a file", () => {
  afterEach(() => { vi.useRealTimers(); });

  it("has the length that was planned, and the same bytes whatever the tiles and the clock", async () => {
    const [[, spec]] = EXAMPLES;
    const once = await exportToMemory(NETCDF, spec, 1000);
    expect(once.length).toBe((await NETCDF.load()).plannedBytes(await sourceOf(spec)));
    vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
    expect(await exportToMemory(NETCDF, spec, 3)).toEqual(once);
  });

  it("begins its fields where pages of memory begin", async () => {
    const [[, spec]] = EXAMPLES;
    const { fields, totalBytes } = layOut(await sourceOf(spec));
    expect(fields.map(({ offset }) => offset % 4096)).toEqual(spec.fields.map(() => 0));
    expect(totalBytes).toBe((fields.at(-1)?.offset ?? 0) + 8 * cellCount(spec));
  });

  it("plans terabytes without making them", async () => {
    const axes = ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.1, max: 0.4, count: 1000 }));
    const planned = (await NETCDF.load()).plannedBytes(await sourceOf(specOf({ axes, fields: ["growth", "class", "margin"] })));
    expect(planned).toBeGreaterThan(17e12);
    expect(planned).toBeLessThan(17e12 + 200_000);
  });
});

const python = pythonWith("netCDF4");
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

const xarrayPython = pythonWith("xarray", "netCDF4");
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

async function inFile<T>(spec: (typeof EXAMPLES)[number][1], read: (path: string) => T): Promise<T> {
  const bytes = await exportToMemory(NETCDF, spec, 16);
  return inFolder((path) => {
    writeFileSync(path, bytes);
    return read(path);
  });
}

describe("netcdf, read by netCDF4 for Python", () => {
  it.skipIf(python === null)(python === null ? "is left out: no python3 here that has netCDF4" : "gives the same bits, dimensions and metadata", async () => {
    for (const [, spec] of EXAMPLES) {
      const dump = await inFile(spec, (path) => runPython(python ?? "", DUMP, path)) as Record<string, object>;
      const dimensions = spec.axes.map(({ name }) => name);
      for (const axis of spec.axes) expect(dump[axis.name]).toMatchObject({ dimensions: [axis.name], hex: hex(axisPoints(axis)) });
      for (const field of spec.fields) expect(dump[field]).toMatchObject({ dimensions, hex: hex(fieldColumn(spec, field)) });
      expect(dump.metadata).toMatchObject({ spec });
    }
    expect((await inFile(LONG_SPEC, (path) => runPython(python ?? "", DUMP, path)) as { metadata: object }).metadata).toMatchObject({ spec: LONG_SPEC });
  });

  it.skipIf(python === null)(python === null ? "of terabytes is left out: no python3 here that has netCDF4" : "finds the last values of terabytes (in a file that is mostly a hole)", async () => {
    const axes = ["alpha", "beta", "tau", "wr"].map((name) => ({ name, min: 0.1, max: 0.4, count: 600 }));
    const { head, fields, totalBytes } = layOut(await sourceOf(specOf({ axes, fields: ["growth", "margin"] })));
    expect(totalBytes).toBeGreaterThan(2e12);
    const found = inFolder((path) => {
      const file = openSync(path, "w");
      writeSync(file, head);
      for (const [i, { offset }] of fields.entries()) writeSync(file, Float64Array.of(i + 0.25), 0, 8, offset + 8 * (600 ** 4 - 1));
      closeSync(file);
      return runPython(python ?? "", LAST_OF_EACH, path);
    });
    expect(found).toEqual({ growth: [[600, 600, 600, 600], 0.25], margin: [[600, 600, 600, 600], 1.25] });
  });

  it.skipIf(python === null)(python === null ? "is not appended to: no python3 here that has netCDF4" : "can be appended to: attributes, a longer text, a variable", async () => {
    const spec = ALL_FIELDS;
    const growth = hex(fieldColumn(spec, "growth"));
    const appended = await inFile(spec, (path) => runPython(python ?? "", APPEND, path)) as { attributes: string[]; variables: string[] };
    expect(appended.variables).toEqual(["alpha", "tau", ...spec.fields, "twice"]);
    expect(appended).toMatchObject({ growth, twice: growth, scales: ["alpha", "tau"], equation: "R12, and a good deal longer than before" });
    expect(appended.attributes.slice(0, 3)).toEqual(["Conventions", "title", "title_zh"]);
    expect(appended.attributes.slice(-2)).toEqual(["note18", "note19"]);
  });
});

describe("netcdf, read by xarray", () => {
  it.skipIf(xarrayPython === null)(xarrayPython === null ? "is left out: no python3 here that has xarray and netCDF4" : "opens with its axes as coordinates", async () => {
    const [[, spec]] = EXAMPLES;
    expect(await inFile(spec, (path) => runPython(xarrayPython ?? "", OPEN, path))).toMatchObject({
      coordinates: spec.axes.map(({ name }) => name), fields: spec.fields, sizes: { alpha: 5, tau: 2, wr: 7 }, growth: hex(fieldColumn(spec, "growth")),
    });
  });
});
