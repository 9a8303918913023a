import { afterEach, describe, expect, it, vi } from "vitest";
import type { KernelBuild } from "../../src/engines/engine-table.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import type { SweepSpec } from "../../src/sweep/spec.ts";
import type { SweepSummary } from "../../src/sweep/summary.ts";
import { createClient, type ClientOptions } from "../../src/workers/create-client.ts";
import { spawnInPage } from "../../src/workers/in-page-lane.ts";
import type { SweepClient } from "../../src/workers/sweep-client.ts";
import { compiledKernels } from "../support/kernel-hosts.ts";

const parsed = parseSpec({
  schema: "tauscape/sweep@1", fields: ["growth", "class", "status"],
  axes: [{ name: "alpha", min: 0.01, max: 0.9, count: 60 }, { name: "tau", min: 0, max: 1, count: 60 }, { name: "wr", min: 0.1, max: 10, count: 70 }],
});
if (!parsed.ok) throw new Error("the spec is valid");
const SPEC: SweepSpec = parsed.spec;

/** A client whose workers run here, where a test can take things away from them. */
function openClient(options: ClientOptions = {}, masked: readonly KernelBuild[] = []): Promise<SweepClient> {
  return createClient({
    compileKernels: (build) => (masked.includes(build) ? Promise.reject(new Error(`no ${build} here`)) : Promise.resolve(compiledKernels(build))),
    spawn: spawnInPage, availableThreads: 2, defaultThreads: 2,
  }, options);
}

/** What a sweep says, but for who said it and how fast. */
async function findings(client: SweepClient): Promise<SweepSummary> {
  return { ...await client.sweep(SPEC, { checksum: true }), seconds: 0, engine: "js" };
}

/** The slowest engine says it once for all. */
const expectedFindings = openClient({ engine: "js" }).then(findings);

const refuseMemory = () => vi.spyOn(WebAssembly.Memory.prototype, "grow").mockImplementation(() => {
  throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("auto", () => {
  it("takes the next engine where a feature is missing, says why, and finds the same", async () => {
    const expected = await expectedFindings;
    const steps = [
      { masked: [], engine: "wasm-threads", skipped: [] },
      { masked: ["threads"], engine: "wasm-simd", skipped: ["wasm-threads: no threads here"] },
      { masked: ["threads", "simd"], engine: "wasm-scalar", skipped: ["wasm-threads: no threads here", "wasm-simd: no simd here"] },
    ] as const;
    for (const { masked, engine, skipped } of steps) {
      const client = await openClient({}, masked);
      expect(client.engine.id).toBe(engine);
      expect(client.engine.skipped.map(({ id, reason }) => `${id}: ${reason}`)).toEqual(skipped);
      expect(await findings(client)).toEqual(expected);
    }
    const last = await openClient({}, ["threads", "simd", "scalar"]);
    expect(last.engine.id).toBe("js");
    expect(await findings(last)).toEqual(expected);
  });

  it("shares no memory where the page is not isolated", async () => {
    vi.stubGlobal("crossOriginIsolated", false);
    const client = await openClient();
    expect(client.engine).toMatchObject({ id: "wasm-simd", skipped: [{ id: "wasm-threads", reason: expect.stringMatching(/not cross-origin isolated/) as string }] });
  });
});

describe("a refused memory", () => {
  it.each(["auto", "wasm-threads", "wasm-simd", "wasm-scalar"] as const)("is no end for a sweep on %s: another engine finds the same", async (engine) => {
    const expected = await expectedFindings;
    const client = await openClient({ engine });
    const first = client.engine.id;
    const refusal = refuseMemory();
    expect(await findings(client)).toEqual(expected);
    expect(client.engine.id).toBe("js");
    expect(client.engine.skipped[0]).toEqual({ id: first, reason: expect.stringMatching(/MiB of kernel memory, which was refused/) as string });
    refusal.mockRestore();
    expect(await findings(client)).toEqual(expected);
    expect(client.engine).toEqual({ id: first, skipped: expect.not.arrayContaining([expect.objectContaining({ id: first })]) as unknown });
  });

  it("is no end for a surface", async () => {
    const grid = parseSpec({
      schema: "tauscape/sweep@1", fields: ["margin", "growth"],
      axes: [{ name: "alpha", min: 0.1, max: 0.6, count: 40 }, { name: "beta", min: 0.1, max: 0.6, count: 40 }, { name: "wr", min: 0.1, max: 4, count: 40 }],
    });
    if (!grid.ok) throw new Error("the spec is valid");
    const request = { spec: grid.spec, field: "margin", level: 0, colour: "growth" } as const;
    const client = await openClient();
    const expected = await client.surface(request);
    refuseMemory();
    const found = await client.surface(request);
    expect(found.mesh.positions.length).toBeGreaterThan(1000);
    expect(found.mesh).toEqual(expected.mesh);
  });

  it("is an error, with what to do, where no other engine may go on", async () => {
    const client = await openClient({ engine: "wasm-simd", fallback: false });
    refuseMemory();
    await expect(client.sweep(SPEC, { keep: true })).rejects.toThrow(/MiB of kernel memory, which was refused. Use fewer fields or fewer points/);
  });
});

describe("an engine that cannot do the sweep", () => {
  it("is refused with the list of those that can, and the client goes on", async () => {
    await expect(openClient({ engine: "webgpu" })).rejects.toMatchObject({
      available: ["wasm-threads", "wasm-simd", "wasm-scalar", "js"], reason: "there is no WebGPU here",
    });
    await expect(openClient({ engine: "wasm-simd" }, ["simd", "threads"])).rejects.toMatchObject({ available: ["wasm-scalar", "js"], reason: "no simd here" });
  });
});
