import type { BilingualText } from "../model/index.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";
import type { Encoders } from "./blocks/encoders.ts";

/** Random access to one file. The bytes are the sink's only until it settles, and may lie in shared memory; parts may come in any order. */
export interface ByteSink {
  /**
   * Writes all of `bytes` at `position`, counted from the start of the file.
   * @param pieces their `pieceDigests`, where they are known already: hashing takes time
   */
  write(bytes: Uint8Array<ArrayBufferLike>, position: number, pieces?: Uint8Array): Promise<void>;
}

/**
 * Where a result goes: one file, or the files of a folder. Whoever runs an export keeps a record of every write (path, position,
 * length, digest), so that it can be checked and resumed.
 */
export interface ExportTarget {
  /**
   * A file of the result: `""` is the result itself; for a format that is a folder, a path inside it ("c/0/1", slashes). Opened
   * again it is the same file; what was written stands.
   */
  file(path: string): Promise<ByteSink>;
}

/** What a file is made of; nothing in it depends on the clock, the machine or the engine. */
export interface ExportSource {
  readonly spec: SweepSpec;
  /** From `hashSpec`. */
  readonly specHash: string;
  /** The file's own name without folders, which metadata that stands beside it has to give. */
  readonly fileName: string;
}

/** A small text file that belongs to the result and stands beside it, named PATH and the suffix. */
export interface Sidecar {
  readonly suffix: string;
  readonly text: string;
}

/** Where a writer can go on in another process: plain JSON, the same for equal sweeps. */
export interface Checkpoint {
  /** The first cell that must be given again, where a tile starts; cells before it are in the files. */
  readonly from: number;
  /** JSON that is small however much was written; each writer checks its own. */
  readonly state: unknown;
  /**
   * JSON of which every tile adds some, where a format's end speaks of each: what a writer gives is what came since its last checkpoint, what it is opened
   * with is all of it, in order.
   */
  readonly records?: Iterable<unknown>;
}

/** One result being written. */
export interface ExportWriter {
  /** Takes the tiles in order, without gaps, from the checkpoint's cell (0 for a new file). Settles when the tile's bytes may be reused. */
  writeTile(tile: FilledTile): Promise<void>;
  /**
   * Where one could go on after the tiles so far; what was written by now is not written again from there. Whoever asks keeps the `records`: they are given once.
   */
  checkpoint(): Checkpoint;
  /** Completes the files after the last tile; returns the length of the result in bytes (of all files of a folder). */
  finish(): Promise<number>;
}

/** A file format, loaded when it is first used. Results never ask which engine ran; formats never ask who writes. */
export interface ExportFormat {
  /** Exact length of the result in bytes, or `null` where it depends on the values. */
  plannedBytes(source: ExportSource): number | null;
  /**
   * @param checkpoint `null` for a new file
   * @throws CheckpointError when the checkpoint is not one of this format and sweep
   */
  open(source: ExportSource, target: ExportTarget, checkpoint: Checkpoint | null): Promise<ExportWriter>;
  sidecars(source: ExportSource): readonly Sidecar[];
}

/** The formats' names in commands, journals and manifests. */
export const FORMAT_IDS = ["npz", "npy", "csv", "csv.gz", "parquet", "arrow", "netcdf", "zarr", "zarr2"] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** A row of the table of formats: what can be said of a format without its library. */
export interface FormatInfo {
  readonly id: FormatId;
  readonly label: BilingualText;
  readonly meaning: BilingualText;
  /** With the dot; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  /** Whether one result can hold more than one field. */
  readonly holdsSeveralFields: boolean;
  readonly container: "file" | "folder";
  /** What the names of the sidecars end in. */
  readonly sidecarSuffixes: readonly string[];
}

/** A format with what writes it. */
export interface Exporter extends FormatInfo {
  /** @param encoders who makes text and compresses, where the format does; they change no byte. Default: this thread */
  load(encoders?: Encoders): Promise<ExportFormat>;
}
