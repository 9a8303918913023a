import canonicalize from "canonicalize";
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import type { SweepSpec } from "./spec.ts";

/**
 * `sha256-` and the SHA-256, in hexadecimal, of the spec's RFC 8785 JSON, defaults filled in: equal sweeps have equal hashes,
 * whatever the order of keys they were written in. Needs no secure context, unlike the browser's own SHA-256.
 */
export function hashSpec(spec: SweepSpec): string {
  const text = canonicalize(spec);
  if (text === undefined) throw new TypeError("A sweep's spec is a JSON object");
  return `sha256-${bytesToHex(sha256(text))}`;
}
