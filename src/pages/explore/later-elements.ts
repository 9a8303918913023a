/** What the first picture can do without, in one piece; each element is upgraded where it stands when this comes. */
import "../../components/axes/tau-axes.ts";
import "../../components/drawer/tau-drawer.ts";
import "../../components/print-sheet/tau-print-sheet.ts";
import "../../components/region-account/tau-region-account.ts";
import "../../components/scenarios/tau-file-drop.ts";
import "../../components/scene-options/tau-scene-options.ts";
import "../../components/shortcuts/tau-shortcuts.ts";
import "../../components/sweep-facts/tau-sweep-facts.ts";
import "../../components/turns/tau-turns.ts";
import "../../components/values/tau-values.ts";
import "../../components/verdict/tau-sides.ts";
