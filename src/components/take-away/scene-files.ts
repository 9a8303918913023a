import type { Theme } from "../../design/tokens.ts";
import { FIELDS, PARAMETERS, valueInView } from "../../model/index.ts";
import { legendStops, type RegionScene } from "../../scene/index.ts";
import type { ExportedAxis, ExportedSurfaces } from "../../scene/export-surfaces.ts";
import { drawnAxes } from "../../state/axes.ts";
import type { ColourRange } from "../../state/colour-range.ts";
import { sweepSpecOf } from "../../state/derived-specs.ts";
import type { DrawnSurfaces } from "../../state/drawn-surfaces.ts";
import type { Explorer } from "../../state/explorer.ts";
import { formatExactly } from "../../state/format.ts";
import { captionOf, type Taken } from "../../takeaway/index.ts";
import type { SeenComparison } from "../compare/seen-comparison.ts";
import { legendTexts } from "../region-view/legend-texts.ts";
import { sceneSlices, slicePlanes } from "../region-view/scene-data.ts";
import { colourExtent, rangeWith } from "../region-view/colour-extent.ts";
import { comparisonCaption, drawComparison } from "./comparison-picture.ts";
import { composePicture, type CaptionLine } from "./compose-picture.ts";
import { NO_SCENE, NO_SURFACE, NO_TRIANGLES, NOT_YET, TOO_LARGE } from "./take-away-problem.ts";

/** What files are made from. */
export interface TakeAwayContext {
  readonly explorer: Explorer;
  readonly taken: Taken;
  readonly theme: Theme;
  readonly seen: Seen;
}

/** What is drawn on the page now: the scene, `undefined` where it is not, or the comparison in its stead. */
export interface Seen {
  readonly scene: RegionScene | undefined;
  readonly comparison: SeenComparison | undefined;
}

/** What is seen of the present state, and of no other, with labels and legend, and a caption where one is wanted. Throws what `problemText` explains. */
export function drawPicture({ explorer, taken, theme, seen: { scene, comparison } }: TakeAwayContext, scale: number, hasCaption: boolean): HTMLCanvasElement {
  const look = { theme, language: taken.language, scale };
  if (comparison !== undefined) return drawComparison(comparison, hasCaption ? comparisonCaption(comparison, taken) : [], look);
  if (scene === undefined) throw NO_SCENE;
  const legend = legendTexts(explorer, rangeNow(explorer), taken.language);
  return composePicture([{ title: null, scene: scene.picture(scale, theme), legend: null }], { legend, keys: [], caption: hasCaption ? captionLines(taken) : [] }, { ...look, stops: legendStops() });
}

function captionLines(taken: Taken): readonly CaptionLine[] {
  const { headline, sentence, parameters, choices, link } = captionOf(taken);
  return [["headline", headline], ["sentence", sentence], ["detail", parameters], ["note", choices], ["link", link]];
}

/** What the colour scale of the scene runs over. */
function rangeNow(explorer: Explorer): ColourRange | null {
  return rangeWith(colourExtent(drawnNow(explorer), slicePlanes(explorer.state)), null);
}

/** The picture as a PNG. */
export async function pngBlob(context: TakeAwayContext, scale: number): Promise<Blob> {
  const canvas = drawPicture(context, scale, true);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw TOO_LARGE;
  return blob;
}

export async function glbBlob(context: TakeAwayContext): Promise<Blob> {
  const surfaces = exportedSurfaces(context);
  const { exportGlb, isAnythingDrawn } = await import("../../scene/export-surfaces.ts");
  if (!isAnythingDrawn(surfaces, "all")) throw NO_TRIANGLES.all;
  return new Blob([await exportGlb(surfaces)], { type: "model/gltf-binary" });
}

export async function stlBlob(context: TakeAwayContext, parts: "region" | "others"): Promise<Blob> {
  const surfaces = exportedSurfaces(context);
  const { exportStl, isAnythingDrawn } = await import("../../scene/export-surfaces.ts");
  if (!isAnythingDrawn(surfaces, parts)) throw NO_TRIANGLES[parts];
  return new Blob([exportStl(surfaces, parts)], { type: "model/stl" });
}

/** The surfaces of the present state, and of no other. */
function drawnNow({ surface: { result, isPending, error } }: Explorer): DrawnSurfaces {
  if (isPending) throw NOT_YET;
  if (error !== null) throw error;
  if (result === null) throw NO_SURFACE;
  return result;
}

function exportedSurfaces({ explorer, taken, theme }: TakeAwayContext): ExportedSurfaces {
  const { state } = explorer;
  const drawn = drawnNow(explorer);
  const planes = slicePlanes(state);
  const slices = sceneSlices(planes, state, taken.language);
  const axes = drawnAxes(state);
  const [x, y, z] = axes.map((name): ExportedAxis => {
    const { symbol, label, unit } = PARAMETERS[name];
    return { name, symbol, label: label[taken.language], unit, ...state.ranges[name] };
  });
  return {
    axes: [x, y, z], region: drawn.region.mesh,
    isosurfaces: drawn.isosurfaces.map(({ quantity, level, result }) => ({ name: `${quantity} = ${formatExactly(level)}`, mesh: result.mesh })),
    slices: slices.map((slice) => {
      const name = axes[slice.axis];
      return { name: `slice at ${name} = ${formatExactly(valueInView(slice.place, state.ranges[name]))}`, slice };
    }),
    colour: { quantity: state.colour, unit: FIELDS[state.colour].unit, range: rangeNow(explorer) ?? [0, 1] },
    theme,
    about: { program: `Tauscape ${taken.tool.version}`, commit: taken.tool.commit, link: taken.link, spec: sweepSpecOf(state) },
  };
}
