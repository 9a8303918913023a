/** A path as results write it: with `/` between its names, which Windows takes as well as its own sign. Elsewhere that sign may be part of a name. */
export function resultPath(path: string, platform: NodeJS.Platform = process.platform): string {
  return platform === "win32" ? path.replaceAll("\\", "/") : path;
}
