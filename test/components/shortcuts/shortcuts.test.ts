import { expect, it } from "vitest";
import { namesOfChord, shortcutFor, SHORTCUTS, shortcutsOf } from "../../../src/components/shortcuts/shortcuts.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

it("finds each shortcut by each of its chords, and no chord twice in a scope", () => {
  for (const scope of ["page", "scene"] as const) {
    const chords = shortcutsOf(scope).flatMap(([name, { keys }]) => keys.map((chord) => [name, chord] as const));
    for (const [name, { key, control, shift }] of chords) {
      expect(shortcutFor(press(key, { ctrlKey: control ?? false, shiftKey: shift ?? false }), scope as "page")).toBe(name);
    }
    expect(new Set(chords.map(([, chord]) => namesOfChord(chord).join("+"))).size).toBe(chords.length);
  }
  expect(Object.keys(SHORTCUTS)).toHaveLength(shortcutsOf("page").length + shortcutsOf("scene").length);
});

it("tells undo from redo, takes ⌘ for Control, and leaves other chords alone", () => {
  expect(shortcutFor(press("z", { metaKey: true }), "page")).toBe("undo");
  expect(shortcutFor(press("Z", { ctrlKey: true, shiftKey: true }), "page")).toBe("redo");
  expect(shortcutFor(press("?", { shiftKey: true }), "page")).toBe("help");
  expect(shortcutFor(press("z"), "page")).toBeNull();
  expect(shortcutFor(press("z", { ctrlKey: true, altKey: true }), "page")).toBeNull();
  expect(shortcutFor(press("+", { ctrlKey: true }), "scene")).toBeNull();
  expect(shortcutFor(press("ArrowLeft"), "page" as "scene")).toBeNull();
});
