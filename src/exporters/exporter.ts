import type { BilingualText } from "../model/index.ts";
import type { SweepSpec } from "../sweep/spec.ts";
import type { FilledTile } from "../sweep/tile.ts";

/** Where an exporter's bytes go: a file, a browser's file handle, memory. The bytes are the sink's only until it settles. */
export interface ByteSink {
  /** Writes all of `bytes`, which may lie in shared memory, at `position`, counted from the start of the file; parts may come in any order, none twice. */
  write(bytes: Uint8Array<ArrayBufferLike>, position: number): Promise<void>;
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

/** One file being written. */
export interface ExportWriter {
  /** Takes the tiles of the sweep in order, without gaps; settles when the tile's bytes may be reused. */
  writeTile(tile: FilledTile): Promise<void>;
  /** Completes the file after the last tile; returns its length in bytes. */
  finish(): Promise<number>;
}

/** A file format. Results never ask which engine ran; formats never ask who writes. */
export interface Exporter {
  readonly id: string;
  readonly label: BilingualText;
  readonly meaning: BilingualText;
  /** With the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether one file can hold more than one field. */
  readonly holdsSeveralFields: boolean;
  /** Exact length of the file in bytes, or `null` where it depends on the values. */
  plannedBytes(source: ExportSource): number | null;
  open(source: ExportSource, sink: ByteSink): Promise<ExportWriter>;
  /** What the names of {@link sidecars} end in. */
  readonly sidecarSuffixes: readonly string[];
  sidecars(source: ExportSource): readonly Sidecar[];
}
