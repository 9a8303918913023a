import { msg } from "@lit/localize";
import { legendStops } from "../../scene/index.ts";
import { scenarioOfSide } from "../../state/compare/compare-state.ts";
import { SIDES } from "../../state/compare/comparison.ts";
import { parameterRows, type Taken } from "../../takeaway/index.ts";
import { differenceKeys } from "../compare/difference-keys.ts";
import { agreementText, countsText, differenceHeadline, differenceSentence, fourthAxisText, sideText } from "../compare/difference-texts.ts";
import type { SeenComparison } from "../compare/seen-comparison.ts";
import { legendTexts } from "../region-view/legend-texts.ts";
import { axesText } from "./axes-text.ts";
import { composePicture, type CaptionLine, type PictureFoot } from "./compose-picture.ts";
import type { PictureLook } from "./picture-pieces.ts";
import { APART, NO_SCENE, NO_SURFACE, NOT_COUNTED, NOT_YET } from "./take-away-problem.ts";

/** A space at which no line ends. */
const JOINED = "\u00a0";

/** Both sides, or their difference, as they are seen, and of the present state alone. Throws what `problemText` explains. */
export function drawComparison({ session, sides, hasOneLegend }: SeenComparison, caption: readonly CaptionLine[], look: Omit<PictureLook, "stops">): HTMLCanvasElement {
  const { explorer, surfaces } = session;
  const { state } = explorer;
  if (sides.length === 0) throw APART;
  if (explorer.surface.isPending || surfaces.isPending) throw NOT_YET;
  const error = explorer.surface.error ?? surfaces.error;
  if (error !== null) throw error;
  if (surfaces.result === null) throw NO_SURFACE;
  const isDifference = sides[0].side === null;
  const legends = sides.map(({ source, range }) => (isDifference ? null : legendTexts(source, range, look.language)));
  const columns = sides.map(({ side, scene }, k) => {
    if (scene === undefined) throw NO_SCENE;
    return {
      scene: scene.picture(look.scale, look.theme), legend: hasOneLegend ? null : legends[k],
      title: side === null ? null : [side, sideText(state, side, look.language)] as const,
    };
  });
  const foot: PictureFoot = { legend: hasOneLegend ? legends[0] : null, keys: isDifference ? differenceKeys(state) : [], caption };
  return composePicture(columns, foot, { ...look, stops: legendStops() });
}

/** What the comparison comes to, and of what it is. Throws where its points are not counted yet. */
export function comparisonCaption({ session: { difference }, sides }: SeenComparison, { state, language, link, tool }: Taken): readonly CaptionLine[] {
  const { result, isPending, isCancelled, error } = difference;
  if (isPending) throw NOT_COUNTED;
  const counted: readonly CaptionLine[] = result === null || isCancelled || error !== null ? [["headline", msg("A and B, not counted")]] : [
    ["headline", differenceHeadline(result, language)],
    ["sentence", [agreementText(state, result, language), differenceSentence(result)].join(" ").trim()],
    ["detail", countsText(result, language)],
  ];
  const isDifference = sides[0]?.side === null;
  return [
    ...counted,
    ...(isDifference ? SIDES.map((side): CaptionLine => ["detail", `${side}${JOINED}· ${sideText(state, side, language)}`]) : []),
    ["detail", commonParameters(state, language)],
    ...(isDifference ? [["note", fourthAxisText(state)] as const] : []),
    ["note", `${axesText(state)} Tauscape ${tool.version}`],
    ["link", link],
  ];
}

/** The parameters that A and B have alike. */
function commonParameters(state: Taken["state"], language: Taken["language"]): string {
  const [a, b] = SIDES.map((side) => scenarioOfSide(state, side));
  const rows = parameterRows({ ...state, ...a }, language);
  const others = new Map(parameterRows({ ...state, ...b }, language).map(({ symbol, value }) => [symbol, value]));
  return rows.filter(({ symbol, value }) => others.get(symbol) === value).map(({ symbol, value }) => `${symbol}${JOINED}=${JOINED}${value}`).join(" · ");
}
