import {
  BufferGeometry, type Camera, Color, Float32BufferAttribute, Group, LineBasicMaterial, LineSegments, Mesh, MeshBasicMaterial, RingGeometry,
  SphereGeometry,
} from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import { toWorld, type Triple } from "./box-geometry.ts";

export interface Marker {
  /** In display coordinates, 0..1 each. */
  readonly position: Triple;
  readonly tone: "raises" | "lowers" | "boundary" | "infeasible";
}

const RADIUS_PX = 6;
const TONES = { raises: "raises", lowers: "lowers", boundary: "boundary", infeasible: "muted" } as const;
/** Drawn once in full and, behind surfaces, once faintly, so that the point is never lost. */
const PASSES = [{ opacity: 1, hidden: false }, { opacity: 0.38, hidden: true }] as const;
const ORDER_ABOVE_SURFACES = 10;

/** The chosen point: a ball in a light and a dark ring, seen on any ground, and a line down to a small ring on the floor. In world coordinates, of one size on screen. */
export class MarkerObject {
  readonly group = new Group();
  readonly #ball = new SphereGeometry(1, 24, 16);
  readonly #ring = new RingGeometry(0.95, 1.5, 40);
  readonly #rim = new RingGeometry(1.5, 1.8, 40);
  readonly #foot = new RingGeometry(0.55, 0.85, 32).rotateX(-Math.PI / 2);
  readonly #drop = new BufferGeometry();
  readonly #fills: readonly MeshBasicMaterial[];
  readonly #halos: readonly MeshBasicMaterial[];
  readonly #rims: readonly MeshBasicMaterial[];
  readonly #inks: readonly LineBasicMaterial[];
  readonly #scaled: Mesh[] = [];
  readonly #feet: Mesh[] = [];
  readonly #facing: Mesh[] = [];
  #theme: Theme = "light";
  #marker: Marker | null = null;

  constructor() {
    const common = PASSES.map(({ opacity, hidden }) => ({ transparent: true, opacity, depthTest: !hidden, depthWrite: false }));
    this.#fills = common.map((one) => new MeshBasicMaterial(one));
    this.#halos = common.map((one) => new MeshBasicMaterial(one));
    this.#rims = common.map((one) => new MeshBasicMaterial(one));
    this.#inks = common.map((one) => new LineBasicMaterial(one));
    PASSES.forEach((_, pass) => this.#addPass(pass));
    this.group.visible = false;
  }

  #addPass(pass: number): void {
    const ball = new Mesh(this.#ball, this.#fills[pass]);
    const ring = new Mesh(this.#ring, this.#halos[pass]);
    const rim = new Mesh(this.#rim, this.#rims[pass]);
    const foot = new Mesh(this.#foot, this.#fills[pass]);
    const drop = new LineSegments(this.#drop, this.#inks[pass]);
    [drop, foot, rim, ring, ball].forEach((part, place) => {
      part.renderOrder = ORDER_ABOVE_SURFACES + place;
      part.frustumCulled = false;
      this.group.add(part);
    });
    this.#scaled.push(ball, ring, rim);
    this.#feet.push(foot);
    this.#facing.push(ring, rim);
  }

  set(marker: Marker | null): void {
    this.#marker = marker;
    this.group.visible = marker !== null;
    if (marker === null) return;
    const [x, depth] = marker.position;
    const top = toWorld(marker.position);
    const foot = toWorld([x, depth, 0]);
    this.#drop.setAttribute("position", new Float32BufferAttribute([...top, ...foot], 3));
    for (const part of this.#scaled) part.position.set(...top);
    for (const part of this.#feet) part.position.set(...foot);
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
    for (const part of [...this.#scaled, ...this.#feet]) part.scale.setScalar(size);
    for (const part of this.#facing) part.quaternion.copy(camera.quaternion);
  }

  dispose(): void {
    for (const geometry of [this.#ball, this.#ring, this.#rim, this.#foot, this.#drop]) geometry.dispose();
    for (const material of [...this.#fills, ...this.#halos, ...this.#rims, ...this.#inks]) material.dispose();
  }

  #paint(): void {
    const colours = COLOURS[this.#theme];
    const tone = new Color(colours[TONES[this.#marker?.tone ?? "boundary"]]);
    for (const material of [...this.#fills, ...this.#inks]) material.color.copy(tone);
    for (const halo of this.#halos) halo.color.set(colours.surface);
    for (const rim of this.#rims) rim.color.set(colours.text);
  }
}
