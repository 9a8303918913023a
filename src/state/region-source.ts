import type { Explorer } from "./explorer.ts";

/** One scenario as a scene shows it: the explorer's own, or the one that it is compared with. */
export type RegionSource = Pick<Explorer, "state" | "surface" | "sweep" | "point" | "camera" | "update" | "subscribe">;
