import { applyPreferences } from "../preferences.ts";
import { ModelPage } from "./tau-model-page.ts";

const theme = await applyPreferences();

const page = document.querySelector("tau-model-page");
if (!(page instanceof ModelPage)) throw new Error("model.html has no <tau-model-page>.");
page.theme = theme;
