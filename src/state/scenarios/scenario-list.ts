import { MOST_SCENARIOS, NAME_CHARACTERS, type SavedScenario } from "./scenario-file.ts";

type List = readonly SavedScenario[];

/** Puts a scenario at the end, or in place of the one that has its name. */
export function withSaved(list: List, scenario: SavedScenario): List {
  return list.some(({ name }) => name === scenario.name) ? list.map((one) => (one.name === scenario.name ? scenario : one)) : [...list, scenario];
}

/** Unchanged where the new name is taken. */
export function withRenamed(list: List, from: string, to: string): List {
  return list.some(({ name }) => name === to) ? list : list.map((one) => (one.name === from ? { ...one, name: to } : one));
}

export function withoutScenario(list: List, name: string): List {
  return list.filter((one) => one.name !== name);
}

/** Puts a scenario back where it was, under its name or, if that was given away since, one like it. */
export function withRestored(list: List, scenario: SavedScenario, at: number): List {
  return list.toSpliced(at, 0, { ...scenario, name: freeName(list, scenario.name) });
}

/** Adds scenarios that are not there yet; where a name means something else already, the new one gets a number. */
export function withAdded(list: List, added: List): List {
  return added.reduce((all, one) => (all.some(({ name, link }) => name === one.name && link === one.link) ? all : [...all, { ...one, name: freeName(all, one.name) }]), list);
}

export function isFull(list: List): boolean {
  return list.length > MOST_SCENARIOS;
}

function freeName(list: List, name: string): string {
  const isTaken = (one: string) => list.some((other) => other.name === one);
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const numbered = `${[...name].slice(0, NAME_CHARACTERS - ending.length).join("").trimEnd()}${ending}`;
    if (!isTaken(numbered)) return numbered;
  }
}
