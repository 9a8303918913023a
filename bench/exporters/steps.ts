import { dirname, join } from "node:path";
import type { Encoders } from "../../src/exporters/blocks/encoders.ts";
import type { ByteSink, Exporter, ExportTarget } from "../../src/exporters/exporter.ts";
import type { ResultFile } from "../../src/results/file-system.ts";
import { NODE_FILES } from "../../src/results/node/node-files.ts";
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
    const file = await NODE_FILES.open(join(folder, "stream"), "update");
    let position = 0;
    for (let k = 0; position < bytes; k = (k + 1) % blocks.length) {
      const block = blocks[k].subarray(0, bytes - position);
      await file.write(block, position);
      position += block.length;
    }
    await file.close();
  });
}

/** Files as results are written to, without their records. */
class DiskTarget implements ExportTarget {
  private readonly files = new Map<string, ResultFile>();

  constructor(private readonly root: string) {}

  async file(path: string): Promise<ByteSink> {
    const file = this.files.get(path) ?? await this.open(path);
    return { write: (bytes, position) => file.write(bytes, position) };
  }

  async close(): Promise<void> {
    for (const file of this.files.values()) await file.close();
  }

  private async open(path: string): Promise<ResultFile> {
    const place = join(this.root, path);
    if (path !== "") await NODE_FILES.makeFolder(dirname(place));
    const file = await NODE_FILES.open(place, "update");
    this.files.set(path, file);
    return file;
  }
}
