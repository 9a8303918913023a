import { BufferGeometry, type Camera, Color, Float32BufferAttribute, Group, LineDashedMaterial, LineSegments, Mesh, MeshBasicMaterial } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import { toWorld, type Triple } from "./box-geometry.ts";
import { markerGlyph, type MarkerGlyph, type MarkerShape } from "./marker-glyph.ts";

export interface Marker {
  /** In display coordinates, 0..1 each. */
  readonly position: Triple;
  readonly tone: "raises" | "lowers" | "boundary" | "infeasible";
  /** Said beside it; `null`: it speaks for itself. */
  readonly label: string | null;
}

const RADIUS_PX = 6;
/** What a marker covers of the screen: half of its width. */
export const MARKER_REACH_PX = 14;
/** Drawn once in full and, behind surfaces, once faintly, so that the point is never lost. */
const PASSES = [{ opacity: 1, hidden: false }, { opacity: 0.38, hidden: true }] as const;
/** Parts from below to above; a pinned point lies under the present one. */
const PARTS = ["foot", "rim", "halo", "fill", "hatch"] as const satisfies readonly (keyof MarkerGlyph)[];
const ORDER_ABOVE_SURFACES: Readonly<Record<MarkerShape, number>> = { diamond: 10, round: 20 };
/** Of the line to the floor, world units: dashes say that there is no economy. */
const DASH = { infeasible: { dashSize: 0.018, gapSize: 0.014 }, feasible: { dashSize: 1, gapSize: 0 } } as const;

/**
 * A point: its sign's colour in a light and a dark ring, seen on any ground, and a line down to a small ring on the floor. One that is not feasible has no
 * sign: it is hatched, and its line is broken. In world coordinates, of one size on screen.
 */
export class MarkerObject {
  readonly group = new Group();
  readonly #glyph: MarkerGlyph;
  readonly #drop = new BufferGeometry();
  readonly #materials: Readonly<Record<(typeof PARTS)[number], readonly MeshBasicMaterial[]>>;
  readonly #inks: readonly LineDashedMaterial[];
  readonly #parts: readonly { readonly name: (typeof PARTS)[number]; readonly mesh: Mesh }[];
  readonly #drops: readonly LineSegments[];
  #theme: Theme = "light";
  #marker: Marker | null = null;

  constructor(shape: MarkerShape) {
    const glyph = markerGlyph(shape);
    const common = PASSES.map(({ opacity, hidden }) => ({ transparent: true, opacity, depthTest: !hidden, depthWrite: false }));
    const basic = () => common.map((one) => new MeshBasicMaterial(one));
    this.#glyph = glyph;
    this.#materials = { foot: basic(), rim: basic(), halo: basic(), fill: basic(), hatch: basic() };
    this.#inks = common.map((one) => new LineDashedMaterial(one));
    this.#parts = PASSES.flatMap((_, pass) => PARTS.map((name) => ({ name, mesh: new Mesh(glyph[name], this.#materials[name][pass]) })));
    this.#drops = this.#inks.map((ink) => new LineSegments(this.#drop, ink));
    for (const drawn of [...this.#drops, ...this.#parts.map(({ mesh }) => mesh)]) drawn.frustumCulled = false;
    for (const drop of this.#drops) drop.renderOrder = ORDER_ABOVE_SURFACES[shape];
    for (const { name, mesh } of this.#parts) mesh.renderOrder = ORDER_ABOVE_SURFACES[shape] + 1 + PARTS.indexOf(name);
    this.group.add(...this.#drops, ...this.#parts.map(({ mesh }) => mesh));
    this.group.visible = false;
  }

  /** What is marked now. */
  get marker(): Marker | null { return this.#marker; }

  set(marker: Marker | null): void {
    this.#marker = marker;
    this.group.visible = marker !== null;
    if (marker === null) return;
    const [x, depth] = marker.position;
    const top = toWorld(marker.position);
    const foot = toWorld([x, depth, 0]);
    this.#drop.setAttribute("position", new Float32BufferAttribute([...top, ...foot], 3));
    this.#drops[0].computeLineDistances();
    for (const { name, mesh } of this.#parts) {
      mesh.position.set(...(name === "foot" ? foot : top));
      if (name === "hatch") mesh.visible = marker.tone === "infeasible";
    }
    for (const ink of this.#inks) Object.assign(ink, DASH[marker.tone === "infeasible" ? "infeasible" : "feasible"]);
    this.#paint();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#paint();
  }

  /** Before each draw: `unitsPerPixel` gives the world length of a CSS pixel at a point. */
  update(camera: Camera, unitsPerPixel: (point: Triple) => number): void {
    if (this.#marker === null) return;
    const size = RADIUS_PX * unitsPerPixel(toWorld(this.#marker.position));
    for (const { name, mesh } of this.#parts) {
      mesh.scale.setScalar(size);
      if (name !== "foot") mesh.quaternion.copy(camera.quaternion);
    }
  }

  dispose(): void {
    for (const geometry of [...Object.values(this.#glyph) as readonly BufferGeometry[], this.#drop]) geometry.dispose();
    for (const material of [...Object.values(this.#materials).flat(), ...this.#inks]) material.dispose();
  }

  #paint(): void {
    const { surface, text, muted, ...signs } = COLOURS[this.#theme];
    const tone = this.#marker?.tone ?? "boundary";
    const sign = new Color(tone === "infeasible" ? muted : signs[tone]);
    const colours = { foot: sign, rim: new Color(text), halo: new Color(surface), fill: tone === "infeasible" ? new Color(surface) : sign, hatch: new Color(text) };
    for (const name of PARTS) for (const material of this.#materials[name]) material.color.copy(colours[name]);
    for (const ink of this.#inks) ink.color.copy(sign);
  }
}
