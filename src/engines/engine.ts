/** The engines of CONTRACT.md; `engineRegistry` says which of them work here. */
export const ENGINE_IDS = ["wasm-threads", "wasm-simd", "wasm-scalar", "webgpu", "js"] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

/** Whether two engines give the same bits at every point: the GPU's fields lie within a tolerance of the others'. */
export function giveSameBits(a: EngineId, b: EngineId): boolean {
  return (a === "webgpu") === (b === "webgpu");
}
