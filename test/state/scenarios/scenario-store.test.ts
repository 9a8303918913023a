import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NAME_CHARACTERS, readScenarios, SCENARIOS_SCHEMA, writeScenarios, type SavedScenario } from "../../../src/state/scenarios/scenario-file.ts";
import { withAdded, withoutScenario, withRenamed, withRestored, withSaved } from "../../../src/state/scenarios/scenario-list.ts";
import { memoryStorage, ScenarioStore, STORE_KEY } from "../../../src/state/scenarios/scenario-store.ts";

const A: SavedScenario = { name: "East", link: "#v1:alpha=0.4" };
const B: SavedScenario = { name: "West <b>", link: "#v1:compare=beside&b.tau=0.5" };
const read = (input: unknown, checkLinks = true) => readScenarios(typeof input === "string" ? input : JSON.stringify(input), { checkLinks });
const paths = (input: unknown) => {
  const answer = read(input);
  return answer.ok ? [] : answer.problems.map(({ path }) => path);
};

describe("a file of scenarios", () => {
  it("gives back what was written", () => {
    expect(read(writeScenarios([A, B]))).toEqual({ ok: true, scenarios: [A, B] });
    expect(read(writeScenarios([]))).toEqual({ ok: true, scenarios: [] });
  });

  it.each([
    ["no JSON", "{", [""]],
    ["no object", [], [""]],
    ["nothing", null, [""]],
    ["another schema", { schema: "tauscape/sweep@1" }, ["schema"]],
    ["no list", { schema: SCENARIOS_SCHEMA, scenarios: {} }, ["scenarios"]],
    ["too many", { schema: SCENARIOS_SCHEMA, scenarios: new Array(501).fill(A) }, ["scenarios"]],
    ["an unknown key", { schema: SCENARIOS_SCHEMA, scenarios: [{ ...A, colour: 1 }], by: "me" }, ["by", "scenarios[0].colour"]],
    ["a link that does not open", { schema: SCENARIOS_SCHEMA, scenarios: [A, { name: "x", link: "#v1:alpha=2" }] }, ["scenarios[1].link: alpha"]],
    ["a link of no version", { schema: SCENARIOS_SCHEMA, scenarios: [{ name: "x", link: "javascript:alert(1)" }] }, ["scenarios[0].link"]],
    ["names twice, empty, too long, of no text", { schema: SCENARIOS_SCHEMA, scenarios: [A, A, { ...A, name: " " }, { ...A, name: "x".repeat(NAME_CHARACTERS + 1) }, { ...A, name: 1 }] },
      ["scenarios[1].name", "scenarios[2].name", "scenarios[3].name", "scenarios[4].name"]],
    ["entries that are none", { schema: SCENARIOS_SCHEMA, scenarios: [null, { name: "x" }] }, ["scenarios[0]", "scenarios[1].link"]],
  ])("is refused with its places: %s", (_, input, expected) => {
    expect(paths(input)).toEqual(expected);
  });

  it("never throws, whatever it holds", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => { expect(typeof read(text).ok).toBe("boolean"); }));
  });
});

describe("a list of scenarios", () => {
  it("replaces, renames, forgets and takes back", () => {
    expect(withSaved([A, B], { ...A, link: "" })).toEqual([{ ...A, link: "" }, B]);
    expect(withRenamed([A, B], "East", "North")).toEqual([{ ...A, name: "North" }, B]);
    expect(withRenamed([A, B], "East", B.name)).toEqual([A, B]);
    expect(withRestored(withoutScenario([A, B], "East"), A, 0)).toEqual([A, B]);
    expect(withRestored([{ ...B, name: "East" }], A, 0).map(({ name }) => name)).toEqual(["East (2)", "East"]);
  });

  it("takes in what is new, under another name where its own means something else", () => {
    expect(withAdded([A], [A, B, { ...A, link: "" }]).map(({ name }) => name)).toEqual(["East", B.name, "East (2)"]);
    const long = { name: "x".repeat(NAME_CHARACTERS), link: "" };
    expect(withAdded([long], [{ ...long, link: "#" }])[1].name).toHaveLength(NAME_CHARACTERS);
  });
});

describe("the browser's scenarios", () => {
  it("of two tabs do not overwrite each other, and each hears of the other's change", () => {
    const storage = memoryStorage();
    const [one, other] = [new ScenarioStore(storage), new ScenarioStore(storage)];
    let heard = 0;
    other.subscribe(() => heard++);
    one.change((list) => withSaved(list, A));
    other.heard("something else");
    other.heard(STORE_KEY);
    expect(heard).toBe(1);
    other.change((list) => withSaved(list, B));
    expect(one.scenarios).toEqual([A, B]);
  });

  it("are as they were after a refusal", () => {
    const storage = memoryStorage();
    const store = new ScenarioStore({ ...storage, setItem: (key, value) => {
      if (value.length > 200) throw new DOMException("full", "QuotaExceededError");
      storage.setItem(key, value);
    } });
    expect(store.change((list) => withSaved(list, A))).toBe("stored");
    expect(store.change((list) => withSaved(list, { name: "Long", link: `#v1:${"x".repeat(300)}` }))).toBe("full");
    expect(store.scenarios).toEqual([A]);
    const many = Array.from({ length: 501 }, (_, k) => ({ name: String(k), link: "" }));
    expect(store.change(() => many)).toBe("many");
    expect(store.scenarios).toEqual([A]);
  });

  it("that cannot be read are said to be so, not written over, and can be set aside", () => {
    const storage = memoryStorage();
    storage.setItem(STORE_KEY, "spoilt");
    const store = new ScenarioStore(storage);
    expect(store.problems).toHaveLength(1);
    expect(store.change((list) => withSaved(list, A))).toBe("unreadable");
    expect(storage.getItem(STORE_KEY)).toBe("spoilt");
    expect(store.setAside()).toBe("stored");
    expect(storage.getItem("tauscape.scenarios.unreadable")).toBe("spoilt");
    expect(store.change((list) => withSaved(list, A))).toBe("stored");
  });

  it("that were set aside are all kept, each text once", () => {
    const storage = memoryStorage();
    const store = new ScenarioStore(storage);
    const aside = (ending: string) => storage.getItem(`tauscape.scenarios.unreadable${ending}`);
    for (const text of ["spoilt", "spoilt again", "spoilt"]) {
      storage.setItem(STORE_KEY, text);
      expect(store.setAside()).toBe("stored");
    }
    expect([aside(""), aside(".2"), aside(".3")]).toEqual(["spoilt", "spoilt again", null]);
  });

  it("of a newer version are kept though they do not open here", () => {
    const storage = memoryStorage();
    const newer = { name: "Newer", link: "#v9:more=1" };
    storage.setItem(STORE_KEY, writeScenarios([newer]));
    const store = new ScenarioStore(storage);
    store.change((list) => withSaved(list, A));
    expect(store.scenarios).toEqual([newer, A]);
  });
});
