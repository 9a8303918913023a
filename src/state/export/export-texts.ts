import type { BilingualText } from "../../model/index.ts";
import { bytesInWords } from "../../results/disk-space.ts";
import type { FailedTile, TileFailedError } from "../../workers/tile-failed.ts";
import { cellsOf, failingCommand } from "./failed-tile.ts";

/** What a session says about an export. */
export const EXPORT_TEXTS = {
  begun: (file: string): BilingualText => ({ en: `Exporting ${file}.`, zh: `正在导出 ${file}。` }),
  /** @param percent whole */
  reached: (percent: number): BilingualText => ({ en: `${percent} % exported.`, zh: `已导出 ${percent}%。` }),
  paused: (file: string): BilingualText => ({ en: `${file} is paused: what is done is kept here, also when the page is closed.`, zh: `${file} 已暂停：已完成的部分保留在此，关闭页面后也在。` }),
  cancelled: (file: string): BilingualText => ({ en: `${file} is cancelled and deleted.`, zh: `${file} 已取消并删除。` }),
  done: (file: string, bytes: number): BilingualText => ({
    en: `${file} is whole (${bytesInWords(bytes)}) and lies in this browser, from where it can be saved to the disk.`,
    zh: `${file} 已完成（${bytesInWords(bytes)}），存于此浏览器中，可保存到磁盘。`,
  }),
  already: (file: string): BilingualText => ({ en: `${file} has been exported: it is in the list below.`, zh: `${file} 已导出，见下方列表。` }),
  sound: (file: string, bytes: number): BilingualText => ({ en: `${file}: every byte is as it was written (${bytesInWords(bytes)}).`, zh: `${file}：每个字节都与写入时一致（${bytesInWords(bytes)}）。` }),
  unsound: (wrong: readonly BilingualText[]): BilingualText => ({
    en: `${wrong.map(({ en }) => en).join(". ")}. Delete it and export again.`, zh: `${wrong.map(({ zh }) => zh).join("。")}。请删除后重新导出。`,
  }),
  deleted: (folder: string): BilingualText => ({ en: `${folder} is deleted.`, zh: `${folder} 已删除。` }),
  saved: (file: string): BilingualText => ({ en: `${file} is saved.`, zh: `${file} 已保存。` }),
  handedOver: (file: string): BilingualText => ({ en: `The browser is saving ${file} among its downloads.`, zh: `浏览器正在将 ${file} 保存到下载文件夹。` }),
  stopped: (reason: string): BilingualText => ({ en: `The export stopped: ${asSentence(reason, ".")}`, zh: `导出中止：${asSentence(reason, "。")}` }),
  tileFailed: (failure: FailedTile & { readonly reason: string }): BilingualText => ({
    en: `The points ${cellsOf(failure)} failed ${failure.failures} times with the engine ${failure.engine}, each time in a new worker, at last so: ${asSentence(failure.reason, ".")}`,
    zh: `引擎 ${failure.engine} 在第 ${cellsOf(failure)} 个点上失败了 ${failure.failures} 次，每次均在新的工作线程中；最后一次的原因：${asSentence(failure.reason, "。")}`,
  }),
  kept: { en: "What is done is kept: press Resume to go on.", zh: "已完成的部分仍保留：按“继续”可接着做。" },
  reproduced: (command: string): BilingualText => ({ en: `On the command line this sees the failure again: ${command}`, zh: `在命令行中用以下命令可重现此失败：${command}` }),
} as const;

/** Why an export ended and what is left of it; where a tile failed, also what sees it fail again, which nobody wants to hear. */
export function failureTexts(cause: unknown, isKept: boolean): { readonly says: BilingualText; readonly said: BilingualText } {
  const why = isTileFailure(cause) ? EXPORT_TEXTS.tileFailed(cause) : EXPORT_TEXTS.stopped(cause instanceof Error ? cause.message : String(cause));
  const said = isKept ? joined(why, EXPORT_TEXTS.kept) : why;
  return { said, says: isTileFailure(cause) ? joined(said, EXPORT_TEXTS.reproduced(failingCommand(cause))) : said };
}

function joined(first: BilingualText, next: BilingualText): BilingualText {
  return { en: `${first.en} ${next.en}`, zh: `${first.zh}${next.zh}` };
}

function isTileFailure(cause: unknown): cause is TileFailedError {
  return cause instanceof Error && "kind" in cause && cause.kind === "tile-failed";
}

function asSentence(reason: string, stop: string): string {
  return /[.!?。！？]$/.test(reason) ? reason : `${reason}${stop}`;
}
