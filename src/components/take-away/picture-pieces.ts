import { COLOURS, FONTS, type ColourTokens, type Theme } from "../../design/tokens.ts";
import type { Language } from "../../model/index.ts";
import type { ScenePicture } from "../../scene/index.ts";
import type { DifferenceKey } from "../compare/difference-keys.ts";
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

/** A part of a picture: knows how high it is before it is drawn. CSS px. */
export interface Piece {
  readonly height: number;
  readonly draw: (context: CanvasRenderingContext2D, x: number, y: number) => void;
}

interface TextStyle {
  readonly size: number;
  readonly weight?: number;
  readonly colour: "text" | "muted";
  /** Above the text. */
  readonly gap: number;
}

export const PADDING = 16;
const BAR = { height: 10, middle: 16, most: 260, gap: 8 } as const;
const FLAT_HEIGHT = 18;
const SWATCH = 11;
const KEY_INDENT = SWATCH + 6;
const LETTER = 22;
const HALO = 3;
const KEY_STYLE = { size: 12, colour: "muted" } as const;

/** Makes pieces of one width, in one look. */
export class PieceMaker {
  readonly #ruler: CanvasRenderingContext2D;
  readonly #family: string;
  readonly #colours: ColourTokens;

  constructor(private readonly look: PictureLook, private readonly width: number) {
    this.#ruler = contextOf(document.createElement("canvas"));
    this.#family = look.language === "zh" ? FONTS.chinese : FONTS.sans;
    this.#colours = COLOURS[look.theme];
  }

