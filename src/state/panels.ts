/** What can stand below the scene, one at a time. */
export const PANELS = ["figure", "map", "table", "conclusions", "export"] as const;
export type Panel = (typeof PANELS)[number];
