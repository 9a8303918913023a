import { formatCount, type BilingualText } from "../../model/index.ts";
import { PictureTooLargeError, SceneUnavailableError } from "../../scene/index.ts";

/** Why something cannot be taken away, said for a person: what happened, and what to do. */
export class TakeAwayProblem extends Error {
  constructor(readonly text: BilingualText) {
    super(text.en);
    this.name = "TakeAwayProblem";
  }
}

/** What to say about any error. */
export function problemText(error: unknown): BilingualText {
  if (error instanceof TakeAwayProblem) return error.text;
  if (error instanceof PictureTooLargeError) {
    const [pixels, most] = [error.pixels, error.most].map(formatCount);
    return {
      en: `The picture would have ${pixels} pixels along a side; this graphics card draws at most ${most}. Choose a smaller size.`,
      zh: `图片一边将有 ${pixels} 像素，而此显卡最多绘制 ${most} 像素。请选择较小的尺寸。`,
    };
  }
  if (error instanceof SceneUnavailableError) return LOST.text;
  const message = error instanceof Error ? error.message : String(error);
  return { en: `It could not be made: ${message}`, zh: `无法生成：${message}` };
}

const LOST = new TakeAwayProblem({
  en: "The browser has taken the graphics card away from this page, so there is no picture now. Wait until the scene is drawn again, or load the page anew.",
  zh: "浏览器已收回本页的显卡，暂时没有图像。请等场景重新绘制，或重新载入页面。",
});

export const NO_SCENE = new TakeAwayProblem({
  en: "There is no picture: this browser has no WebGL 2, or the scene has not been drawn yet.",
  zh: "没有图像：此浏览器没有 WebGL 2，或场景尚未绘制。",
});
export const APART = new TakeAwayProblem({
  en: "A and B span different spaces, so there is no picture of their difference. Show them side by side, or compare them over axes that both have.",
  zh: "A 与 B 所在的空间不同，因此没有差异图。请并排显示，或在两者共有的坐标轴上比较。",
});
export const NOT_COUNTED = new TakeAwayProblem({
  en: "The points of A and B are still being compared, and the picture tells their counts. Try again in a moment.",
  zh: "A 与 B 的格点仍在比较，而图片须注明其计数。请稍候再试。",
});
export const NO_SURFACE = new TakeAwayProblem({ en: "There is no surface yet. Try again when it is drawn.", zh: "尚无曲面。请等绘制完成后再试。" });
/** By what a file was to hold. */
export const NO_TRIANGLES = {
  all: new TakeAwayProblem({
    en: "Nothing is drawn within these axes, so the file would be empty and was not saved. Widen the ranges of the axes, or choose another rule.",
    zh: "这些坐标轴范围内没有可绘制的曲面，文件将为空，因此未保存。请放宽坐标轴范围，或改用其他规则。",
  }),
  region: new TakeAwayProblem({
    en: "Within these axes more compute raises growth nowhere, so there is no solid and nothing was saved. Widen the ranges of the axes, or choose another rule.",
    zh: "在这些坐标轴范围内，增加算力在任何地方都不提高增长率，没有实体可保存。请放宽坐标轴范围，或改用其他规则。",
  }),
  others: new TakeAwayProblem({
    en: "The slices and surfaces of equal value hold no point where an economy is, so nothing was saved. Move the slices, or choose other levels.",
    zh: "切片与等值面上没有可行的经济，因此未保存。请移动切片，或选择其他等值。",
  }),
} as const;
export const NOT_YET = new TakeAwayProblem({
  en: "The surface of what is set now is still being computed. Try again in a moment.",
  zh: "当前设定的曲面仍在计算。请稍候再试。",
});
export const TOO_LARGE = new TakeAwayProblem({
  en: "The browser cannot hold a picture of this size. Choose a smaller one.",
  zh: "浏览器无法容纳这样大的图片。请选择较小的尺寸。",
});
