import type { ExplorerState } from "../../state/explorer-state.ts";
import { encodeLink, type LinkView } from "../../state/link.ts";

/** The whole address that opens a state on this page. */
export function pageLink(state: ExplorerState, view: LinkView = {}): string {
  const address = new URL(location.href);
  address.hash = encodeLink(state, view);
  return address.href;
}
