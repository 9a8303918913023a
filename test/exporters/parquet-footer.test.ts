import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parquetMetadata } from "hyparquet";
import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { writeMetadata } from "hyparquet-writer/src/metadata.js";
import { expect, it } from "vitest";
import { tableColumns, type TableColumn } from "../../src/exporters/parquet/columns.ts";
import { footer, MAGIC } from "../../src/exporters/parquet/footer.ts";
import { RowGroups, type GroupRecord } from "../../src/exporters/parquet/row-groups.ts";
import { joinBytes } from "../../src/sweep/join-bytes.ts";
import { EXAMPLES } from "./examples.ts";
import { sourceOf } from "./sweep-by-model.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** A row group of those columns that is like no other; some of its chunks have no range, some one that ends at zero. */
function groupOf(columns: readonly TableColumn[], g: number): GroupRecord {
  return [2 ** 20 - g, columns.map(({ part: { dictionary } }, c) => {
    const top = (g + c) % 3 === 0 ? 0 : 1 + c;
    const range: [number, number] = [(g + c) % 4 === 0 ? 0 : -1 - g % 2, top];
    return [dictionary === null ? 0 : 900 + c, 3_000_000 + 17 * g + c, 8_000_000 + g, (g + c) % 5 === 0 ? null : range];
  })];
}

function groupsOf(columns: readonly TableColumn[], count: number): RowGroups {
  const groups = new RowGroups(columns, MAGIC.length);
  for (let g = 0; g < count; g++) groups.add(groupOf(columns, g));
  return groups;
}

it.each(EXAMPLES)("what another reader finds in the footer, another writer writes in the same bytes: %s", async (_, spec) => {
  const columns = tableColumns(spec);
  for (const count of [1, 14, 15, 300]) {
    const end = joinBytes(footer(await sourceOf(spec), columns, groupsOf(columns, count)));
    const found = parquetMetadata(end.buffer);
    expect(found.row_groups).toHaveLength(count);
    const writer = new ByteWriter();
    writeMetadata(writer, found);
    writer.appendBytes(MAGIC);
    expect(Buffer.compare(end, writer.getBytes())).toBe(0);
  }
});

it("descriptions of many row groups take the memory that they take in the file", async () => {
  const [[, spec]] = EXAMPLES;
  const columns = tableColumns(spec);
  groupsOf(columns, 10);
  const before = memoryInUse();
  const groups = groupsOf(columns, 10_000);
  const taken = memoryInUse() - before;
  const bytes = groups.blocks.reduce((sum, { length }) => sum + length, 0);
  expect(bytes).toBeGreaterThan(5e6);
  expect(taken).toBeLessThan(1.3 * bytes + 2e6);
});

function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
