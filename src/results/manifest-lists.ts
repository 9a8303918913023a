import type { Digests } from "../sweep/checksum.ts";
import type { CellRange } from "../sweep/plan.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { Journal } from "./journal.ts";
import type { ManifestLists } from "./manifest.ts";
import type { Part } from "./records.ts";
import { fromHex } from "./work.ts";

/** The long lists of a manifest, from the journal of the run. @param frame what was written for no cells in particular */
export function listsOf({ spec, range }: { readonly spec: SweepSpec; readonly range: CellRange }, journal: Journal, frame: readonly Part[], digests: Digests): ManifestLists {
  return {
    async *chunks() {
      for await (const { entry: { tiles, engine } } of journal.entries()) {
        for (const tile of tiles) {
          const checksums = Object.fromEntries(spec.fields.map((field, k) => {
            const hex = tile.digests[k] ?? null;
            return [field, hex === null ? null : digests.join(fromHex(hex))];
          }));
          yield { ...tile, engine, state: "done", checksums };
        }
      }
    },
    async *parts() {
      let { from } = range;
      for await (const { entry: { parts, checkpoint: { from: to } } } of journal.entries()) {
        for (const part of parts) yield { ...part, cells: { from, to } };
        from = to;
      }
      for (const part of frame) yield { ...part, cells: null };
    },
  };
}
