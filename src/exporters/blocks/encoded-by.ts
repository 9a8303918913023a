import type { Exporter } from "../exporter.ts";
import type { Encoders } from "./encoders.ts";

/** A format whose blocks the given encoders encode, whoever loads it. */
export function encodedBy(encoders: Encoders, exporter: Exporter): Exporter {
  return { ...exporter, load: () => exporter.load(encoders) };
}
