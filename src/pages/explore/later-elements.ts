/** What the first picture can do without; each element is upgraded where it stands when it comes, in a task of its own, so that none keeps the page from answering. */
const LATER_ELEMENTS: readonly (() => Promise<unknown>)[] = [
  () => import("../../components/verdict/tau-sides.ts"),
  () => import("../../components/turns/tau-turns.ts"),
  () => import("../../components/values/tau-values.ts"),
  () => import("../../components/sweep-facts/tau-sweep-facts.ts"),
  () => import("../../components/axes/tau-axes.ts"),
  () => import("../../components/scene-options/tau-scene-options.ts"),
  () => import("../../components/drawer/tau-drawer.ts"),
  () => import("../../components/region-account/tau-region-account.ts"),
  () => import("../../components/print-sheet/tau-print-sheet.ts"),
  () => import("../../components/scenarios/tau-file-drop.ts"),
  () => import("../../components/shortcuts/tau-shortcuts.ts"),
];

/** Asks for all of them at once: on a slow network none waits for another. */
export function loadLaterElements(): Promise<unknown> {
  return Promise.all(LATER_ELEMENTS.map((load) => load()));
}
