import { describe, expect, it } from "vitest";
import type { ExportTarget } from "../../src/exporters/exporter.ts";
import { pieceDigests } from "../../src/sweep/checksum.ts";
import type { FieldName } from "../../src/model/index.ts";
import { exporterOf, sourceOf, specOf, tilesByModel } from "./sweep-by-model.ts";

const SPEC = specOf({ axes: [{ name: "alpha", min: 0.1, max: 0.9, count: 5 }, { name: "tau", min: 0.1, max: 0.9, count: 7 }], fields: ["growth", "class"] });
const digestsOf = async (bytes: Uint8Array) => Buffer.from(await pieceDigests(bytes)).toString("hex");

describe("digests that come with a tile", () => {
  it.each(["npz", "npy", "arrow", "netcdf"])("are given along with the bytes that they are of, for every field of %s", async (id) => {
    const spec = id === "npy" ? { ...SPEC, fields: SPEC.fields.slice(0, 1) } : SPEC;
    const known: (readonly [string, Uint8Array])[] = [];
    const target: ExportTarget = {
      file: () => Promise.resolve({
        async write(bytes, _position, pieces) {
          if (pieces !== undefined) known.push([await digestsOf(bytes), pieces]);
        },
      }),
    };
    const writer = await (await exporterOf(id).load()).open(await sourceOf(spec), target, null);
    const tiles = tilesByModel(spec, 10);
    for (const tile of tiles) {
      const digests = await Promise.all(spec.fields.map((field: FieldName) => pieceDigests(tile.fields[field] ?? new Uint8Array(0))));
      await writer.writeTile({ ...tile, digests });
    }
    await writer.finish();
    expect(known.length).toBe(tiles.length * spec.fields.length);
    for (const [digest, pieces] of known) expect(Buffer.from(pieces).toString("hex")).toBe(digest);
  });
});
