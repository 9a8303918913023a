import type { BlockTable, CellBlock, EncodedBlock } from "../exporters/blocks/encoders.ts";

/** What an encoding worker does. */
export interface EncodeWorkerApi {
  /** Gets ready for a table; the blocks that follow are of it. */
  open(table: BlockTable): Promise<void>;
  encode(block: CellBlock): Promise<EncodedBlock>;
}
