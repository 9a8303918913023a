import type { RegionChange } from "../../components/region/region-api.ts";
import { TauRegionElement } from "../../components/region/tau-region.ts";
import { setPageLanguage } from "../../i18n/language.ts";
import { decodeLink } from "../../state/link.ts";
import { applyPreferences } from "../preferences.ts";
import { OpenLink } from "./tau-open-link.ts";

const region = document.querySelector("tau-region");
const open = document.querySelector("tau-open-link");
if (!(region instanceof TauRegionElement) || !(open instanceof OpenLink)) throw new Error("embed.html has no <tau-region> or no <tau-open-link>.");

region.addEventListener("tau-change", ({ detail }: CustomEvent<RegionChange>) => { open.link = detail.link; });
addEventListener("hashchange", () => void show());
await show();

/** Shows what the address says; the reader's own choices stay as they are on the other pages. */
async function show(): Promise<void> {
  const link = decodeLink(location.hash);
  const { language, theme } = link.ok ? link.view : {};
  const shown = await applyPreferences();
  if (region instanceof TauRegionElement) {
    region.theme = theme ?? shown;
    region.link = location.hash;
  }
  if (language !== undefined) await setPageLanguage(language);
}
