import { UpdateNotice } from "./tau-update-notice.ts";
import { watchUpdates } from "./watch-updates.ts";

/** Puts the notice on the page and begins to watch. */
export async function startUpdates(): Promise<void> {
  const notice = new UpdateNotice();
  document.body.append(notice);
  await watchUpdates(notice);
}
