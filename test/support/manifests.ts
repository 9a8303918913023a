import { readFileSync, writeFileSync } from "node:fs";
import { xxhash128 } from "hash-wasm";
import type { Manifest, ManifestChunk, ManifestPart } from "../../src/results/manifest.ts";

/** A manifest with its long lists, as anyone's JSON reader sees it. */
export type WholeManifest = Manifest & { readonly chunks: readonly ManifestChunk[]; readonly parts: readonly ManifestPart[]; readonly digest: string };

export function readWholeManifest(path: string): WholeManifest {
  return JSON.parse(readFileSync(path, "utf8")) as WholeManifest;
}

/** Changes a manifest as someone would who also makes its digest fit. */
export async function forgeManifest(path: string, change: (text: string) => string): Promise<void> {
  const text = change(readFileSync(path, "utf8"));
  const body = text.slice(0, text.lastIndexOf('  "digest": '));
  writeFileSync(path, `${body}  "digest": "${await xxhash128(body)}"\n}\n`);
}
