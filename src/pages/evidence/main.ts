import { applyPreferences } from "../preferences.ts";
import { EvidencePage } from "./tau-evidence-page.ts";

const theme = await applyPreferences();

const page = document.querySelector("tau-evidence-page");
if (!(page instanceof EvidencePage)) throw new Error("evidence.html has no <tau-evidence-page>.");
page.theme = theme;
