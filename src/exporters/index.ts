export * from "./describe-sweep.ts";
export * from "./exporter.ts";
export * from "./field-type.ts";
export * from "./registry.ts";
