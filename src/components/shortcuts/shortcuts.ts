import type { BilingualText } from "../../model/index.ts";

/** Where a shortcut is heard: anywhere on the page but in a field that is typed into, or where the scene has the focus. */
export type ShortcutScope = "page" | "scene";

interface ShortcutInfo {
  readonly scope: ShortcutScope;
  /** Each of these does it: `KeyboardEvent.key`, letters in lower case. */
  readonly keys: readonly Chord[];
  readonly label: BilingualText;
}

interface Chord {
  readonly key: string;
  /** Control, or ⌘ on a Mac. */
  readonly control?: true;
  readonly shift?: true;
  /** What is shown for the key, where that is not the key itself. */
  readonly shown?: string;
}

/** All shortcuts: what the page and the scene listen to, and what their list shows. */
export const SHORTCUTS = {
  undo: { scope: "page", keys: [{ key: "z", control: true }], label: { en: "Undo the last change", zh: "撤销上一步更改" } },
  redo: {
    scope: "page", keys: [{ key: "z", control: true, shift: true }, { key: "y", control: true }],
    label: { en: "Redo what was undone", zh: "重做已撤销的更改" },
  },
  help: { scope: "page", keys: [{ key: "?" }], label: { en: "Show this list", zh: "显示本列表" } },
  "turn-left": { scope: "scene", keys: [{ key: "ArrowLeft", shown: "←" }], label: { en: "Turn the scene to the left", zh: "向左转动场景" } },
  "turn-right": { scope: "scene", keys: [{ key: "ArrowRight", shown: "→" }], label: { en: "Turn the scene to the right", zh: "向右转动场景" } },
  "turn-up": { scope: "scene", keys: [{ key: "ArrowUp", shown: "↑" }], label: { en: "Look from further up", zh: "视角上移" } },
  "turn-down": { scope: "scene", keys: [{ key: "ArrowDown", shown: "↓" }], label: { en: "Look from further down", zh: "视角下移" } },
  "zoom-in": { scope: "scene", keys: [{ key: "+" }, { key: "=" }], label: { en: "Zoom in", zh: "放大" } },
  "zoom-out": { scope: "scene", keys: [{ key: "-", shown: "−" }], label: { en: "Zoom out", zh: "缩小" } },
  "reset-view": { scope: "scene", keys: [{ key: "0" }, { key: "Home" }], label: { en: "Back to the first view", zh: "恢复初始视角" } },
  pick: { scope: "scene", keys: [{ key: "Enter" }], label: { en: "Set the point in the middle of the scene", zh: "选取场景中央的点" } },
} as const satisfies Readonly<Record<string, ShortcutInfo>>;

export type Shortcut = keyof typeof SHORTCUTS;
export type SceneShortcut = { [Name in Shortcut]: (typeof SHORTCUTS)[Name]["scope"] extends "scene" ? Name : never }[Shortcut];
export type PageShortcut = Exclude<Shortcut, SceneShortcut>;

const ENTRIES = Object.entries(SHORTCUTS) as readonly (readonly [Shortcut, ShortcutInfo])[];

/** The shortcuts of a scope, in the order of the table. */
export function shortcutsOf(scope: ShortcutScope): readonly (readonly [Shortcut, ShortcutInfo])[] {
  return ENTRIES.filter(([, info]) => info.scope === scope);
}

/** The shortcut of a scope that an event means, or `null`. */
export function shortcutFor(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">, scope: "scene"): SceneShortcut | null;
export function shortcutFor(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">, scope: "page"): PageShortcut | null;
export function shortcutFor(
  { key, ctrlKey, metaKey, shiftKey, altKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">, scope: ShortcutScope,
): Shortcut | null {
  if (altKey) return null;
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  const hasControl = ctrlKey || metaKey;
  const found = shortcutsOf(scope).find(([, { keys }]) => keys.some((chord) => chord.key === pressed
    && hasControl === (chord.control ?? false)
    // Signs such as + and ? need the shift key on many keyboards.
    && (!hasControl || shiftKey === (chord.shift ?? false))));
  return found?.[0] ?? null;
}

/** A chord as it is written for a person: the names of its keys. */
export function namesOfChord({ key, control, shift, shown }: Chord): string[] {
  return [...(control ? ["Ctrl"] : []), ...(shift ? ["Shift"] : []), shown ?? (key.length === 1 ? key.toUpperCase() : key)];
}