  text(content: string, { size, weight = 400, colour, gap }: TextStyle, indent = 0): Piece {
    const font = `${weight} ${size}px ${this.#family}`;
    this.#ruler.font = font;
    const lines = wrapText(content, this.width - 2 * PADDING - indent, (one) => this.#ruler.measureText(one).width);
    const step = Math.round(size * 1.45);
    return {
      height: gap + lines.length * step,
      draw: (context, x, y) => {
        [context.font, context.fillStyle, context.textBaseline, context.textAlign] = [font, this.#colours[colour], "middle", "left"];
        lines.forEach((line, k) => context.fillText(line, x + PADDING + indent, y + gap + (k + 0.5) * step));
      },
    };
  }

  /** A letter in a frame, and what it stands for. */
  title(letter: string, content: string): Piece {
    const words = this.text(content, { size: 13, weight: 600, colour: "text", gap: 14 }, LETTER + 8);
    return {
      height: words.height + 6,
      draw: (context, x, y) => {
        words.draw(context, x, y);
        [context.strokeStyle, context.lineWidth] = [this.#colours.muted, 1];
        context.strokeRect(x + PADDING + 0.5, y + 12.5, LETTER, LETTER);
        [context.font, context.fillStyle, context.textAlign] = [`600 13px ${this.#family}`, this.#colours.text, "center"];
        context.fillText(letter, x + PADDING + LETTER / 2, y + 12.5 + LETTER / 2);
      },
    };
  }

  scene({ canvas, texts, width, height }: ScenePicture): Piece {
    return {
      height,
      draw: (context, x, y) => {
        context.drawImage(canvas, x, y, width, height);
        [context.textBaseline, context.textAlign, context.lineJoin] = ["alphabetic", "left", "round"];
        for (const { text, left, top, font, colour } of texts) {
          context.font = font;
          const baseLine = y + top + context.measureText(text).fontBoundingBoxAscent;
          [context.strokeStyle, context.lineWidth] = [this.#colours.surface, HALO];
          context.strokeText(text, x + left, baseLine);
          context.fillStyle = colour;
          context.fillText(text, x + left, baseLine);
        }
      },
    };
  }

  legend({ title, region, surface, ...scale }: LegendTexts): readonly Piece[] {
    return [this.text(title, { ...KEY_STYLE, gap: 4 }), this.#scale(scale), this.#key(`${region} · ${surface}`, (context, x, y) => {
      context.globalAlpha = 0.6;
      this.#fill(context, "raises", x, y, SWATCH);
    })];
  }

  differenceKey({ swatch, text }: DifferenceKey): Piece {
    return this.#key(text, (context, x, y) => this.#swatch(context, swatch, x, y));
  }

  #key(content: string, paint: (context: CanvasRenderingContext2D, x: number, y: number) => void): Piece {
    const words = this.text(content, { ...KEY_STYLE, gap: 6 }, KEY_INDENT);
    return {
      height: words.height,
      draw: (context, x, y) => {
        words.draw(context, x, y);
        context.save();
        paint(context, x + PADDING, y + 6 + Math.round(KEY_STYLE.size * 1.45) / 2 - SWATCH / 2);
        context.restore();
      },
    };
  }

  #swatch(context: CanvasRenderingContext2D, swatch: DifferenceKey["swatch"], x: number, y: number): void {
    if (swatch === "line" || swatch === "dashed") {
      [context.strokeStyle, context.lineWidth] = [this.#colours.muted, 2];
      if (swatch === "dashed") context.setLineDash([3, 2]);
      context.beginPath();
      context.moveTo(x, y + SWATCH / 2);
      context.lineTo(x + SWATCH, y + SWATCH / 2);
      context.stroke();
      return;
    }
    if (swatch === "solid" || swatch === "veil") {
      context.globalAlpha = swatch === "veil" ? 0.45 : 1;
      this.#fill(context, "raises", x, y, SWATCH / 2);
      this.#fill(context, "lowers", x + SWATCH / 2, y, SWATCH / 2);
      return;
    }
    const fills = { gained: "raises", lost: "lowers", both: "raisesTint", neither: "lowersTint" } as const;
    this.#fill(context, fills[swatch], x, y, SWATCH);
    [context.strokeStyle, context.lineWidth] = [this.#colours.line, 1];
    context.strokeRect(x, y, SWATCH, SWATCH);
  }

  #fill(context: CanvasRenderingContext2D, colour: keyof ColourTokens, x: number, y: number, width: number): void {
    context.fillStyle = this.#colours[colour];
    context.fillRect(x, y, width, SWATCH);
  }

  #scale({ low, middle, high, flat }: Omit<LegendTexts, "title" | "region" | "surface">): Piece {
    const { text, line } = this.#colours;
    const begin = (context: CanvasRenderingContext2D) => {
      [context.font, context.fillStyle, context.textBaseline, context.textAlign] = [`12px ${this.#family}`, text, "middle", "left"];
    };
    if (flat !== null) return { height: FLAT_HEIGHT, draw: (context, x, y) => { begin(context); context.fillText(flat, x + PADDING, y + FLAT_HEIGHT / 2); } };
    return {
      height: 8 + BAR.height + (middle === null ? 0 : BAR.middle),
      draw: (context, x, y) => {
        begin(context);
        const top = y + 4;
        context.fillText(low, x + PADDING, top + BAR.height / 2);
        const from = x + PADDING + context.measureText(low).width + BAR.gap;
        const length = Math.min(BAR.most, x + this.width - PADDING - from - BAR.gap - context.measureText(high).width);
        const gradient = context.createLinearGradient(from, 0, from + length, 0);
        this.look.stops.forEach((stop, k) => gradient.addColorStop(k / (this.look.stops.length - 1), stop));
        context.fillStyle = gradient;
        context.fillRect(from, top, length, BAR.height);
        [context.strokeStyle, context.lineWidth] = [line, 1];
        context.strokeRect(from, top, length, BAR.height);
        context.fillStyle = text;
        context.fillText(high, from + length + BAR.gap, top + BAR.height / 2);
        if (middle !== null) context.fillText(middle, from + (length - context.measureText(middle).width) / 2, top + BAR.height + BAR.middle / 2);
      },
    };
  }
}

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) throw new RangeError("The browser gives no canvas to draw on.");
  return context;
}
