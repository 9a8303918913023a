import { expect, test } from "vitest";
import { joinLink, keepPicks } from "../../../src/components/region/region-link.ts";
import { DEFAULT_STATE, withParameters, withPrices } from "../../../src/state/explorer-state.ts";
import { decodeLink } from "../../../src/state/link.ts";

test("settings become a link, whose reader judges them", () => {
  expect(joinLink("", {})).toBe("");
  expect(joinLink("", { alpha: 0.4, rule: "planner", beta: null })).toBe("#v1:rule=planner&alpha=0.4");
  expect(joinLink("#v1:alpha=0.4", { tau: "0.5" })).toBe("#v1:alpha=0.4&tau=0.5");
  expect(joinLink("https://example.org/tauscape/#v1:alpha=0.4", {})).toBe("#v1:alpha=0.4");
});

test.each([
  { link: "#v1:alpha=0.4", settings: { alpha: 0.5 }, found: "0.5" },
  { link: "", settings: { alpha: "<img onerror=alert(1)>" }, found: "<img onerror=alert(1)>" },
  { link: "", settings: { rule: "planner&alpha=2" }, found: "2" },
  { link: "nonsense", settings: { tau: 0.5 }, found: "nonsense" },
])("$link with $settings is refused", ({ link, settings, found }) => {
  const decoded = decodeLink(joinLink(link, settings));
  expect(decoded.ok).toBe(false);
  if (!decoded.ok) expect(decoded.problems.map((problem) => problem.found.en).join()).toContain(found);
});

test("a setting that changes leaves what was picked of the others, and the eye", () => {
  const before = withParameters(DEFAULT_STATE, { tau: 0.3, alpha: 0.4 });
  const camera = { azimuth: 1, elevation: 0.5, zoom: 2 };
  const shown = { ...withParameters(before, { alpha: 0.2, wr: 3, tau: 0.6 }), camera };
  const after = withParameters(withPrices(before, "equilibrium"), { tau: 0.5 });
  expect(keepPicks(shown, before, after)).toEqual({ ...after, parameters: { ...after.parameters, alpha: 0.2, wr: 3, tau: 0.5 }, camera });
  expect(keepPicks(before, before, after)).toEqual({ ...after, camera: before.camera });
});
