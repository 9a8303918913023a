import { axisPoints } from "../sweep/axes.ts";
import { axisCount, type Axis } from "../sweep/spec.ts";

/** Points of an axis that are made at a time, so that a long axis takes no more memory than a short one. */
const AXIS_BLOCK_POINTS = 2 ** 17;

/** The little-endian float64 bytes of an axis's points, block by block. */
export function* axisBlocks(axis: Axis): Generator<Uint8Array<ArrayBuffer>, void> {
  const count = axisCount(axis);
  for (let from = 0; from < count; from += AXIS_BLOCK_POINTS) {
    yield new Uint8Array(axisPoints(axis, from, Math.min(from + AXIS_BLOCK_POINTS, count)).buffer);
  }
}
