import fc from "fast-check";
import { expect, test } from "vitest";
import { fromPoint, toPoint, TRIANGLE_HEIGHT, TRIANGLE_WIDTH } from "../../../src/components/triangle/triangle-geometry.ts";

const LEAST = 0.01;

test("the corners are where one elasticity is all", () => {
  expect(toPoint(1, 0)).toEqual([0, TRIANGLE_HEIGHT]);
  expect(toPoint(0, 1)).toEqual([TRIANGLE_WIDTH, TRIANGLE_HEIGHT]);
  expect(toPoint(0, 0)).toEqual([TRIANGLE_WIDTH / 2, 0]);
});

test("a point inside is found again where it was set", () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (u, v) => {
    const room = 1 - 3 * LEAST;
    const alpha = LEAST + room * Math.min(u, v);
    const beta = LEAST + room * (Math.max(u, v) - Math.min(u, v));
    const [a, b] = fromPoint(...toPoint(alpha, beta), LEAST);
    expect(a).toBeCloseTo(alpha, 9);
    expect(b).toBeCloseTo(beta, 9);
  }));
});

test("a pointer anywhere leaves every share at least its least", () => {
  const anywhere = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(fc.property(anywhere, anywhere, (x, y) => {
    const [alpha, beta] = fromPoint(x, y, LEAST);
    for (const share of [alpha, beta, 1 - alpha - beta]) expect(share).toBeGreaterThan(LEAST - 1e-12);
  }));
});
