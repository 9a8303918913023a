import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { measureParity, paritySteps } from "../../src/benchmark/parity.ts";
import { randomSpec } from "../../src/benchmark/random-spec.ts";
import { seededRandom } from "../../src/benchmark/seeded-random.ts";
import points from "../../src/benchmark/vector-points.json" with { type: "json" };
import { FARTHEST, ulpDistance } from "../../src/benchmark/ulp.ts";
import { FIELD_NAMES, isCodeField, PARAMETER_NAMES, RULES } from "../../src/model/index.ts";
import type { FilledTile } from "../../src/sweep/tile.ts";
import type { SweepClient } from "../../src/workers/sweep-client.ts";
import { modelClient } from "../cli/test-io.ts";

const DEFAULTS = { specs: 3, vectors: 720 };

/** The model's client, with each tile changed before it is delivered. */
function distorting(distort: (tile: FilledTile, isDouble: boolean) => void): SweepClient {
  const client = modelClient();
  return {
    ...client,
    sweep: (spec, options = {}) => client.sweep(spec, {
      ...options,
      onTile: (tile) => {
        distort(tile, spec.precision === "f64");
        return options.onTile?.(tile);
      },
    }),
  };
}

describe("ulpDistance", () => {
  it("is 0 for what is equal: zeros of both signs, and NaN and NaN", () => {
    for (const [a, b] of [[1, 1], [0, -0], [NaN, NaN], [Infinity, Infinity]]) expect(ulpDistance(a, b, "f64")).toBe(0);
  });

  it("is 1 for neighbours, also across a power of two and across 0", () => {
    expect(ulpDistance(1, 1 + 2 ** -52, "f64")).toBe(1);
    expect(ulpDistance(1, 1 - 2 ** -53, "f64")).toBe(1);
    expect(ulpDistance(Number.MIN_VALUE, -Number.MIN_VALUE, "f64")).toBe(2);
    expect(ulpDistance(1, 1 + 2 ** -23, "f32")).toBe(1);
    expect(ulpDistance(1, 2, "f64")).toBe(2 ** 52);
  });

  it("puts NaN farther from a number than any other number", () => {
    expect(ulpDistance(NaN, 1, "f64")).toBe(FARTHEST);
    expect(ulpDistance(-Infinity, Infinity, "f64")).toBeLessThan(FARTHEST);
  });
});

describe("randomSpec", () => {
  it("makes the same specs from the same seed, and others from another", () => {
    const make = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 30 }, () => randomSpec(random));
    };
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
    const specs = make(3);
    expect(new Set(specs.map(({ rule }) => rule))).toEqual(new Set(RULES));
    expect(new Set(specs.map(({ prices }) => prices)).size).toBe(2);
    expect(new Set(specs.map(({ precision }) => precision)).size).toBe(2);
    expect(new Set(specs.flatMap(({ fields }) => fields))).toEqual(new Set(FIELD_NAMES));
  });
});

describe("the vectors' points", () => {
  it("are those of the reference vectors", async () => {
    const { vectors } = JSON.parse(await readFile(new URL("../fixtures/model-vectors.json", import.meta.url), "utf8")) as { vectors: { params: Record<string, number> }[] };
    expect(points.points).toEqual(vectors.map(({ params }) => points.parameters.map((name) => params[name])));
    expect(new Set(points.parameters)).toEqual(new Set(PARAMETER_NAMES));
  });
});

describe("measureParity", () => {
  it("finds no difference between the model and itself, in every field", async () => {
    let steps = 0;
    const { engines: [found], ...counts } = await measureParity([modelClient()], 3, () => { steps++; });
    expect(counts).toEqual(DEFAULTS);
    expect(steps).toBe(paritySteps(3));
    expect(found).toMatchObject({ id: "js", differentBytes: 0, classDifferences: 0 });
    expect(found.cells).toBeGreaterThan(6);
    expect(Object.keys(found.maxUlp).sort()).toEqual(FIELD_NAMES.filter((name) => !isCodeField(name)).sort());
    expect(Object.values(found.maxUlp).every((distance) => distance === 0)).toBe(true);
  });

  it("finds the last bit of a value", async () => {
    const nudge = distorting(({ fields }, isDouble) => { if (isDouble && fields.growth !== undefined) fields.growth[0] ^= 1; });
    const { engines: [found] } = await measureParity([nudge], 0, () => undefined);
    expect(found.maxUlp.growth).toBe(1);
    expect(found.maxUlp.growthSlope).toBe(0);
    expect(found.differentBytes).toBe(DEFAULTS.vectors);
  });

  it("counts classes that differ", async () => {
    const flip = distorting(({ fields }) => { fields.class?.fill(0); });
    const { engines: [found] } = await measureParity([flip], 3, () => undefined);
    expect(found.classDifferences).toBeGreaterThan(5);
  });

  it("stops on the signal", async () => {
    await expect(measureParity([modelClient()], 3, () => undefined, AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
  });
});
