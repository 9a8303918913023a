import type { ExportFormat } from "../exporters/exporter.ts";
import { bytesPerElement, fieldType } from "../exporters/field-type.ts";
import { bytesOf, piecesOf } from "../exporters/tile-order.ts";
import { writeEach } from "../exporters/writes-under-way.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";

/** Where the bytes of each field begin in a shard: one field after the other, each in C order, nothing else. */
export function shardLayout(spec: SweepSpec, { from, to }: CellRange): { readonly elementBytes: number; readonly offset: number }[] {
  let offset = 0;
  return spec.fields.map((field) => {
    const elementBytes = bytesPerElement(fieldType(field, spec.precision));
    const at = { elementBytes, offset };
    offset += elementBytes * (to - from);
    return at;
  });
}

/** A part of a sweep as bare bytes: shards are joined into any format, and nothing is lost when one is read and written again. */
export function shardFormat(range: CellRange): ExportFormat {
  const bytesIn = (spec: SweepSpec) => shardLayout(spec, range).reduce((sum, { elementBytes }) => sum + elementBytes * (range.to - range.from), 0);
  return {
    plannedBytes: ({ spec }) => bytesIn(spec),
    sidecars: () => [],
    async open({ spec }, target, checkpoint) {
      const layout = shardLayout(spec, range);
      const sink = await target.file("");
      let due = checkpoint?.from ?? range.from;
      // An empty shard is a file as well.
      if (range.from === range.to) await sink.write(new Uint8Array(0), 0);
      return {
        async writeTile(tile) {
          if (tile.start !== due) throw new RangeError(`The tile at cell ${tile.start} came where cell ${due} was due`);
          due += tile.count;
          await writeEach(spec.fields, (field, k) =>
            sink.write(bytesOf(tile, field), layout[k].offset + layout[k].elementBytes * (tile.start - range.from), piecesOf(tile, k)));
        },
        checkpoint: () => ({ from: due, state: null }),
        finish: () => Promise.resolve(bytesIn(spec)),
      };
    },
  };
}
