import type { TextFragment } from "./text-fragments.ts";

/** A drawn scene to be put together with its texts. */
export interface ScenePicture {
  /** Pixels; those of CSS times the scale. */
  readonly canvas: HTMLCanvasElement;
  readonly texts: readonly TextFragment[];
  /** CSS px. */
  readonly width: number;
  readonly height: number;
}

/** The graphics card cannot draw so many pixels. */
export class PictureTooLargeError extends RangeError {
  /** @param pixels along the longer side @param most that can be drawn */
  constructor(readonly pixels: number, readonly most: number) {
    super(`The picture would have ${pixels} pixels along a side; this graphics card draws at most ${most}.`);
    this.name = "PictureTooLargeError";
  }
}

/** Throws PictureTooLargeError; a canvas beyond the limits is made smaller without a word. */
export function checkPictureSize(context: WebGLRenderingContext | WebGL2RenderingContext, { width, height }: { readonly width: number; readonly height: number }, scale: number): void {
  const pixels = Math.round(Math.max(width, height) * scale);
  const limits = [context.MAX_TEXTURE_SIZE, context.MAX_RENDERBUFFER_SIZE].map((name) => Number(context.getParameter(name)));
  const most = Math.min(...limits, ...(context.getParameter(context.MAX_VIEWPORT_DIMS) as Int32Array));
  if (pixels > most) throw new PictureTooLargeError(pixels, most);
}

/** Of a drawing buffer that is cleared with the next frame. */
export function copyCanvas(drawn: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [drawn.width, drawn.height];
  copy.getContext("2d")?.drawImage(drawn, 0, 0);
  return copy;
}
