import { interpolateCividis } from "d3-scale-chromatic";
import { expect, test } from "vitest";
import { cividis } from "../../src/design/cividis.ts";

const STEPS = 4096;

test("cividis is that of d3-scale-chromatic, between its ends and beyond them", () => {
  for (let step = -8; step <= STEPS + 8; step++) expect(cividis(step / STEPS), `at ${step}/${STEPS}`).toBe(interpolateCividis(step / STEPS));
});
