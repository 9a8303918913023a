/** A thread of the bare loop: takes tiles from a shared counter until none is left; no pool, no message. */
import { readFile } from "node:fs/promises";
import { workerData } from "node:worker_threads";
import { SlotCache } from "../../src/engines/slot-cache.ts";
import { TileSweeper } from "../../src/engines/tile-sweeper.ts";
import { createWasmHost } from "../../src/engines/wasm/wasm-host.ts";
import { blockCells, planSweep, tileAt } from "../../src/sweep/plan.ts";
import { packageFile } from "../../src/workers/package-file.ts";
import { AT_DONE, AT_KEEP, AT_READY, AT_RUN, AT_THREADS, AT_TILE, type BareThread } from "./bare-loop.ts";

const { spec, thread, control } = workerData as BareThread;
const state = new Int32Array(control);
const plan = planSweep(spec);
const block = blockCells(spec);
const module = await WebAssembly.compile(await readFile(packageFile("dist/kernels/simd.wasm")));
const reducer = new TileSweeper(createWasmHost(module), new SlotCache(), spec, { cells: plan.tileCells, slots: 0 });
const filler = new TileSweeper(createWasmHost(module), new SlotCache(), spec, { cells: block, slots: 1 });

Atomics.add(state, AT_READY, 1);
Atomics.notify(state, AT_READY);
for (let run = 0; ; run++) {
  Atomics.wait(state, AT_RUN, run);
  if (thread >= Atomics.load(state, AT_THREADS)) continue;
  const keep = Atomics.load(state, AT_KEEP) === 1;
  for (let index = Atomics.add(state, AT_TILE, 1); index < plan.tiles; index = Atomics.add(state, AT_TILE, 1)) {
    const tile = tileAt(plan, index);
    if (keep) filler.sweepBlocks(tile, block, true, 0, () => undefined);
    else reducer.sweep(tile, true);
  }
  Atomics.add(state, AT_DONE, 1);
  Atomics.notify(state, AT_DONE);
}
