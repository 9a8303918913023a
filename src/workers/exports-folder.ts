/** Where exports stand in the origin's private file system, each in a folder of its own. */
export const EXPORTS_FOLDER = "exports";
