import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseSpec } from "../../src/sweep/parse-spec.ts";
import { createNodeSweepClient } from "../../src/workers/node-client.ts";
import type { SweepClient } from "../../src/workers/sweep-client.ts";

const LOW = 0.05;
const HIGH = 0.9;
const PRICE_LOW = 0.1;
const PRICE_HIGH = 10;

/**
 * MODEL.md, section 7: the share of feasible points with ω > Θ, as an integral over (α, β). Written out here with nothing of the
 * product, by the midpoint rule on a fine grid.
 */
function integratedShare(scale: (price: number) => number): number {
  const n = 3000;
  let above = 0;
  let feasible = 0;
  for (let i = 0; i < n; i++) {
    const alpha = LOW + ((HIGH - LOW) * (i + 0.5)) / n;
    for (let j = 0; j < n; j++) {
      const beta = LOW + ((HIGH - LOW) * (j + 0.5)) / n;
      if (alpha + beta >= 1) break;
      const threshold = (beta + (1 - alpha - beta) ** 2) / alpha;
      const part = (scale(PRICE_HIGH) - scale(threshold)) / (scale(PRICE_HIGH) - scale(PRICE_LOW));
      above += Math.max(0, Math.min(1, part));
      feasible++;
    }
  }
  return above / feasible;
}

describe("the share of the region", () => {
  let client: SweepClient;
  beforeAll(async () => {
    client = await createNodeSweepClient({ threads: 1 });
  });
  afterAll(() => client.dispose());

  /** The middles of `count` equal cells between two ends: the sum over a grid is then the midpoint rule. */
  function middles(name: string, low: number, high: number, count: number, spacing: string) {
    const half = spacing === "log" ? (high / low) ** (0.5 / count) : (high - low) / count / 2;
    const [min, max] = spacing === "log" ? [low * half, high / half] : [low + half, high - half];
    return { name, min, max, count, spacing };
  }

  async function sweptShare(count: number, spacing: string): Promise<number> {
    const parsed = parseSpec({
      schema: "tauscape/sweep@1",
      axes: [
        middles("alpha", LOW, HIGH, count, "linear"), middles("beta", LOW, HIGH, count, "linear"),
        middles("wr", PRICE_LOW, PRICE_HIGH, count, spacing),
      ],
    });
    if (!parsed.ok) throw new Error("the spec is valid");
    return (await client.sweep(parsed.spec)).share ?? NaN;
  }

  it.each([
    ["linear", (price: number) => price],
    ["log", Math.log],
  ])("converges to the integral as the grid is refined (%s)", async (spacing, scale) => {
    const exact = integratedShare(scale);
    const errors = [];
    for (const count of [16, 64, 256]) errors.push(Math.abs((await sweptShare(count, spacing)) - exact));
    expect(errors[0]).toBeLessThan(0.02);
    expect(errors[1]).toBeLessThan(errors[0] / 2);
    expect(errors[2]).toBeLessThan(errors[1] / 2);
    expect(errors[2]).toBeLessThan(0.0005);
  });
});
