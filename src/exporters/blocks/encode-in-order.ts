import type { BlockTable, CellBlock, EncodedBlock, Encoders } from "./encoders.ts";

/**
 * Encodes blocks, as many at once as the encoders are worth, and gives them in their order: no more than those are ever held. A block's bytes stand until the
 * next is asked for.
 */
export async function* encodeInOrder(encoders: Encoders, table: BlockTable, blocks: Iterable<CellBlock>): AsyncGenerator<EncodedBlock, void> {
  const underWay: Promise<EncodedBlock>[] = [];
  const give = async function* (due: Promise<EncodedBlock>): AsyncGenerator<EncodedBlock, void> {
    const encoded = await due;
    yield encoded;
    encoders.release(encoded);
  };
  for (const block of blocks) {
    const encoded = encoders.encode(table, block);
    // Whoever has given up at an earlier one waits for none.
    encoded.catch(() => undefined);
    underWay.push(encoded);
    const [first] = underWay;
    if (underWay.length < encoders.width) continue;
    void underWay.shift();
    yield* give(first);
  }
  for (const encoded of underWay) yield* give(encoded);
}
