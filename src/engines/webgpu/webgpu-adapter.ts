/** Words by which emulated GPUs name themselves; not every browser marks them as a fallback. */
const SOFTWARE_GPU = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/** The GPU adapter of a page or a worker; rejects with an `Error` that says in plain words why there is none. */
export async function findAdapter(allowSoftware: boolean): Promise<GPUAdapter> {
  const gpu = (globalThis.navigator as { readonly gpu?: GPU } | undefined)?.gpu;
  if (gpu === undefined) throw new Error("there is no WebGPU here");
  const adapter = await inWords("asking for a GPU adapter failed", gpu.requestAdapter({ powerPreference: "high-performance" }));
  if (adapter === null) throw new Error("no GPU adapter was found");
  if (!allowSoftware && isSoftware(adapter.info)) throw new Error("the GPU is emulated in software, which is slower than the processor itself");
  return adapter;
}

function isSoftware({ vendor, architecture, device, description, isFallbackAdapter }: GPUAdapterInfo): boolean {
  return isFallbackAdapter || SOFTWARE_GPU.test(`${vendor} ${architecture} ${device} ${description}`);
}

/** An answer of the browser; where it fails, what failed comes before the browser's own words. */
export async function inWords<Result>(words: string, request: Promise<Result>): Promise<Result> {
  try {
    return await request;
  } catch (cause) {
    throw new Error(`${words}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
