import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import type { ExplorerState } from "../state/explorer-state.ts";
import { encodeLink } from "../state/link.ts";

const DIGITS = 8;

/** Such as `tauscape-report-given-1a2b3c4d.glb`: the digits are those of the state, so that files of one state stand together. */
export function fileName(state: ExplorerState, extension: string, detail = ""): string {
  const digest = bytesToHex(sha256(encodeLink(state))).slice(0, DIGITS);
  return `tauscape-${state.rule}-${state.prices}-${digest}${detail}.${extension}`;
}
