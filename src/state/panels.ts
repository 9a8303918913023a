/** What can stand below the scene, one at a time. */
export const PANELS = ["figure", "map", "table", "conclusions"] as const;
export type Panel = (typeof PANELS)[number];
