import type { Taken } from "./taken.ts";

/** What is cited: the report, which has the model, and this tool at this point. */
export function bibTeX({ link, tool }: Taken): string {
  return `@techreport{igi-inspur-2023-computing-power,
  author = {{Tsinghua IGI} and {Inspur}},
  title = {{中国算力发展观察报告} [Observation report on the development of China's computing power]},
  institution = {Tsinghua IGI and Inspur},
  year = {2023},
  month = dec,
  note = {Appendix: 包含算力生产要素的内生增长模型 [An endogenous growth model with compute as a factor of production]},
}

@misc{tauscape,
  title = {{Tauscape}: where investing more in compute raises growth},
  howpublished = {Computer program, version ${tool.version}${commitText(tool.commit)}},
  url = {${link}},
}
`;
}

/** The same for a reader. */
export function plainCitation({ link, language, tool }: Taken): string {
  const version = `${tool.version}${commitText(tool.commit)}`;
  return language === "zh"
    ? `清华大学全球产业研究院、浪潮信息：《中国算力发展观察报告》，2023 年 12 月，附录“包含算力生产要素的内生增长模型”。\nTauscape，版本 ${version}，${link}\n`
    : "Tsinghua IGI and Inspur, 中国算力发展观察报告 [Observation report on the development of China's computing power], December 2023, "
      + `appendix on endogenous growth with compute as a factor of production.\nTauscape, version ${version}, ${link}\n`;
}

function commitText(commit: string | null): string {
  return commit === null ? "" : `, commit ${commit}`;
}
