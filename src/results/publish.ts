import type { ResultFileSystem } from "./file-system.ts";
import { failed } from "./problems.ts";

export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Puts finished files in their places, in order; what has been moved before is left alone, so that it can be done again after a kill. */
export async function applyMoves(files: ResultFileSystem, moves: readonly Move[]): Promise<void> {
  for (const { from, to } of moves) {
    if (await files.kind(from) === null) {
      if (await files.kind(to) !== null) continue;
      throw failed(`${from} is gone before it could become ${to}: start again with --force.`, `${from} 在成为 ${to} 之前已不见：请用 --force 重新开始。`);
    }
    await files.move(from, to);
  }
}
