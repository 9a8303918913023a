import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file of the package, wherever this code was bundled to: found from the nearest package.json of Tauscape upwards. */
export function packageFile(relativePath: string): string {
  for (let folder = new URL(".", import.meta.url); ; folder = new URL("..", folder)) {
    const manifest = new URL("package.json", folder);
    if (existsSync(manifest) && isTauscape(manifest)) return fileURLToPath(new URL(relativePath, folder));
    if (folder.pathname === new URL("..", folder).pathname) {
      throw new Error("The package's own folder was not found; install tauscape again.");
    }
  }
}

function isTauscape(manifest: URL): boolean {
  const content: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  return typeof content === "object" && content !== null && "name" in content && content.name === "tauscape";
}
