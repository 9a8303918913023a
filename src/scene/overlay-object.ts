import { BufferGeometry, Float32BufferAttribute, Group, LineBasicMaterial, LineDashedMaterial, LineSegments } from "three";
import { COLOURS, type ColourTokens, type Theme } from "../design/tokens.ts";
import type { Triple } from "./box-geometry.ts";
import { clearGroup } from "./clear-group.ts";

/** Lines in display coordinates: each a row of points. */
export interface OverlayLines {
  readonly lines: readonly (readonly Triple[])[];
  readonly tone: Tone;
}

/** `dashed` is as `fine`, of another surface; `plain` as `strong`, where the colours of signs tell gains and losses. */
type Tone = "fine" | "dashed" | "strong" | "plain" | "selection";

const COLOUR_NAMES = { fine: "text", dashed: "text", strong: "lowers", plain: "text", selection: "accent" } as const satisfies Record<Tone, keyof ColourTokens>;
const FINE = 0.5;
/** Of a box that is 1 wide. */
const DASH = { dashSize: 0.014, gapSize: 0.012 } as const;
const ORDER = 4;

/** Lines that come from a formula, drawn over everything, so that they can be held against the surface below. */
export class OverlayObject {
  readonly group = new Group();
  readonly #inks = {
    fine: new LineBasicMaterial({ transparent: true, opacity: FINE, depthTest: false }),
    dashed: new LineDashedMaterial({ transparent: true, opacity: FINE, depthTest: false, ...DASH }),
    strong: new LineBasicMaterial({ transparent: true, depthTest: false }),
    plain: new LineBasicMaterial({ transparent: true, depthTest: false }),
    selection: new LineBasicMaterial({ transparent: true, depthTest: false }),
  } as const satisfies Record<Tone, LineBasicMaterial>;

  set(overlays: readonly OverlayLines[]): void {
    clearGroup(this.group);
    for (const { lines, tone } of overlays) {
      const ends = lines.flatMap((line) => line.slice(1).flatMap((point, k) => [...line[k], ...point]));
      const drawn = new LineSegments(new BufferGeometry().setAttribute("position", new Float32BufferAttribute(ends, 3)), this.#inks[tone]);
      if (tone === "dashed") drawn.computeLineDistances();
      drawn.renderOrder = ORDER;
      this.group.add(drawn);
    }
  }

  setTheme(theme: Theme): void {
    for (const [tone, name] of Object.entries(COLOUR_NAMES) as [Tone, keyof ColourTokens][]) this.#inks[tone].color.set(COLOURS[theme][name]);
  }

  dispose(): void {
    clearGroup(this.group);
    for (const ink of Object.values(this.#inks)) ink.dispose();
  }
}
