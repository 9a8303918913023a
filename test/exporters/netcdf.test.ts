import { Dataset, File, ready } from "h5wasm";
import { File as ForeignFile } from "jsfive";
import { afterEach, describe, expect, it, vi } from "vitest";
import { layOut } from "../../src/exporters/netcdf/layout.ts";
import { FIELDS } from "../../src/model/index.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { axisCount, cellCount } from "../../src/sweep/spec.ts";
import { ALL_FIELDS, EXAMPLES, fieldColumn, hex, LONG_SPEC, type Column } from "./examples.ts";
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
