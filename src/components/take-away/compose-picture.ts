import { COLOURS } from "../../design/tokens.ts";
import type { ScenePicture } from "../../scene/index.ts";
import type { DifferenceKey } from "../compare/difference-keys.ts";
import type { LegendTexts } from "../region-view/legend-texts.ts";
import { contextOf, PADDING, PieceMaker, type Piece, type PictureLook } from "./picture-pieces.ts";

/** One scene of a picture; several stand side by side. */
export interface PictureColumn {
  /** The letter of a scenario and what it is, above the scene. */
  readonly title: readonly [letter: string, text: string] | null;
  readonly scene: ScenePicture;
  /** Below it, where it is not that of all. */
  readonly legend: LegendTexts | null;
}

/** How a line of a caption is set. */
export type CaptionRank = "headline" | "sentence" | "detail" | "note" | "link";
export type CaptionLine = readonly [rank: CaptionRank, text: string];

/** What stands below all scenes. */
export interface PictureFoot {
  readonly legend: LegendTexts | null;
  readonly keys: readonly DifferenceKey[];
  readonly caption: readonly CaptionLine[];
}

const RANKS = {
  headline: { size: 17, weight: 600, colour: "text", gap: 14 }, sentence: { size: 14, colour: "text", gap: 4 }, detail: { size: 12, colour: "text", gap: 8 },
  note: { size: 12, colour: "muted", gap: 4 }, link: { size: 11, colour: "muted", gap: 4 },
} as const satisfies Record<CaptionRank, object>;

/** Between two scenes. */
const GAP = 12;
/** From this width on two keys stand in a row. */
const TWO_KEYS_PX = 640;

/** Scenes with their labels, legends and, below, a caption, in one picture; the texts are set anew at its scale. */
export function composePicture(columns: readonly PictureColumn[], { legend, keys, caption }: PictureFoot, look: PictureLook): HTMLCanvasElement {
  const { theme, scale } = look;
  const width = columns.reduce((sum, { scene }) => sum + scene.width, GAP * (columns.length - 1));
  const stacks = columns.map(({ title, scene, legend: own }): readonly Piece[] => {
    const make = new PieceMaker(look, scene.width);
    return [...(title === null ? [] : [make.title(...title)]), make.scene(scene), ...(own === null ? [] : make.legend(own))];
  });
  const whole = new PieceMaker(look, width);
  const half = new PieceMaker(look, width / 2);
  const pairs = Array.from({ length: width < TWO_KEYS_PX ? 0 : Math.ceil(keys.length / 2) }, (_, k) => abreast(keys.slice(2 * k, 2 * k + 2).map((key) => half.differenceKey(key)), width / 2));
  const foot = [
    ...(legend === null ? [] : whole.legend(legend)), ...(pairs.length > 0 ? pairs : keys.map((key) => whole.differenceKey(key))),
    ...caption.map(([rank, text]) => whole.text(text, RANKS[rank])),
  ];
  const head = Math.max(...stacks.map(heightOf));
  const height = head + heightOf(foot) + PADDING;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const context = contextOf(canvas);
  context.scale(scale, scale);
  context.fillStyle = COLOURS[theme].surface;
  context.fillRect(0, 0, width, height);
  let left = 0;
  stacks.forEach((stack, k) => {
    draw(context, stack, left, 0);
    left += columns[k].scene.width + GAP;
  });
  draw(context, foot, 0, head);
  return canvas;
}

/** Pieces side by side, each as wide as it was made for. */
function abreast(pieces: readonly Piece[], width: number): Piece {
  return {
    height: Math.max(...pieces.map(({ height }) => height)),
    draw: (context, x, y) => pieces.forEach((piece, k) => piece.draw(context, x + k * width, y)),
  };
}

function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { height }) => sum + height, 0);
}

function draw(context: CanvasRenderingContext2D, pieces: readonly Piece[], x: number, y: number): void {
  let top = y;
  for (const piece of pieces) {
    piece.draw(context, x, top);
    top += piece.height;
  }
}
