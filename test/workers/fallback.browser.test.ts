import { afterEach, describe, expect, it, vi } from "vitest";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { TILE_CELLS } from "../../src/sweep/plan.ts";
import { cellCount, type SweepSpec } from "../../src/sweep/spec.ts";
import { browserPlatform, createBrowserSweepClient } from "../../src/workers/browser-client.ts";
import { createClient, type ClientOptions } from "../../src/workers/create-client.ts";
import { spawnInPage } from "../../src/workers/in-page-lane.ts";

function specOf(input: object): SweepSpec {
  const parsed = parseSpec({ schema: "tauscape/sweep@1", precision: "f32", ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.spec;
}

/** Two tiles and a bit. */
const LARGE = specOf({
  fields: ["class"], axes: [{ name: "alpha", min: 0.01, max: 0.9, count: 2200 }, { name: "wr", min: 0.1, max: 10, count: 1000 }],
});

const withoutWasm = (options: ClientOptions) => createClient({
  compileKernels: () => Promise.reject(new Error("no WebAssembly here")), spawn: spawnInPage, availableThreads: 1, defaultThreads: 1,
}, options);

/** The devices that are opened from now on, so that a test can lose them. */
function watchDevices(): GPUDevice[] {
  const devices: GPUDevice[] = [];
  const requestAdapter = navigator.gpu.requestAdapter.bind(navigator.gpu);
  vi.spyOn(navigator.gpu, "requestAdapter").mockImplementation(async (options) => {
    const adapter = await requestAdapter(options);
    const requestDevice = adapter?.requestDevice.bind(adapter);
    if (adapter !== null && requestDevice !== undefined) {
      adapter.requestDevice = async (descriptor) => {
        const device = await requestDevice(descriptor);
        devices.push(device);
        return device;
      };
    }
    return adapter;
  });
  return devices;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a lost GPU", () => {
  it("leaves the rest of the sweep to the next engine: classes and counts unchanged, no tile twice", async () => {
    const reference = await createBrowserSweepClient({ engine: "js", threads: 1 });
    const expected = await reference.sweep(LARGE, { checksum: true });
    reference.dispose();
    const devices = watchDevices();
    const client = await withoutWasm({ engine: "webgpu" });
    const starts: number[] = [];
    const found = await client.sweep(LARGE, {
      checksum: true,
      onTile: ({ start }) => {
        if (starts.push(start) === 1) devices[0].destroy();
      },
    });
    expect(starts).toEqual([0, TILE_CELLS, 2 * TILE_CELLS]);
    expect(found.fields).toEqual(expected.fields);
    expect(found).toMatchObject({ engine: "js", points: cellCount(LARGE), positive: expected.positive, negative: expected.negative, boundary: expected.boundary });
    expect(client.engine).toMatchObject({ id: "js", skipped: [{ id: "webgpu", reason: expect.stringMatching(/GPU gave up/) as string }, { id: "wasm-threads" }, { id: "wasm-simd" }, { id: "wasm-scalar" }] });
  });

  it("is an error where no other engine may go on", async () => {
    const devices = watchDevices();
    const client = await withoutWasm({ engine: "webgpu", fallback: false });
    devices[0].destroy();
    await expect(client.sweep(LARGE)).rejects.toMatchObject({ name: "GpuLostError" });
  });
});

describe("auto without WebAssembly", () => {
  const small = (precision: "f32" | "f64") => specOf({ precision, axes: [{ name: "wr", min: 0.1, max: 10, count: 50 }] });

  it("takes a real GPU for float32, and JavaScript for float64", async () => {
    vi.spyOn(GPUAdapter.prototype, "info", "get").mockReturnValue({ vendor: "acme", architecture: "one", device: "", description: "", isFallbackAdapter: false } as GPUAdapterInfo);
    const client = await withoutWasm({});
    expect((await client.sweep(small("f32"))).engine).toBe("webgpu");
    expect((await client.sweep(small("f64"))).engine).toBe("js");
  });

  it("takes no GPU that is emulated in software, and says so", async () => {
    const client = await withoutWasm({});
    expect((await client.sweep(small("f32"))).engine).toBe("js");
    expect(client.engine.skipped.map(({ id, reason }) => `${id}: ${reason}`)).toContain("webgpu: the GPU is emulated in software, which is slower than the processor itself");
  });
});

describe("webgpu by choice", () => {
  it("refuses float64 with what it has and who else could", async () => {
    const client = await createBrowserSweepClient({ engine: "webgpu" });
    await expect(client.sweep({ ...LARGE, precision: "f64" })).rejects.toMatchObject({
      kind: "engine-unavailable", reason: "its cells are f32, and the sweep asks for f64", available: ["wasm-threads", "wasm-simd", "wasm-scalar", "js"],
    });
    expect(client.threads).toBe(1);
    client.dispose();
  });
});

describe("a web worker that is killed", () => {
  it.each(["wasm-threads", "wasm-simd"] as const)("on %s is followed by another, and the sweep finds the same", async (engine) => {
    const platform = browserPlatform();
    let orders = 0;
    const client = await createClient({
      ...platform, availableThreads: 2,
      spawn: async (parts) => {
        const lane = await platform.spawn(parts);
        const { api } = lane;
        return {
          ...lane,
          api: {
            start: (again) => api.start(again), close: () => api.close(), surface: (request) => api.surface(request), memory: (work, bytes, repeats) => api.memory(work, bytes, repeats),
            sweep: (order) => {
              if (++orders !== 2) return api.sweep(order);
              void api.sweep(order);
              setTimeout(() => lane.terminate(), 2);
              return new Promise(() => undefined);
            },
          },
        };
      },
    }, { engine, threads: 2 });
    const whole = await createBrowserSweepClient({ engine, threads: 1 });
    const expected = await whole.sweep(LARGE, { checksum: true });
    let next = 0;
    const found = await client.sweep(LARGE, { checksum: true, onTile: ({ start, count }) => { expect(start).toBe(next); next += count; } });
    expect(found.fields).toEqual(expected.fields);
    expect(orders).toBeGreaterThan(2);
    expect(next).toBe(cellCount(LARGE));
    for (const one of [client, whole]) one.dispose();
  });
});
