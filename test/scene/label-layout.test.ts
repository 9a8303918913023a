import fc from "fast-check";
import { expect, test } from "vitest";
import { type LabelPlace, type LabelRequest, layOutLabels, type Rectangle } from "../../src/scene/label-layout.ts";

const CANVAS = { width: 360, height: 300 };

const request = (place: Partial<LabelPlace>, changes: Partial<LabelRequest> = {}): LabelRequest => ({
  places: [{ anchor: [180, 150], outward: [0, 1], gap: 10, ...place }], width: 40, height: 16, mayShift: 10, ...changes,
});

function meet(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.left + other.width && other.left < one.left + one.width && one.top < other.top + other.height && other.top < one.top + one.height;
}

test("a label stands beside its anchor, on the outward side, at its gap", () => {
  expect(layOutLabels([request({})], CANVAS)).toEqual([{ left: 160, top: 160, width: 40, height: 16 }]);
  expect(layOutLabels([request({ outward: [-1, 0] })], CANVAS)).toEqual([{ left: 130, top: 142, width: 40, height: 16 }]);
});

test("of two labels that collide the earlier one stays", () => {
  const [first, second] = layOutLabels([request({}), request({ anchor: [200, 152] })], CANVAS);
  expect(first).not.toBeNull();
  expect(second).toBeNull();
});

test("a label with more places takes the first that is free of labels and obstacles", () => {
  const obstacle = { left: 180, top: 165, width: 0, height: 0 };
  const places = [10, 20, 30].flatMap((gap) => request({ gap }).places);
  const [moved] = layOutLabels([request({}, { places })], CANVAS, [obstacle]);
  expect(moved?.top).toBe(170);
});

test("a label at the border is pushed inside by so much as it allows, else hidden", () => {
  const [pushed] = layOutLabels([request({ anchor: [352, 150] }, { mayShift: 60 })], CANVAS);
  expect(pushed?.left).toBe(316);
  expect(layOutLabels([request({ anchor: [352, 150] }, { mayShift: 8 })], CANVAS)).toEqual([null]);
  expect(layOutLabels([request({}, { width: 400, mayShift: 1000 })], CANVAS)).toEqual([null]);
});

test("whatever is asked for, what is shown neither overlaps nor is cut off", () => {
  const place = fc.record({
    anchor: fc.tuple(fc.integer({ min: -50, max: 410 }), fc.integer({ min: -50, max: 350 })),
    outward: fc.double({ min: 0, max: 6.28, noNaN: true }).map((turn) => [Math.cos(turn), Math.sin(turn)] as const),
    gap: fc.integer({ min: 0, max: 60 }),
  });
  const arbitrary = fc.record({
    places: fc.array(place, { minLength: 1, maxLength: 4 }),
    width: fc.integer({ min: 4, max: 160 }),
    height: fc.integer({ min: 8, max: 40 }),
    mayShift: fc.integer({ min: 0, max: 100 }),
  });
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 24 }), (requests) => {
      const shown = layOutLabels(requests, CANVAS).filter((one) => one !== null);
      for (const [index, one] of shown.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.top).toBeGreaterThanOrEqual(0);
        expect(one.left + one.width).toBeLessThanOrEqual(CANVAS.width);
        expect(one.top + one.height).toBeLessThanOrEqual(CANVAS.height);
        for (const other of shown.slice(0, index)) expect(meet(one, other)).toBe(false);
      }
    }),
  );
});
