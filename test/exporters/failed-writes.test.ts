import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ByteSink, Exporter, ExportTarget } from "../../src/exporters/exporter.ts";
import { EXPORTERS } from "../../src/exporters/registry.ts";
import { shardFormat } from "../../src/results/shard-format.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { EXAMPLES } from "./examples.ts";
import { sourceOf, specOf, tilesByModel } from "./sweep-by-model.ts";

const [[, SEVERAL_FIELDS]] = EXAMPLES;
const ONE_FIELD = specOf({ axes: SEVERAL_FIELDS.axes, fields: ["growth"] });
const TILE_CELLS = 30;

/** Turns of the event loop that a write takes, and the one that is refused. */
interface Pace {
  readonly write: number;
  readonly refusal: number;
}
const AT_ONCE: Pace = { write: 0, refusal: 0 };
const PACES: readonly (readonly [string, Pace])[] = [["as soon as it begins", AT_ONCE], ["while others are written", { write: 4, refusal: 1 }], ["after others", { write: 1, refusal: 4 }]];

class DiskFull extends Error {
  readonly code = "ENOSPC";
}

/** A disk that refuses one write, and sees what comes after. */
class FullTarget implements ExportTarget {
  /** Writes that have begun, and files that were opened. */
  begun = 0;
  underWay = 0;
  writes = 0;

  constructor(private readonly refused: number, private readonly pace: Pace) {}

  async file(): Promise<ByteSink> {
    this.begun++;
    return { write: () => this.write() };
  }

  private async write(): Promise<void> {
    const isRefused = this.writes++ === this.refused;
    this.begun++;
    this.underWay++;
    for (let turns = isRefused ? this.pace.refusal : this.pace.write; turns > 0; turns--) await nextTurn();
    this.underWay--;
    if (isRefused) throw new DiskFull("no space left on device");
  }
}

const unheard: unknown[] = [];
const hear = (cause: unknown) => void unheard.push(cause);
beforeEach(() => { process.on("unhandledRejection", hear); });
afterEach(() => { process.off("unhandledRejection", hear); });

interface Tested extends Pick<Exporter, "holdsSeveralFields" | "load"> {
  readonly id: string;
}
const SHARD: Tested = { id: "a shard", holdsSeveralFields: true, load: async () => shardFormat({ from: 0, to: cellCount(SEVERAL_FIELDS) }) };

describe.each<Tested>([...EXPORTERS, SHARD])("where the disk is full, $id", (exporter) => {
  const spec = exporter.holdsSeveralFields ? SEVERAL_FIELDS : ONE_FIELD;

  it.each(PACES)("rejects whichever write is refused, and then touches nothing: refused %s", async (_, pace) => {
    const all = new FullTarget(Infinity, AT_ONCE);
    await exportTo(all, spec);
    expect(all.writes).toBeGreaterThan(3);
    for (let refused = 0; refused < all.writes; refused++) {
      const target = new FullTarget(refused, pace);
      await expect(exportTo(target, spec)).rejects.toThrow(DiskFull);
      const { begun, underWay } = target;
      expect({ refused, underWay }).toEqual({ refused, underWay: 0 });
      for (let turns = 0; turns < 8; turns++) await nextTurn();
      expect({ refused, begun: target.begun }).toEqual({ refused, begun });
      expect(unheard.splice(0)).toEqual([]);
    }
  });

  async function exportTo(target: FullTarget, swept: SweepSpec): Promise<void> {
    const writer = await (await exporter.load()).open(await sourceOf(swept), target, null);
    for (const tile of tiles(swept)) await writer.writeTile(tile);
    await writer.finish();
  }
});

const made = new Map<SweepSpec, ReturnType<typeof tilesByModel>>();
function tiles(spec: SweepSpec): ReturnType<typeof tilesByModel> {
  const known = made.get(spec) ?? tilesByModel(spec, TILE_CELLS);
  made.set(spec, known);
  return known;
}
