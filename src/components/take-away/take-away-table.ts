import type { BilingualText } from "../../model/index.ts";
import type { ExplorerState } from "../../state/explorer-state.ts";
import {
  bibTeX, fileName, latexDocument, markdownDocument, plainCitation, pointCommand, SCRIPT_LANGUAGES, SCRIPTS, specFile, sweepCommand, type Taken,
} from "../../takeaway/index.ts";
import { glbBlob, stlBlob, type TakeAwayContext } from "./scene-files.ts";

/** One thing to take: saved as a file, or put on the clipboard. */
export type TakeAwayItem = {
  readonly id: string;
  readonly label: BilingualText;
  /** Absent: always. */
  readonly isThere?: (state: ExplorerState) => boolean;
} & (
  | { readonly save: (context: TakeAwayContext) => Promise<{ readonly name: string; readonly blob: Blob }> }
  | { readonly copy: (taken: Taken) => string; /** Also shown. */ readonly isShown?: true }
);

export interface TakeAwaySection {
  readonly id: string;
  readonly title: BilingualText;
  readonly meaning: BilingualText;
  readonly items: readonly TakeAwayItem[];
}

/** A text file. */
function saving(id: string, label: BilingualText | string, extension: string, type: string, write: (taken: Taken) => string): TakeAwayItem {
  return {
    id, label: typeof label === "string" ? { en: label, zh: label } : label,
    save: ({ taken }) => Promise.resolve({ name: fileName(taken.state, extension), blob: new Blob([write(taken)], { type: `${type};charset=utf-8` }) }),
  };
}

function surfaces(id: string, label: BilingualText, extension: string, detail: string, make: (context: TakeAwayContext) => Promise<Blob>): TakeAwayItem {
  return { id, label, save: async (context) => ({ name: fileName(context.taken.state, extension, detail), blob: await make(context) }) };
}

const hasOtherSurfaces = ({ scene }: ExplorerState): boolean => scene.isosurfaces.length > 0 || scene.slices.some((place) => place !== null);

/** What can be taken away besides the picture, in the order of the dialog. */
export const TAKE_AWAY: readonly TakeAwaySection[] = [
  {
    id: "surfaces", title: { en: "Surfaces", zh: "曲面" },
    meaning: {
      en: "GLB keeps every surface apart, in its colours; STL is one closed solid. Coordinates run from 0 to 1 along each axis; the file says which values those are.",
      zh: "GLB 将各曲面分开保存并保留颜色；STL 为一个封闭实体。各轴坐标为 0 至 1，其对应的取值写在文件中。",
    },
    items: [
      surfaces("glb", { en: "GLB", zh: "GLB" }, "glb", "", glbBlob),
      surfaces("stl", { en: "STL of the region", zh: "区域的 STL" }, "stl", "", (context) => stlBlob(context, "region")),
      { ...surfaces("stl-others", { en: "STL of the other surfaces", zh: "其他曲面的 STL" }, "stl", "-others", (context) => stlBlob(context, "others")), isThere: hasOtherSurfaces },
    ],
  },
  {
    id: "reproduce", title: { en: "Reproduce", zh: "复现" },
    meaning: {
      en: "A program that computes this point, its certified sign and the counts of the sweep, without packages. Python is tried in every release; R and Julia where they are installed.",
      zh: "一段无需安装包的程序，计算该点的各变量、有误差界保证的符号以及扫描计数。每次发布均测试 Python；R 与 Julia 在已安装时测试。",
    },
    items: SCRIPT_LANGUAGES.map((language) => {
      const { label, extension, type, write } = SCRIPTS[language];
      return saving(language, label, extension, type, write);
    }),
  },
  {
    id: "statement", title: { en: "Statement and citation", zh: "表述与引用" },
    meaning: {
      en: "The condition with the numbers of this point, as a document; the report and this tool as references.",
      zh: "代入该点数值的条件式（文档），以及报告与本工具的引用条目。",
    },
    items: [
      saving("latex", "LaTeX", "tex", "application/x-tex", latexDocument),
      saving("markdown", "Markdown", "md", "text/markdown", markdownDocument),
      saving("bibtex", "BibTeX", "bib", "application/x-bibtex", bibTeX),
      { id: "citation", label: { en: "Copy the citation", zh: "复制引用文字" }, copy: plainCitation },
    ],
  },
  {
    id: "sweep", title: { en: "The sweep, for the command line", zh: "用于命令行的扫描" },
    meaning: { en: "The spec as a file; the commands that count it and evaluate this point.", zh: "扫描说明文件，以及对其计数、计算该点的命令。" },
    items: [
      saving("spec", { en: "Spec (JSON)", zh: "扫描说明（JSON）" }, "json", "application/json", specFile),
      { id: "sweep-command", label: { en: "Copy the sweep’s command", zh: "复制扫描命令" }, copy: sweepCommand, isShown: true },
      { id: "point-command", label: { en: "Copy the point’s command", zh: "复制该点的命令" }, copy: pointCommand, isShown: true },
    ],
  },
  {
    id: "link", title: { en: "Link", zh: "链接" },
    meaning: { en: "The address holds all that is set, every number exactly.", zh: "地址包含全部设定，每个数值均精确无误。" },
    items: [{ id: "link", label: { en: "Copy the link", zh: "复制链接" }, copy: ({ link }) => link }],
  },
];
