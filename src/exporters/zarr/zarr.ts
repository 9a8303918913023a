import { cellCount, type SweepSpec } from "../../sweep/spec.ts";
import type { FilledTile } from "../../sweep/tile.ts";
import { axisBlocks } from "../axis-blocks.ts";
import { startLaidOutAs } from "../checkpoint-state.ts";
import type { ByteSink, Checkpoint, ExportFormat, ExportSource, ExportTarget, ExportWriter } from "../exporter.ts";
import { bytesPerElement } from "../field-type.ts";
import { bytesOf, TileOrder } from "../tile-order.ts";
import { WritesUnderWay } from "../writes-under-way.ts";
import { chunkBytes, zarrArrays, type ZarrArray } from "./arrays.ts";
import { chunkParts } from "./chunk-grid.ts";
import { ZARR_2, ZARR_3, type ZarrVersion } from "./documents.ts";

/**
 * Zarr: a folder with every axis and every field as an array in chunks of consecutive cells. They are not compressed (floats hardly
 * give way), so a tile goes straight to its places in the chunks, and none is held until it is full.
 */
export const zarr3Format: ExportFormat = zarrFormat(ZARR_3);
export const zarr2Format: ExportFormat = zarrFormat(ZARR_2);

function zarrFormat(version: ZarrVersion): ExportFormat {
  return {
    plannedBytes: (source) => {
      const documents = [...version.documents(source).values()].reduce((sum, document) => sum + encode(document).length, 0);
      return zarrArrays(source.spec).reduce((sum, array) => sum + chunkBytes(array), documents);
    },
    open: (source, target, checkpoint) => openFolder(version, source, target, checkpoint),
    sidecars: () => [],
  };
}

/** JSON in ASCII: zarr for Python before version 3 reads nothing else. */
function encode(document: object): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(document, null, 2).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return new TextEncoder().encode(`${text}\n`);
}

async function openFolder(version: ZarrVersion, source: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null): Promise<ExportWriter> {
  const { spec } = source;
  const arrays = zarrArrays(spec).map((array) => new ArrayWriter(version, array, target));
  let documentBytes = 0;
  for (const [path, document] of version.documents(source)) {
    const bytes = encode(document);
    documentBytes += bytes.length;
    if (checkpoint === null) await (await target.file(path)).write(bytes, 0);
  }
  if (checkpoint === null) {
    for (const [i, axis] of spec.axes.entries()) {
      let point = 0;
      for (const block of axisBlocks(axis)) {
        await arrays[i].write(block, point);
        point += block.length / Float64Array.BYTES_PER_ELEMENT;
      }
    }
  }
  return new ZarrWriter(spec, arrays, documentBytes, startLaidOutAs(layoutOf(arrays, documentBytes), checkpoint));
}

/** All that must be the same where another process goes on: how arrays are cut, and how long the documents are that tell it. */
function layoutOf(arrays: readonly ArrayWriter[], documentBytes: number): object {
  return { chunks: arrays.map(({ chunks }) => chunks), documentBytes };
}

/** Writes cells of one array into its chunks. */
class ArrayWriter {
  private path = "";
  private chunk: Promise<ByteSink> | null = null;

  constructor(private readonly version: ZarrVersion, private readonly array: ZarrArray, private readonly target: ExportTarget) {}

  get chunks(): ZarrArray["chunks"] {
    return this.array.chunks;
  }

  get totalBytes(): number {
    return chunkBytes(this.array);
  }

  /**
   * @param bytes of consecutive cells, the first of them `start`
   * @param isInVain whether no further chunk need be begun
   */
  async write(bytes: Uint8Array<ArrayBufferLike>, start: number, isInVain = () => false): Promise<void> {
    const { name, type, chunks } = this.array;
    const size = bytesPerElement(type);
    let done = 0;
    for (const { index, at, count, padding } of chunkParts(chunks, start, bytes.length / size)) {
      if (isInVain()) return;
      const sink = await this.chunkAt(this.version.chunkPath(name, index));
      await sink.write(bytes.subarray(done, done + size * count), size * at);
      done += size * count;
      if (padding > 0) await sink.write(new Uint8Array(size * padding), size * (at + count));
    }
  }

  private chunkAt(path: string): Promise<ByteSink> {
    if (this.chunk === null || path !== this.path) this.chunk = this.target.file(path);
    this.path = path;
    return this.chunk;
  }
}

class ZarrWriter implements ExportWriter {
  private readonly order: TileOrder;
  private readonly fields: readonly ArrayWriter[];

  constructor(private readonly spec: SweepSpec, private readonly arrays: readonly ArrayWriter[], private readonly documentBytes: number, from: number) {
    this.order = new TileOrder(cellCount(spec), from);
    this.fields = arrays.slice(-spec.fields.length);
  }

  async writeTile(tile: FilledTile): Promise<void> {
    this.order.accept(tile);
    const writes = new WritesUnderWay();
    this.spec.fields.forEach((field, i) => void writes.begin(() => this.fields[i].write(bytesOf(tile, field), tile.start, () => writes.hasFailed)));
    await writes.end();
  }

  checkpoint(): Checkpoint {
    return { from: this.order.due, state: layoutOf(this.arrays, this.documentBytes) };
  }

  finish(): Promise<number> {
    this.order.complete();
    return Promise.resolve(this.arrays.reduce((sum, array) => sum + array.totalBytes, this.documentBytes));
  }
}
