import { mkdir, open, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Encoders } from "../../src/exporters/blocks/encoders.ts";
import type { ByteSink, Exporter, ExportTarget } from "../../src/exporters/exporter.ts";
import { timed } from "./alternate.ts";
import type { SampleSweep } from "./sample.ts";

/** Writes a sweep in a format, its library loaded; the sweep's description is made anew each time, as a command finds it. */
export async function writeResult(
  exporter: Exporter, encoders: Encoders, { source, tiles }: SampleSweep, folder: string,
): Promise<{ readonly bytes: number; readonly seconds: number }> {
  const format = await exporter.load(encoders);
  const spec = structuredClone(source.spec);
  let bytes = 0;
  const seconds = await timed(async () => {
    const target = new DiskTarget(join(folder, "result"));
    const writer = await format.open({ ...source, spec }, target, null);
    for (const tile of tiles) await writer.writeTile(tile);
    bytes = await writer.finish();
    await target.close();
  });
  return { bytes, seconds };
}

/** Seconds of writing as many bytes one after the other, and nothing else: those of the fields, tile by tile, over and over where the format has more. */
export function writeStream(bytes: number, { tiles }: SampleSweep, folder: string): Promise<number> {
  const blocks = tiles.flatMap(({ fields }) => Object.values(fields));
  return timed(async () => {
    const file = await open(join(folder, "stream"), "w");
    let position = 0;
    for (let k = 0; position < bytes; k = (k + 1) % blocks.length) {
      const { [k]: block } = blocks;
      const { bytesWritten } = await file.write(block, 0, Math.min(block.length, bytes - position), position);
      position += bytesWritten;
    }
    await file.close();
  });
}

class DiskTarget implements ExportTarget {
  private readonly handles = new Map<string, FileHandle>();

  constructor(private readonly root: string) {}

  async file(path: string): Promise<ByteSink> {
    const place = join(this.root, path);
    const opened = this.handles.get(path);
    if (opened === undefined) await mkdir(dirname(place), { recursive: true });
    const handle = opened ?? await open(place, "w");
    this.handles.set(path, handle);
    return { write: async (bytes, position) => { await handle.write(bytes, 0, bytes.length, position); } };
  }

  async close(): Promise<void> {
    for (const handle of this.handles.values()) await handle.close();
  }
}
