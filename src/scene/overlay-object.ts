import { BufferGeometry, Float32BufferAttribute, Group, LineBasicMaterial, LineSegments } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import type { Triple } from "./box-geometry.ts";
import { clearGroup } from "./clear-group.ts";

/** Lines in display coordinates: each a row of points. */
export interface OverlayLines {
  readonly lines: readonly (readonly Triple[])[];
  readonly tone: "fine" | "strong" | "selection";
}

const TONES = { fine: { colour: "text", opacity: 0.5 }, strong: { colour: "lowers", opacity: 1 }, selection: { colour: "accent", opacity: 1 } } as const;
const ORDER = 4;

/** Lines that come from a formula, drawn over everything, so that they can be held against the surface below. */
export class OverlayObject {
  readonly group = new Group();
  readonly #inks = {
    fine: new LineBasicMaterial({ transparent: true, opacity: TONES.fine.opacity, depthTest: false }),
    strong: new LineBasicMaterial({ transparent: true, depthTest: false }),
    selection: new LineBasicMaterial({ transparent: true, depthTest: false }),
  };

  set(overlays: readonly OverlayLines[]): void {
    clearGroup(this.group);
    for (const { lines, tone } of overlays) {
      const ends = lines.flatMap((line) => line.slice(1).flatMap((point, k) => [...line[k], ...point]));
      const drawn = new LineSegments(new BufferGeometry().setAttribute("position", new Float32BufferAttribute(ends, 3)), this.#inks[tone]);
      drawn.renderOrder = ORDER;
      this.group.add(drawn);
    }
  }

  setTheme(theme: Theme): void {
    for (const tone of ["fine", "strong", "selection"] as const) this.#inks[tone].color.set(COLOURS[theme][TONES[tone].colour]);
  }

  dispose(): void {
    clearGroup(this.group);
    for (const ink of Object.values(this.#inks)) ink.dispose();
  }
}
