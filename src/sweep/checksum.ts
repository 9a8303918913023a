import { createXXHash128, type IHasher } from "hash-wasm";

/** Bytes of a piece: pieces are hashed on their own, so that a checksum can be made in parallel. */
export const PIECE_BYTES: number = 2 ** 20;
/** Bytes of one XXH128 digest. */
export const DIGEST_BYTES = 16;
const PREFIX = "xxh128t-";

let loading: Promise<IHasher> | undefined;

/** One hasher serves all: from `init` to `digest` nothing is awaited, so uses never overlap. */
function hasher(): Promise<IHasher> {
  return loading ??= createXXHash128();
}

/**
 * The XXH128 digests, joined, of the consecutive 1 MiB pieces of `bytes`; only the last piece may be shorter.
 * A field that arrives in parts gives the same digests as the whole, if every part but the last is a multiple of
 * {@link PIECE_BYTES}.
 */
export async function pieceDigests(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return (await loadPieceDigests())(bytes);
}

/** {@link pieceDigests}, ready to be called without waiting. */
export async function loadPieceDigests(): Promise<(bytes: Uint8Array) => Uint8Array<ArrayBuffer>> {
  const hash = await hasher();
  return (bytes) => digestPieces(hash, bytes);
}

function digestPieces(hash: IHasher, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const digests = new Uint8Array(Math.ceil(bytes.length / PIECE_BYTES) * DIGEST_BYTES);
  for (let start = 0, at = 0; start < bytes.length; start += PIECE_BYTES, at += DIGEST_BYTES) {
    digests.set(hash.init().update(bytes.subarray(start, start + PIECE_BYTES)).digest("binary"), at);
  }
  return digests;
}

/**
 * The checksum of a field (CONTRACT.md, "A summary"): `xxh128t-` and the XXH128, in hexadecimal, of the digests that
 * {@link pieceDigests} gave for its parts, in order.
 */
export async function joinDigests(parts: Iterable<Uint8Array>): Promise<string> {
  const hash = (await hasher()).init();
  for (const part of parts) hash.update(part);
  return PREFIX + hash.digest();
}

/** What checksums are made with, ready to be called without waiting. */
export interface Digests {
  /** {@link checksumOf} */
  readonly checksum: (bytes: Uint8Array<ArrayBufferLike>) => string;
  /** {@link pieceDigests} */
  readonly pieces: (bytes: Uint8Array<ArrayBufferLike>) => Uint8Array<ArrayBuffer>;
  /** {@link joinDigests} of digests that are one after the other. */
  readonly join: (pieces: Uint8Array<ArrayBufferLike>) => string;
  /** XXH128 of a text in hexadecimal. */
  readonly text: (text: string) => string;
}

export async function loadDigests(): Promise<Digests> {
  const hash = await hasher();
  const join = (pieces: Uint8Array<ArrayBufferLike>) => PREFIX + hash.init().update(pieces).digest();
  const pieces = (bytes: Uint8Array<ArrayBufferLike>) => digestPieces(hash, bytes);
  return { checksum: (bytes) => join(pieces(bytes)), pieces, join, text: (text) => hash.init().update(text).digest() };
}

/** {@link joinDigests} of digests that come one after the other, however many. */
export interface DigestJoiner {
  add(pieces: Uint8Array): void;
  /** Ends it. */
  end(): string;
}

export async function createDigestJoiner(): Promise<DigestJoiner> {
  const hash = (await createXXHash128()).init();
  return { add: (pieces) => { hash.update(pieces); }, end: () => PREFIX + hash.digest() };
}

/** XXH128, in hexadecimal, of a text that comes part by part. */
export interface TextDigest {
  add(text: string): void;
  /** Ends it. */
  end(): string;
}

export async function createTextDigest(): Promise<TextDigest> {
  const hash = (await createXXHash128()).init();
  return { add: (text) => { hash.update(text); }, end: () => hash.digest() };
}

/** The checksum of bytes that are all here. */
export async function checksumOf(bytes: Uint8Array): Promise<string> {
  return joinDigests([await pieceDigests(bytes)]);
}
