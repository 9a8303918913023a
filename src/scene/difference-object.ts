import { BufferAttribute, BufferGeometry, Color, DoubleSide, Group, Mesh, MeshLambertMaterial, type Object3D } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import drawDifference from "../shaders/draw-difference.glsl?raw";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import { clearGroup } from "./clear-group.ts";
import { type DifferenceSlice, DifferenceSlicesObject } from "./difference-slices-object.ts";

export type { DifferenceSlice };

/** Two boundaries over the same box, each with the other's field, positive inside the other's region, at its vertices. */
export interface DifferenceMeshes {
  readonly a: SurfaceMesh;
  readonly b: SurfaceMesh;
}

/** B's boundary is solid; A's a veil, through which it is seen; what lies between is closed at the box by a tint. */
const OPACITY = { b: 1, a: 0.5, ends: 0.45 } as const;
/** A value outside, and next to nothing: the colour changes where it is interpolated with one inside. */
const OUTSIDE = -1e-30;
const ORDER = { b: 0, ends: 1, a: 2 } as const;

/**
 * Where the sign differs between two regions: between the boundaries, in the colour of what B gains or in that of what it loses.
 * Colours change where the boundaries cross, not at a vertex. In display coordinates.
 */
export class DifferenceObject {
  readonly group = new Group();
  readonly slices = new DifferenceSlicesObject();
  readonly #boundaries = new Group();
  readonly #gained = new Color();
  readonly #lost = new Color();
  readonly #materials: Readonly<Record<"a" | "b" | "endsA" | "endsB", MeshLambertMaterial>>;

  constructor() {
    this.#materials = {
      b: this.#material(this.#gained, this.#lost, OPACITY.b, false),
      a: this.#material(this.#lost, this.#gained, OPACITY.a, false),
      endsA: this.#material(this.#lost, this.#gained, OPACITY.ends, true),
      endsB: this.#material(this.#gained, this.#lost, OPACITY.ends, true),
    };
    this.group.add(this.#boundaries, this.slices.group);
  }

  /** Boundaries and slices, for the pointer. */
  get seen(): readonly Object3D[] {
    return [...this.#boundaries.children.filter(({ userData }) => userData.isSheet === true), ...this.slices.fills];
  }

  set(meshes: DifferenceMeshes | null): void {
    clearGroup(this.#boundaries);
    if (meshes === null) return;
    for (const side of ["a", "b"] as const) {
      const mesh = meshes[side];
      const attributes = { position: new BufferAttribute(mesh.positions, 3), other: new BufferAttribute(mesh.values.map(outsideUnlessPositive), 1) };
      const ends = new Uint32Array(mesh.wall.length + mesh.caps.length);
      ends.set(mesh.wall);
      ends.set(mesh.caps, mesh.wall.length);
      const sheet = new Mesh(geometryOf(attributes, mesh.sheet).setAttribute("normal", new BufferAttribute(mesh.normals, 3)), this.#materials[side]);
      sheet.userData.isSheet = true;
      sheet.renderOrder = ORDER[side];
      const closing = new Mesh(geometryOf(attributes, ends), this.#materials[side === "a" ? "endsA" : "endsB"]);
      closing.renderOrder = ORDER.ends;
      this.#boundaries.add(sheet, closing);
    }
  }

  setTheme(theme: Theme): void {
    this.#gained.set(COLOURS[theme].raises);
    this.#lost.set(COLOURS[theme].lowers);
    this.slices.setTheme(theme);
  }

  dispose(): void {
    this.slices.dispose();
    clearGroup(this.#boundaries);
    for (const material of Object.values(this.#materials)) material.dispose();
  }

  /** The colours are shared with the running shader: setting them shows at the next draw. */
  #material(outside: Color, inside: Color, opacity: number, clips: boolean): MeshLambertMaterial {
    const material = new MeshLambertMaterial({ side: DoubleSide, flatShading: clips, transparent: opacity < 1, opacity, depthWrite: opacity === 1 });
    material.onBeforeCompile = (shader) => {
      Object.assign(shader.uniforms, { outsideTone: { value: outside }, insideTone: { value: inside }, clips: { value: clips } });
      shader.vertexShader = shader.vertexShader
        .replace("#include <common>", "#include <common>\nattribute float other;\nvarying float vOther;")
        .replace("#include <begin_vertex>", "#include <begin_vertex>\nvOther = other;");
      shader.fragmentShader = shader.fragmentShader
        .replace("#include <common>", "#include <common>\nvarying float vOther;\nuniform vec3 outsideTone;\nuniform vec3 insideTone;\nuniform bool clips;")
        .replace("#include <color_fragment>", `#include <color_fragment>\n${drawDifference}`);
    };
    return material;
  }
}

/** What is not feasible in the other region, or on its boundary, lies outside. */
function outsideUnlessPositive(value: number): number {
  return value > 0 || value < 0 ? value : OUTSIDE;
}

function geometryOf({ position, other }: { readonly position: BufferAttribute; readonly other: BufferAttribute }, index: Uint32Array): BufferGeometry {
  return new BufferGeometry().setAttribute("position", position).setAttribute("other", other).setIndex(new BufferAttribute(index, 1));
}
