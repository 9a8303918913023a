import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

interface Rule {
  readonly name: string;
  readonly comment: string;
}

const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as { readonly forbidden: readonly Rule[] };
const ARCHITECTURE = readFileSync(fileURLToPath(new URL("../../docs/architecture.md", import.meta.url)), "utf8");

/** The rooms of paths, by their names: `src/engines/engine.ts` lies in engines. */
const roomsOf = (paths: readonly string[]) => [...new Set(paths.map((path) => path.replace(/^src\//, "").split("/")[0]))].sort();

/** By room, what the rules let it import. */
const rules = new Map(forbidden.flatMap(({ comment }) => {
  const [, room = "", allowed = ""] = /^(\S+) may import (.+)\.$/.exec(comment) ?? [];
  return room === "" ? [] : [[roomsOf([room])[0], allowed === "no other room" ? [] : roomsOf(allowed.split(", "))] as const];
}));

/** By room, what the table of docs/architecture.md says; what stands in brackets says which part of a room. */
const told = new Map([...ARCHITECTURE.matchAll(/^\| `((?:src\/)?\w+)\/` \|.*\| ([^|]*) \|$/gm)].map(([, room, allowed]) => (
  [roomsOf([room])[0], allowed === "nothing" ? [] : allowed.replaceAll(/ \([^)]*\)/g, "").split(", ").sort()] as const
)));

test("the table of rooms in docs/architecture.md is that of the rules", () => {
  expect(rules.size).toBeGreaterThan(15);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(rules));
});
