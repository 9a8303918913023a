import { afterAll, beforeAll, expect, test } from "vitest";
import { PlantedProject, type Violation } from "../support/planted-project.ts";

/** One import that a row of the table forbids, and the rule that must find it. */
const FORBIDDEN = [
  { from: "src/model/a.ts", code: `import "../sweep/spec.ts";`, rule: "room-model" },
  { from: "src/sweep/a.ts", code: `import "../engines/js/host.ts";`, rule: "room-sweep" },
  { from: "src/sweep/b.ts", code: `import { EngineId } from "../engines/engine.ts"; export const all = [EngineId];`, rule: "types-only-sweep" },
  { from: "src/engines/a.ts", code: `import type { Mesh } from "../surface/mesh.ts"; export type A = Mesh;`, rule: "room-engines" },
  { from: "src/engines/b.ts", code: `import "../../assembly/kernels/simd/lanes.ts";`, rule: "room-engines" },
  { from: "src/workers/leak.ts", code: `import "../components/tau-chart/tau-chart.ts";`, rule: "room-workers" },
  { from: "src/surface/a.ts", code: `import "../engines/js/host.ts";`, rule: "room-surface" },
  { from: "src/surface/c.ts", code: `import { host } from "../engines/kernel-host.ts"; export const one = [host];`, rule: "types-only-surface" },
  { from: "src/surface/b.ts", code: `import "three";`, rule: "package-three" },
  { from: "src/exporters/a.ts", code: `import "../workers/client.ts";`, rule: "room-exporters" },
  { from: "src/scene/a.ts", code: `import "../components/tau-chart/tau-chart.ts";`, rule: "room-scene" },
  { from: "src/scene/b.ts", code: `import "lit";`, rule: "package-lit" },
  { from: "src/components/tau-chart/a.ts", code: `import type { EngineId } from "../../engines/engine.ts"; export type A = EngineId;`, rule: "room-components" },
  { from: "src/components/tau-chart/b.ts", code: `export const late = () => import("../../engines/js/host.ts");`, rule: "room-components" },
  { from: "src/pages/a.ts", code: `import "../engines/js/host.ts";`, rule: "room-pages" },
  { from: "src/state/a.ts", code: `import "../workers/client.ts";`, rule: "room-state" },
  { from: "src/state/b.ts", code: `import { client } from "../workers/sweep-client.ts"; export const one = [client];`, rule: "types-only-state" },
  { from: "src/i18n/a.ts", code: `import "../model/index.ts";`, rule: "room-i18n" },
  { from: "src/benchmark/a.ts", code: `import "../cli/main.ts";`, rule: "room-benchmark" },
  { from: "src/cli/a.ts", code: `import "../components/tau-chart/tau-chart.ts";`, rule: "room-cli" },
  { from: "src/cli/b.ts", code: `import "../workers/leak.ts";`, rule: "command-without-page" },
  { from: "assembly/a.ts", code: `import "../src/model/index.ts";`, rule: "room-assembly" },
  { from: "src/attic/a.ts", code: `import "../model/index.ts";`, rule: "room-unknown" },
  { from: "src/model/b.ts", code: `import "../../test/support/helper.ts";`, rule: "product-without-tests" },
  { from: "src/model/c.ts", code: `import "../../bench/peer.ts";`, rule: "product-without-tests" },
  { from: "src/model/d.ts", code: `import type { E } from "./e.ts"; export type D = E[];`, rule: "no-cycle" },
  { from: "src/model/f.ts", code: `import "./nowhere.ts";`, rule: "resolvable" },
  { from: "src/model/g.ts", code: `import "only-for-development";`, rule: "only-dependencies" },
];

/** What the forbidden imports lead to, and imports that are allowed. */
const ALLOWED = {
  "src/model/index.ts": "export const one = 1;",
  "src/model/e.ts": `import type { D } from "./d.ts"; export type E = D | number;`,
  "src/sweep/spec.ts": `import { one } from "../model/index.ts"; import type { EngineId } from "../engines/engine.ts"; export const two: EngineId = one;`,
  "src/engines/engine.ts": "export const EngineId = 1; export type EngineId = number;",
  "src/engines/kernel-host.ts": "export const host = 1; export type Host = number;",
  "src/engines/js/host.ts": `import "../../sweep/spec.ts"; import "../../../assembly/layout.ts";`,
  "src/surface/mesh.ts": `import type { Host } from "../engines/kernel-host.ts"; import "../../assembly/surface-layout.ts"; export type Mesh = Host;`,
  "src/workers/sweep-client.ts": "export const client = 1; export type Client = number;",
  "src/state/explorer.ts": `import type { Client } from "../workers/sweep-client.ts"; export type Explorer = Client;`,
  "src/workers/client.ts": `import "../engines/js/host.ts";`,
  "src/components/tau-chart/tau-chart.ts": `import "lit"; import "../../workers/client.ts";`,
  "src/cli/main.ts": `import "../workers/client.ts";`,
  "assembly/layout.ts": "export const AT_AXES = 0;",
  "assembly/surface-layout.ts": "export const AT_NX = 0;",
  "assembly/kernels/simd/lanes.ts": "export const lanes = 2;",
  "test/support/helper.ts": "export const help = 1;",
  "bench/peer.ts": "export const peer = 1;",
};

const project = new PlantedProject({ dependencies: ["lit", "three"], devDependencies: ["only-for-development"] });
let violations: readonly Violation[] = [];

beforeAll(async () => {
  const planted = Object.fromEntries(FORBIDDEN.map(({ from, code }) => [from, code]));
  violations = await project.cruise({ ...ALLOWED, ...planted });
});
afterAll(() => project.remove());

test.each(FORBIDDEN)("$rule finds $code in $from", ({ from, rule }) => {
  expect(violations).toContainEqual(expect.objectContaining({ rule, from }));
});

test("imports that the table allows are not found", () => {
  expect(violations.filter(({ from }) => from in ALLOWED)).toEqual([]);
});
