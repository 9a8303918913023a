import { PARAMETER_NAMES } from "../../model/index.ts";
import { withParameters, type ExplorerState } from "../../state/explorer-state.ts";

/** Settings that a link has under the same names. */
export const LINK_SETTINGS = ["prices", "rule", "resolution", "colour", ...PARAMETER_NAMES] as const;
export type LinkSetting = (typeof LINK_SETTINGS)[number];

const START = "#v1:";

/**
 * One fragment of a link and of single settings, for the reader of links to judge: a key that is in both is refused there, as one that is in
 * a link twice. Of a whole address the fragment is taken.
 */
export function joinLink(link: string, settings: Partial<Record<LinkSetting, unknown>>): string {
  const at = link.indexOf("#");
  const fragment = at > 0 ? link.slice(at) : link;
  const parts = LINK_SETTINGS.filter((name) => settings[name] != null).map((name) => `${name}=${String(settings[name])}`);
  if (parts.length === 0) return fragment;
  return fragment === "" ? START + parts.join("&") : `${fragment}&${parts.join("&")}`;
}

/**
 * What is shown after single settings have changed: `after`, what they say now, but with the eye and the parameters that the reader chose in the picture,
 * as far as the settings say of them what they said `before`.
 */
export function keepPicks(shown: ExplorerState, before: ExplorerState, after: ExplorerState): ExplorerState {
  const picked = PARAMETER_NAMES.filter((name) => Object.is(before.parameters[name], after.parameters[name]));
  return { ...withParameters(after, Object.fromEntries(picked.map((name) => [name, shown.parameters[name]]))), camera: shown.camera };
}
