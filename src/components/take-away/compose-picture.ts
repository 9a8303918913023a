import { COLOURS, FONTS, type Theme } from "../../design/tokens.ts";
import type { Language } from "../../model/index.ts";
import type { ScenePicture } from "../../scene/index.ts";
import type { Caption } from "../../takeaway/index.ts";
import type { LegendTexts } from "../region-view/legend-texts.ts";
import { wrapText } from "./wrap-text.ts";

/** How a picture looks. */
export interface PictureLook {
  readonly theme: Theme;
  readonly language: Language;
  /** Pixels of the picture to a CSS px of the scene. */
  readonly scale: number;
  /** Colours of the scale, from its low end. */
  readonly stops: readonly string[];
}

/** CSS px. */
const PADDING = 16;
const BAR = { height: 10, middle: 16, most: 260, gap: 8 } as const;
const SWATCH = 11;
const KEY_INDENT = SWATCH + 6;
const HALO = 3;

interface Block {
  readonly size: number;
  readonly weight?: number;
  readonly colour: string;
  readonly lines: readonly string[];
  readonly gap: number;
}

/** Scene, labels, legend and, where there is one, a caption below, in one picture; the texts are set anew at its scale. */
export function composePicture(scene: ScenePicture, legend: LegendTexts, caption: Caption | null, look: PictureLook): HTMLCanvasElement {
  const { theme, language, scale } = look;
  const { surface, text, muted } = COLOURS[theme];
  const family = language === "zh" ? FONTS.chinese : FONTS.sans;
  const canvas = document.createElement("canvas");
  const context = contextOf(canvas);
  const block = (content: string, size: number, colour: string, gap: number, { weight = 400, indent = 0 } = {}): Block => {
    context.font = `${weight} ${size}px ${family}`;
    return { size, weight, colour, gap, lines: wrapText(content, scene.width - 2 * PADDING - indent, (one) => context.measureText(one).width) };
  };
  const title = block(legend.title, 12, muted, 4);
  const blocks = caption === null ? [] : [
    block(caption.headline, 17, text, 14, { weight: 600 }), block(caption.sentence, 14, text, 4), block(caption.parameters, 12, text, 10),
    block(caption.choices, 12, muted, 4), block(caption.link, 11, muted, 4),
  ];
  const keys = block(`${legend.region} · ${legend.surface}`, 12, muted, 8, { indent: KEY_INDENT });
  const legendHeight = heightOf(title) + (legend.flat === null ? BAR.height + 8 + (legend.middle === null ? 0 : BAR.middle) : 18) + heightOf(keys);
  const height = scene.height + legendHeight + blocks.reduce((sum, one) => sum + heightOf(one), 0) + PADDING;
  [canvas.width, canvas.height] = [Math.round(scene.width * scale), Math.round(height * scale)];
  context.scale(scale, scale);
  context.fillStyle = surface;
  context.fillRect(0, 0, scene.width, height);
  context.drawImage(scene.canvas, 0, 0, scene.width, scene.height);
  writeLabels(context, scene, surface);
  let y = write(context, title, PADDING, scene.height, family);
  y = drawScale(context, legend, look, { width: scene.width, y: y + 4 }, family);
  y = writeKeys(context, keys, theme, y, family);
  for (const one of blocks) y = write(context, one, PADDING, y, family);
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) throw new RangeError("The browser gives no canvas to draw on.");
  return context;
}

const lineHeight = ({ size }: Block): number => Math.round(size * 1.45);
const heightOf = (block: Block): number => block.gap + block.lines.length * lineHeight(block);

/** Answers where the next block begins. */
function write(context: CanvasRenderingContext2D, block: Block, x: number, y: number, family: string): number {
  context.font = `${block.weight ?? 400} ${block.size}px ${family}`;
  context.fillStyle = block.colour;
  context.textBaseline = "middle";
  block.lines.forEach((line, k) => context.fillText(line, x, y + block.gap + (k + 0.5) * lineHeight(block)));
  return y + heightOf(block);
}

function writeLabels(context: CanvasRenderingContext2D, { texts }: ScenePicture, halo: string): void {
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  for (const { text, left, top, font, colour } of texts) {
    context.font = font;
    const baseLine = top + context.measureText(text).fontBoundingBoxAscent;
    [context.strokeStyle, context.lineWidth] = [halo, HALO];
    context.strokeText(text, left, baseLine);
    context.fillStyle = colour;
    context.fillText(text, left, baseLine);
  }
}

function drawScale(
  context: CanvasRenderingContext2D, { low, middle, high, flat }: LegendTexts, { stops, theme }: PictureLook, { width, y }: { readonly width: number; readonly y: number }, family: string,
): number {
  const { text, line } = COLOURS[theme];
  context.font = `12px ${family}`;
  context.fillStyle = text;
  context.textBaseline = "middle";
  if (flat !== null) {
    context.fillText(flat, PADDING, y + 8);
    return y + 14;
  }
  context.fillText(low, PADDING, y + BAR.height / 2);
  const from = PADDING + context.measureText(low).width + BAR.gap;
  const length = Math.min(BAR.most, width - PADDING - from - BAR.gap - context.measureText(high).width);
  const gradient = context.createLinearGradient(from, 0, from + length, 0);
  stops.forEach((stop, k) => gradient.addColorStop(k / (stops.length - 1), stop));
  context.fillStyle = gradient;
  context.fillRect(from, y, length, BAR.height);
  [context.strokeStyle, context.lineWidth] = [line, 1];
  context.strokeRect(from, y, length, BAR.height);
  context.fillStyle = text;
  context.fillText(high, from + length + BAR.gap, y + BAR.height / 2);
  if (middle === null) return y + BAR.height + 4;
  context.fillText(middle, from + (length - context.measureText(middle).width) / 2, y + BAR.height + BAR.middle / 2);
  return y + BAR.height + BAR.middle + 4;
}

function writeKeys(context: CanvasRenderingContext2D, keys: Block, theme: Theme, y: number, family: string): number {
  const middle = y + keys.gap + lineHeight(keys) / 2;
  context.globalAlpha = 0.6;
  context.fillStyle = COLOURS[theme].raises;
  context.fillRect(PADDING, middle - SWATCH / 2, SWATCH, SWATCH);
  context.globalAlpha = 1;
  return write(context, keys, PADDING + KEY_INDENT, y, family);
}
