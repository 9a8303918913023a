import { cellsOf, failingCommand } from "../state/export/failed-tile.ts";
import type { TileFailedError } from "../workers/tile-failed.ts";
import type { Texts } from "./texts/texts.ts";

/** What failed, what a person can run to see it fail, and, where a part of a result is kept, how to go on with it. */
export function describeFailedTile(failure: TileFailedError, texts: Texts, kept: string | null): string {
  const { failures, engine, reason } = failure;
  const said = texts.sweep.tileFailed(cellsOf(failure), failures, engine, reason, failingCommand(failure));
  return kept === null ? said : `${said}\n${texts.results.keptAfterTile(kept, engine)}`;
}
