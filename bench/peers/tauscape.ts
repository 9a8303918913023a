/** Tauscape as a peer, as its callers use it: sweeps and surfaces of a pool of workers. Usage: node tauscape.js SIZE SURFACE_SIZE */
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { SlotCache } from "../../src/engines/slot-cache.ts";
import { TileSweeper } from "../../src/engines/tile-sweeper.ts";
import { createWasmHost } from "../../src/engines/wasm/wasm-host.ts";
import { cellCount } from "../../src/sweep/spec.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import { createNodeSweepClient } from "../../src/workers/node-client.ts";
import { packageFile } from "../../src/workers/package-file.ts";
import type { SweepClient, SweepOptions } from "../../src/workers/sweep-client.ts";
import { openBareLoop } from "./bare-loop.ts";
import { inspectFields } from "./inspect-fields.js";
import { gridSpec, surfaceWork } from "./inputs.ts";
import { serve, type Findings } from "./serve.js";

const [size, surfaceSize] = process.argv.slice(2).map(Number);
const spec = gridSpec(size);
const cells = cellCount(spec);
const surface = surfaceWork(surfaceSize);
const bytes = cells * spec.fields.length * Float64Array.BYTES_PER_ELEMENT;
const maxThreads = Math.min(2, availableParallelism());
const clients = await Promise.all(
  Array.from({ length: maxThreads }, (_, k) => createNodeSweepClient({ engine: "auto", threads: k + 1 })),
);

const sweep = async (threads: number, options: SweepOptions) => findings(await client(threads).sweep(spec, options));

const whole = await wholeGrid();
const bare = openBareLoop(spec, maxThreads);

await serve(`${client(1).engine.id}, Node ${process.versions.node}`, {
  memory: {
    maxThreads,
    run: async (threads) => ({ seconds: (await client(threads).memory("fill", bytes, 1))[0] }),
  },
  fill: { maxThreads: 1, run: () => whole.fill(), check: () => whole.check() },
  deliver: { maxThreads, run: (threads) => sweep(threads, { onTile: () => undefined }) },
  blocks: { maxThreads, run: (threads) => sweep(threads, { keep: true, method: "cells" }) },
  reduce: { maxThreads, run: (threads) => sweep(threads, { method: "cells" }) },
  "blocks-bare": { maxThreads, run: (threads) => Promise.resolve(bare.run(threads, true)) },
  "reduce-bare": { maxThreads, run: (threads) => Promise.resolve(bare.run(threads, false)) },
  rows: { maxThreads, run: (threads) => sweep(threads, { method: "rows" }) },
  surface: {
    maxThreads: 1,
    async run() {
      const { mesh, extractMs } = await client(1).surface(surface);
      return { seconds: extractMs / 1000, triangles: mesh.sheet.length / 3 };
    },
  },
  "surface-all": {
    maxThreads: 1,
    async run() {
      const { mesh } = await client(1).surface(surface);
      return { triangles: mesh.sheet.length / 3 };
    },
  },
});
for (const each of clients) each.dispose();
await bare.dispose();

function client(threads: number): SweepClient {
  return clients[threads - 1];
}

/** Every cell in the kernels' memory at once, as surfaces have them: the same bytes that the other peers fill. */
async function wholeGrid() {
  const host = createWasmHost(await WebAssembly.compile(await readFile(packageFile("dist/kernels/simd.wasm"))));
  let held: TileSweeper | undefined;
  const sweeper = () => held ??= new TileSweeper(host, new SlotCache(), spec, { cells, slots: 1 });
  return {
    fill(): Findings {
      sweeper().sweep({ start: 0, count: cells }, false);
      return {};
    },
    check: () => inspectFields(sweeper().values("growth", cells).view(), sweeper().values("growthSlope", cells).view()),
  };
}

function findings({ positive, negative, boundary, infeasible, feasible, fields }: SweepSummary): Findings {
  const extremes = (name: "growth" | "growthSlope") => {
    const field = fields[name];
    if (field === undefined || !("mean" in field)) throw new TypeError(`The summary has no ${name}.`);
    return { min: field.min ?? Infinity, max: field.max ?? -Infinity, sum: (field.mean ?? 0) * feasible };
  };
  return { counts: { positive, negative, boundary, infeasible }, growth: extremes("growth"), growthSlope: extremes("growthSlope") };
}
