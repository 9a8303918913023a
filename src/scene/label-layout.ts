import type { Point } from "./label-edges.ts";

/** Beside `anchor`, on its `outward` side (a unit vector), `gap` from it to the nearest edge of the text. In CSS px. */
export interface LabelPlace {
  readonly anchor: Point;
  readonly outward: Point;
  readonly gap: number;
}

/** A text that wants to stand somewhere, in CSS px; earlier labels win over later ones. */
export interface LabelRequest {
  /** The first that suits is taken. */
  readonly places: readonly LabelPlace[];
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

/** Where each label goes, or `null` for one that would be cut off, lie on a label before it, or on one of the `obstacles`. */
export function layOutLabels(
  requests: readonly LabelRequest[],
  canvas: { readonly width: number; readonly height: number },
  obstacles: readonly Rectangle[] = [],
): readonly (Rectangle | null)[] {
  const taken = [...obstacles];
  return requests.map((request) => {
    if (request.width > canvas.width - 2 * BORDER_PX || request.height > canvas.height - 2 * BORDER_PX) return null;
    for (const place of request.places) {
      const wanted = besideAnchor(place, request);
      const inside = pushInside(wanted, canvas);
      const shift = Math.hypot(inside.left - wanted.left, inside.top - wanted.top);
      if (shift > request.mayShift || taken.some((other) => overlaps(inside, other))) continue;
      taken.push(inside);
      return inside;
    }
    return null;
  });
}

/** The text touches the line at `gap` away from the anchor, whatever way it is pushed out. */
function besideAnchor({ anchor, outward, gap }: LabelPlace, { width, height }: LabelRequest): Rectangle {
  const reach = gap + Math.abs(outward[0]) * (width / 2) + Math.abs(outward[1]) * (height / 2);
  return {
    left: anchor[0] + outward[0] * reach - width / 2,
    top: anchor[1] + outward[1] * reach - height / 2,
    width,
    height,
  };
}

function pushInside(one: Rectangle, canvas: { readonly width: number; readonly height: number }): Rectangle {
  const push = (start: number, size: number, room: number): number => Math.max(Math.min(start, room - BORDER_PX - size), BORDER_PX);
  return { ...one, left: push(one.left, one.width, canvas.width), top: push(one.top, one.height, canvas.height) };
}

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.left < other.left + other.width + BETWEEN_PX &&
    other.left < one.left + one.width + BETWEEN_PX &&
    one.top < other.top + other.height + BETWEEN_PX &&
    other.top < one.top + one.height + BETWEEN_PX
  );
}
