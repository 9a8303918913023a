import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dataset, File, ready } from "h5wasm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { axisPoints } from "../../src/sweep/axes.ts";
import { axisCount } from "../../src/sweep/spec.ts";
import { EXAMPLES, fieldColumn, hex, type Column } from "./examples.ts";
import { MemoryTarget } from "./memory-target.ts";
import { pythonWith, runPython } from "./python.ts";
import { exporterOf, exportToMemory, sourceOf, specOf, tilesByModel } from "./sweep-by-model.ts";

const NETCDF = exporterOf("netcdf");

async function opened<T>(bytes: Uint8Array, read: (file: File) => T): Promise<T> {
  const { FS } = await ready;
  FS.writeFile("/read.nc", bytes);
  const file = new File("/read.nc", "r");
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
    const values = Array.from({ length: 9000 }, (_, i) => 0.01 + i / 10007);
    const spec = specOf({ axes: [{ name: "alpha", values }], fields: ["growth"] });
    await opened(await exportToMemory(NETCDF, spec, 9000), (file) => {
      expect(JSON.parse(text(file.attrs.tauscape.value))).toMatchObject({ spec });
    });
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

  it("is laid out once for a sweep, and anew for another", async () => {
    const format = await NETCDF.load();
    const { FS } = await ready;
    const mounted = vi.spyOn(FS as unknown as { mount: (...args: unknown[]) => unknown }, "mount");
    for (const [, spec] of EXAMPLES) {
      const source = await sourceOf(spec);
      const planned = format.plannedBytes(source);
      const writer = await format.open(source, new MemoryTarget(), null);
      for (const tile of tilesByModel(spec, 1000)) await writer.writeTile(tile);
      expect(await writer.finish()).toBe(planned);
    }
    expect(mounted).toHaveBeenCalledTimes(EXAMPLES.length);
    mounted.mockRestore();
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

const xarrayPython = pythonWith("xarray", "netCDF4");
const OPEN = `
import json, sys, xarray
data = xarray.open_dataset(sys.argv[1])
print(json.dumps({"coordinates": list(data.coords), "fields": list(data.data_vars), "sizes": dict(data.sizes),
  "growth": data.growth.values.tobytes().hex()}))`;

async function inFile<T>(spec: (typeof EXAMPLES)[number][1], read: (path: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "tauscape-nc-"));
  try {
    const path = join(folder, "grid.nc");
    writeFileSync(path, await exportToMemory(NETCDF, spec, 16));
    return read(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
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
