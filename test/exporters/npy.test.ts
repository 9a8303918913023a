import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { axisCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { EXAMPLES, fieldColumn, hex } from "./examples.ts";
import { itInPython, runPython } from "./python.ts";
import { exporterOf, exportToMemory, sourceOf } from "./sweep-by-model.ts";

const NPY = exporterOf("npy");

/** A sweep for each field of each example: a file holds one. */
const SWEEPS: readonly (readonly [string, SweepSpec])[] = EXAMPLES.flatMap(([name, spec]) => (
  spec.fields.map((field) => [`${field}: ${name}`, { ...spec, fields: [field] }] as const)
));

describe("npy, as a file", () => {
  it("has the length that was planned, and the same bytes whatever the tiles", async () => {
    for (const [, spec] of SWEEPS) {
      const once = await exportToMemory(NPY, spec, 10_000);
      expect(once.length).toBe((await NPY.load()).plannedBytes(await sourceOf(spec)));
      expect(await exportToMemory(NPY, spec, 97)).toEqual(once);
    }
  });

  it("has its metadata beside it", async () => {
    const [[, spec]] = SWEEPS;
    const [sidecar] = (await NPY.load()).sidecars(await sourceOf(spec));
    expect(sidecar.suffix).toBe("-metadata.json");
    expect(JSON.parse(sidecar.text)).toMatchObject({
      spec, axes: [{ name: "alpha", symbol: "α", unit: "1" }, {}, {}],
      fields: [{ name: "growth", symbol: "g", unit: "1/year", equation: "R12", label: { zh: "稳态增长率" } }],
    });
  });

  it("refuses more than one field", async () => {
    const [[, spec]] = EXAMPLES;
    const format = await NPY.load();
    const source = await sourceOf(spec);
    expect(() => format.plannedBytes(source)).toThrow(`An .npy file holds one field, and this sweep has ${spec.fields.length}`);
  });
});

/** Read whole, and once more as what is mapped into memory. */
const DUMP = `
import json, sys, numpy
def dump(array):
    return {"type": array.dtype.str, "shape": array.shape, "C": bool(array.flags.c_contiguous), "hex": array.tobytes().hex()}
print(json.dumps([[dump(numpy.load(path, allow_pickle=False)), dump(numpy.load(path, mmap_mode="r"))] for path in sys.argv[1:]]))`;
const TYPES: Readonly<Record<string, string>> = { Float64Array: "<f8", Float32Array: "<f4", Int8Array: "|i1", Uint8Array: "|u1" };

describe("npy, read by NumPy", () => {
  itInPython(["numpy"], "gives the same type, shape and bits, mapped into memory too", async (python) => {
    const folder = mkdtempSync(join(tmpdir(), "tauscape-npy-"));
    try {
      const paths = SWEEPS.map((_, i) => join(folder, `${i}.npy`));
      for (const [i, [, spec]] of SWEEPS.entries()) writeFileSync(paths[i], await exportToMemory(NPY, spec, 16));
      const expected = SWEEPS.map(([, spec]) => {
        const values = fieldColumn(spec, spec.fields[0]);
        const array = { type: TYPES[values.constructor.name], shape: spec.axes.map(axisCount), C: true, hex: hex(values) };
        return [array, array];
      });
      expect(runPython(python, DUMP, ...paths)).toEqual(expected);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
