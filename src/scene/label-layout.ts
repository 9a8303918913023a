import type { Point } from "./label-edges.ts";

/** A text that wants to stand beside `anchor`, on its `outward` side. All in CSS px; earlier labels win over later ones. */
export interface LabelRequest {
  readonly anchor: Point;
  readonly outward: Point;
  /** From the anchor to the nearest edge of the text. */
  readonly gap: number;
  readonly width: number;
  readonly height: number;
  /** How far the text may be pushed to stay inside the canvas before it is given up. */
  readonly mayShift: number;
}

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const BORDER_PX = 4;
const BETWEEN_PX = 3;

/** Where each label goes, or `null` for one that would be cut off or lie on a label before it. Never moves one onto another. */
export function layOutLabels(requests: readonly LabelRequest[], width: number, height: number): readonly (Rectangle | null)[] {
  const placed: Rectangle[] = [];
  return requests.map((request) => {
    const wanted = besideAnchor(request);
    const inside = pushInside(wanted, width, height);
    const shift = Math.hypot(inside.left - wanted.left, inside.top - wanted.top);
    const fits = inside.left >= BORDER_PX - 0.5 && inside.top >= BORDER_PX - 0.5;
    if (!fits || shift > request.mayShift || placed.some((other) => overlaps(inside, other))) return null;
    placed.push(inside);
    return inside;
  });
}

/** The text touches the line `gap` away from the anchor, whatever way it is pushed out. */
function besideAnchor({ anchor, outward, gap, width, height }: LabelRequest): Rectangle {
  const reach = gap + Math.abs(outward[0]) * (width / 2) + Math.abs(outward[1]) * (height / 2);
  return {
    left: anchor[0] + outward[0] * reach - width / 2,
    top: anchor[1] + outward[1] * reach - height / 2,
    width,
    height,
  };
}

function pushInside(one: Rectangle, width: number, height: number): Rectangle {
  const push = (start: number, size: number, room: number): number => Math.max(Math.min(start, room - BORDER_PX - size), BORDER_PX);
  const left = push(one.left, one.width, width);
  const top = push(one.top, one.height, height);
  const isTooLarge = one.width > width - 2 * BORDER_PX || one.height > height - 2 * BORDER_PX;
  return { ...one, left: isTooLarge ? -one.width : left, top };
}

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.left < other.left + other.width + BETWEEN_PX &&
    other.left < one.left + one.width + BETWEEN_PX &&
    one.top < other.top + other.height + BETWEEN_PX &&
    other.top < one.top + one.height + BETWEEN_PX
  );
}
