import { BufferAttribute, BufferGeometry, Color, DoubleSide, Float32BufferAttribute, Group, LineBasicMaterial, LineLoop, Mesh, MeshBasicMaterial } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import drawDifferenceSlice from "../shaders/draw-difference-slice.glsl?raw";
import { clearGroup } from "./clear-group.ts";
import { cellsWithValues, planePoints, planeRim } from "./slices-object.ts";

/** A plane across one axis, with ∂g/∂τ in A and in B at each point of a square grid, laid out as a `Slice`. */
export interface DifferenceSlice {
  readonly axis: 0 | 1 | 2;
  /** 0..1 along the axis. */
  readonly place: number;
  readonly count: number;
  /** NaN where it is not feasible. */
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Infeasible in one alone lies outside its region; next to nothing, so that the border stands where the other says. */
const OUTSIDE = -1e-30;

/** Slices through two regions: where the sign turns between them, and where it is the same. The border is found between the points of the grid. In display coordinates. */
export class DifferenceSlicesObject {
  readonly group = new Group();
  readonly #tones = { gainedTone: new Color(), lostTone: new Color(), bothTone: new Color(), neitherTone: new Color() };
  readonly #fill = new MeshBasicMaterial({ side: DoubleSide, transparent: true, opacity: 0.92, polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 1 });
  readonly #frame = new LineBasicMaterial();

  constructor() {
    this.#fill.onBeforeCompile = (shader) => {
      for (const [name, value] of Object.entries(this.#tones)) shader.uniforms[name] = { value };
      shader.vertexShader = shader.vertexShader
        .replace("#include <common>", "#include <common>\nattribute float inA;\nattribute float inB;\nvarying float vInA;\nvarying float vInB;")
        .replace("#include <begin_vertex>", "#include <begin_vertex>\nvInA = inA;\nvInB = inB;");
      shader.fragmentShader = shader.fragmentShader
        .replace("#include <common>", `#include <common>\nvarying float vInA;\nvarying float vInB;\n${Object.keys(this.#tones).map((name) => `uniform vec3 ${name};`).join("\n")}`)
        .replace("#include <color_fragment>", `#include <color_fragment>\n${drawDifferenceSlice}`);
    };
  }

  /** For the pointer. */
  get fills(): readonly Mesh[] {
    return this.group.children.filter((drawn) => drawn instanceof Mesh);
  }

  set(slices: readonly DifferenceSlice[]): void {
    clearGroup(this.group);
    for (const slice of slices) {
      const drawn = slice.a.map((value, at) => (Number.isNaN(value) ? slice.b[at] : value));
      const fill = new BufferGeometry().setAttribute("position", new Float32BufferAttribute(planePoints(slice), 3))
        .setAttribute("inA", new BufferAttribute(Float32Array.from(slice.a, outsideIfInfeasible), 1))
        .setAttribute("inB", new BufferAttribute(Float32Array.from(slice.b, outsideIfInfeasible), 1))
        .setIndex(cellsWithValues(drawn, slice.count));
      this.group.add(new Mesh(fill, this.#fill), new LineLoop(planeRim(slice), this.#frame));
    }
  }

  setTheme(theme: Theme): void {
    const { raises, lowers, raisesTint, lowersTint, text } = COLOURS[theme];
    this.#tones.gainedTone.set(raises);
    this.#tones.lostTone.set(lowers);
    this.#tones.bothTone.set(raisesTint);
    this.#tones.neitherTone.set(lowersTint);
    this.#frame.color.set(text);
  }

  dispose(): void {
    clearGroup(this.group);
    for (const material of [this.#fill, this.#frame]) material.dispose();
  }
}

function outsideIfInfeasible(value: number): number {
  return Number.isNaN(value) ? OUTSIDE : value;
}
