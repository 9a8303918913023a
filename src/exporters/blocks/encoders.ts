import type { SweepSpec } from "../../sweep/spec.ts";
import type { FilledTile } from "../../sweep/tile.ts";

/** Formats whose blocks are encoded apart from their writing: text and compression take far longer than the sweep itself. */
export type BlockFormat = "csv" | "csv.gz" | "parquet";

/** A table of which blocks are to be encoded. */
export interface BlockTable {
  readonly format: BlockFormat;
  readonly spec: SweepSpec;
}

/** Consecutive cells of a table, with the bytes of the fields among the wanted columns. */
export interface CellBlock extends Pick<FilledTile, "start" | "count" | "fields"> {
  /** Names of axes and fields. */
  readonly columns: readonly string[];
}

/** A block as it stands in the file. */
export interface EncodedBlock {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Length before compression. */
  readonly plainBytes: number;
  /** Smallest and largest value but NaN, where the format records it; from ∞ to −∞ where there is none. */
  readonly range: readonly [number, number];
}

export const NO_RANGE: EncodedBlock["range"] = [Infinity, -Infinity];

/** Encodes a block: what it gives depends on the table and the block alone, so that it changes no byte who does it, and when. The bytes stand until the next call. */
export type EncodeBlock = (block: CellBlock) => EncodedBlock;

/** Who encodes. */
export interface Encoders {
  /** Blocks that are worth having under way at once. */
  readonly width: number;
  /** The block's bytes must stand as they are until it settles. */
  encode(table: BlockTable, block: CellBlock): Promise<EncodedBlock>;
  /** The memory of a block that has been written may be taken for the next. Who never says so takes new memory for each. */
  release(encoded: EncodedBlock): void;
}

/** Encoders that live until they are ended. */
export interface EncoderWorkers extends Encoders {
  dispose(): void;
}
