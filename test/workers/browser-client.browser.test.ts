import { expect, it } from "vitest";
import { evaluatePoint, DEFAULT_PARAMETERS } from "../../src/model/index.ts";
import { axisPoints } from "../../src/sweep/axes.ts";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { createBrowserSweepClient } from "../../src/workers/browser-client.ts";

const parsed = parseSpec({
  schema: "tauscape/sweep@1",
  axes: [{ name: "alpha", min: 0.1, max: 1, count: 13 }, { name: "wr", min: 0.1, max: 10, count: 17, spacing: "log" }],
  fields: ["growth", "class", "status"],
});
if (!parsed.ok) throw new Error("the spec is valid");
const { spec } = parsed;

it.each(["wasm-simd", "js"] as const)("web workers return the model's bytes: %s", async (engine) => {
  const client = await createBrowserSweepClient({ engine, threads: 1 });
  const [alphas, prices] = spec.axes.map((axis) => axisPoints(axis));
  const cells = [...alphas].flatMap((alpha) => [...prices].map((wr) => evaluatePoint({ ...DEFAULT_PARAMETERS, alpha, wr }, "report", "given")));
  const growth: number[] = [];
  const classes: number[] = [];
  const statuses: number[] = [];
  const summary = await client.sweep(spec, {
    onTile: ({ fields }) => {
      const bytes = fields.growth ?? new Uint8Array();
      growth.push(...new Float64Array(bytes.slice().buffer));
      classes.push(...new Int8Array((fields.class ?? new Uint8Array()).slice().buffer));
      statuses.push(...(fields.status ?? []));
    },
  });
  client.dispose();
  expect(growth).toEqual(cells.map(({ fields }) => fields.growth));
  expect(classes).toEqual(cells.map((cell) => cell.class));
  expect(statuses).toEqual(cells.map((cell) => cell.status));
  expect([summary.engine, summary.points]).toEqual([engine, 13 * 17]);
});
