/** The engines of CONTRACT.md; `engineRegistry` says which of them work here. */
export const ENGINE_IDS = ["wasm-threads", "wasm-simd", "wasm-scalar", "webgpu", "js"] as const;
export type EngineId = (typeof ENGINE_IDS)[number];
