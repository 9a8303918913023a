import type { BilingualText } from "../../model/index.ts";
import { LockedError } from "../file-system.ts";
import { ResultError } from "../problems.ts";
import { StorageError } from "./opfs-handles.ts";

const REASONS: Readonly<Record<string, BilingualText>> = {
  ENOSPC: {
    en: "The browser’s storage for this page is full. What is done stays: delete exports here or free space on the disk, then resume.",
    zh: "浏览器分配给本页的存储空间已满。已完成的部分仍保留：请在此删除导出文件或腾出磁盘空间，然后继续。",
  },
  EBUSY: {
    en: "Another tab has this file open. Wait for it, or close it, and try again.",
    zh: "另一个标签页正在使用该文件。请等待或关闭它，然后重试。",
  },
  EACCES: {
    en: "The browser allows this page no storage, as in some private windows. Open it in an ordinary window.",
    zh: "浏览器不允许本页使用存储空间（某些隐私窗口如此）。请在普通窗口中打开。",
  },
  ENOENT: {
    en: "The file is gone: the browser, or another tab, has deleted it. Start again.",
    zh: "文件已不存在：被浏览器或另一个标签页删除。请重新开始。",
  },
};

const LOCKED: BilingualText = {
  en: "Another tab of this page is writing this export. Go on there, or close that tab.",
  zh: "本页的另一个标签页正在写入此导出。请在那里继续，或关闭那个标签页。",
};

/** What stands in the way of an export in a page, in words for a person. */
export function explainProblem(cause: unknown): BilingualText {
  if (cause instanceof ResultError) return cause.says;
  if (cause instanceof LockedError) return LOCKED;
  if (cause instanceof StorageError && cause.code in REASONS) return REASONS[cause.code];
  const message = cause instanceof Error ? cause.message : String(cause);
  return { en: `The export could not go on: ${message}`, zh: `导出无法继续：${message}` };
}
