import type { WebGLRenderer } from "three";
import { SceneUnavailableError } from "./scene-unavailable-error.ts";
import type { TextFragment } from "./text-fragments.ts";

/** CSS px. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** A drawn scene to be put together with its texts. */
export interface ScenePicture extends Size {
  /** Pixels; those of CSS times the scale. */
  readonly canvas: HTMLCanvasElement;
  readonly texts: readonly TextFragment[];
}

/** The graphics card cannot draw so many pixels. */
export class PictureTooLargeError extends RangeError {
  /** @param pixels along the longer side @param most that can be drawn */
  constructor(readonly pixels: number, readonly most: number) {
    super(`The picture would have ${pixels} pixels along a side; this graphics card draws at most ${most}.`);
    this.name = "PictureTooLargeError";
  }
}

/**
 * Has a scene drawn `scale` times as large as it is shown, and gives the renderer its size back.
 * @param draw answers with the texts on what it has drawn
 * @throws PictureTooLargeError beyond what the graphics card can draw, SceneUnavailableError where it has gone away
 */
export function takePicture(renderer: WebGLRenderer, size: Size, scale: number, draw: () => readonly TextFragment[]): ScenePicture {
  const context = renderer.getContext();
  if (context.isContextLost()) throw new SceneUnavailableError();
  checkPictureSize(context, size, scale);
  const ratio = renderer.getPixelRatio();
  try {
    renderer.setPixelRatio(scale);
    renderer.setSize(size.width, size.height, false);
    const texts = draw();
    return { canvas: copyCanvas(renderer.domElement), texts, width: size.width, height: size.height };
  } finally {
    renderer.setPixelRatio(ratio);
    renderer.setSize(size.width, size.height, false);
  }
}

/** Throws PictureTooLargeError; a canvas beyond the limits is made smaller without a word. */
function checkPictureSize(context: WebGLRenderingContext | WebGL2RenderingContext, { width, height }: Size, scale: number): void {
  const pixels = Math.round(Math.max(width, height) * scale);
  const limits = [context.MAX_TEXTURE_SIZE, context.MAX_RENDERBUFFER_SIZE].map((name) => Number(context.getParameter(name)));
  const most = Math.min(...limits, ...(context.getParameter(context.MAX_VIEWPORT_DIMS) as Int32Array));
  if (pixels > most) throw new PictureTooLargeError(pixels, most);
}

/** Of a drawing buffer that is cleared with the next frame. */
function copyCanvas(drawn: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [drawn.width, drawn.height];
  copy.getContext("2d")?.drawImage(drawn, 0, 0);
  return copy;
}
