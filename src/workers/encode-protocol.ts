import type { BlockTable, CellBlock, EncodedBlock } from "../exporters/blocks/encoders.ts";

/** What an encoding worker does. */
export interface EncodeWorkerApi {
  /** Gets ready for a table; the blocks that follow are of it. */
  open(table: BlockTable): Promise<void>;
  /** @param output memory of an earlier answer, which this one may take; it is handed over both ways */
  encode(block: CellBlock, output: ArrayBuffer | null): Promise<EncodedBlock>;
}
