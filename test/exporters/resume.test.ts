import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CheckpointError } from "../../src/exporters/checkpoint-error.ts";
import type { Checkpoint, ExportWriter } from "../../src/exporters/exporter.ts";
import { EXPORTERS } from "../../src/exporters/registry.ts";
import { MemoryTarget } from "./memory-target.ts";
import { exporterOf, exportFiles, giveTile, sourceOf, specOf, tilesByModel } from "./sweep-by-model.ts";

const TILE_CELLS = 26;

/** A digest a file: comparing them byte by byte takes seconds. */
function digests(files: Map<string, Uint8Array>): string[][] {
  return [...files].map(([path, bytes]) => [path, createHash("sha256").update(bytes).digest("hex")]);
}

function sweepFor(holdsSeveralFields: boolean): ReturnType<typeof specOf> {
  return specOf({
    axes: [
      { name: "alpha", min: 0, max: 0.9, count: 5 },
      { name: "tau", values: [0.3] },
      { name: "beta", values: [0.1, 0.35, 0.9] },
      { name: "wr", min: 0.1, max: 10, count: 7, spacing: "log" },
    ],
    fields: holdsSeveralFields ? ["growth", "class", "status", "margin"] : ["growth"],
  });
}

describe.each(EXPORTERS.map((exporter) => [exporter.id, exporter] as const))("%s, stopped and resumed", (_, exporter) => {
  const spec = sweepFor(exporter.holdsSeveralFields);
  const tiles = tilesByModel(spec, TILE_CELLS);

  it("gives the bytes of one run, wherever it stops, when more was written than the checkpoint knows", async () => {
    const once = digests(await exportFiles(exporter, spec, TILE_CELLS));
    const format = await exporter.load();
    for (let stop = 0; stop <= tiles.length; stop++) {
      const target = new MemoryTarget();
      const first = await format.open(await sourceOf(spec), target, null);
      for (const tile of tiles.slice(0, stop)) await giveTile(first, tile);
      const saved = JSON.stringify(first.checkpoint());
      if (stop < tiles.length) await giveTile(first, tiles[stop]);
      const second = await format.open(await sourceOf(spec), target, JSON.parse(saved) as Checkpoint);
      await giveFrom(second, JSON.parse(saved) as Checkpoint);
      expect(digests(target.files())).toEqual(once);
    }
  });

  it("gives the same bytes with a new writer for every tile", async () => {
    const once = digests(await exportFiles(exporter, spec, TILE_CELLS));
    const format = await exporter.load();
    const target = new MemoryTarget();
    let saved = JSON.stringify((await format.open(await sourceOf(spec), target, null)).checkpoint());
    for (const tile of tiles) {
      const checkpoint = JSON.parse(saved) as Checkpoint;
      const { records = [] } = checkpoint;
      const writer = await format.open(await sourceOf(spec), target, checkpoint);
      for (const given of tiles.filter(({ start }) => start >= checkpoint.from && start <= tile.start)) await giveTile(writer, given);
      const now = writer.checkpoint();
      saved = JSON.stringify({ ...now, records: [...records, ...now.records ?? []] });
    }
    const last = JSON.parse(saved) as Checkpoint;
    await giveFrom(await format.open(await sourceOf(spec), target, last), last);
    expect(digests(target.files())).toEqual(once);
  });

  it("gives checkpoints that do not grow with what was written", async () => {
    const format = await exporter.load();
    const writer = await format.open(await sourceOf(spec), new MemoryTarget(), null);
    const sizes: number[] = [];
    for (const tile of tiles) {
      await giveTile(writer, tile);
      sizes.push(JSON.stringify(writer.checkpoint()).length);
    }
    expect(Math.max(...sizes)).toBeLessThan(1.2 * sizes[0] + 20);
  });

  it("refuses a checkpoint that is not its own", async () => {
    const format = await exporter.load();
    for (const checkpoint of [{ from: -1, state: {} }, { from: 0, state: { position: -1, crcs: "none" } }]) {
      await expect(format.open(await sourceOf(spec), new MemoryTarget(), checkpoint)).rejects.toThrow(RangeError);
    }
  });

  async function giveFrom(writer: ExportWriter, { from }: Checkpoint): Promise<void> {
    for (const tile of tiles.filter(({ start }) => start >= from)) await giveTile(writer, tile);
    await writer.finish();
  }
});

it.each(["npz", "netcdf", "zarr", "zarr2"])("%s refuses a checkpoint of a file that another build laid out otherwise", async (id) => {
  const exporter = exporterOf(id);
  const spec = sweepFor(exporter.holdsSeveralFields);
  const [tile] = tilesByModel(spec, TILE_CELLS);
  const format = await exporter.load();
  const source = await sourceOf(spec);
  const target = new MemoryTarget();
  const first = await format.open({ ...source, specHash: source.specHash.padEnd(5000, "0") }, target, null);
  await giveTile(first, tile);
  const { from, state } = JSON.parse(JSON.stringify(first.checkpoint())) as Checkpoint;
  await expect(format.open(source, target, { from, state })).rejects.toThrow(CheckpointError);
  await expect(format.open(source, target, { from, state: {} })).rejects.toThrow(CheckpointError);
});
