import {
  BackSide, BufferAttribute, BufferGeometry, DynamicDrawUsage, FrontSide, Group, LineBasicMaterial, LineSegments, Mesh,
  MeshLambertMaterial, Sphere, Vector3,
} from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import { type Range, vertexColours } from "./colour-scale.ts";
import { contourMaterial, MOST_CONTOURS } from "./contour-material.ts";
import { regionOutline } from "./region-outline.ts";

export const FLAG_STYLES = ["plain", "hatched", "hidden"] as const;
export type FlagStyle = (typeof FLAG_STYLES)[number];

/** Over the sheet, which is opaque: first the far side of the solid, then its near side. */
const ORDER = { far: 1, near: 2, outline: 3 } as const;
const SOLID_OPACITY: Readonly<Record<Theme, readonly [far: number, near: number]>> = { light: [0.12, 0.26], dark: [0.14, 0.26] };
/** Every vertex lies in the unit box: no need to look for the bounds. */
const BOUNDS = new Sphere(new Vector3(0.5, 0.5, 0.5), Math.sqrt(0.75));

/** The region as a picture: its boundary as an opaque sheet, its walls and caps as a translucent solid. In display coordinates. */
export class SurfaceObject {
  #nVertices = 0;
  readonly group = new Group();
  readonly sheet: Mesh;
  readonly #contours = contourMaterial();
  readonly #far = new MeshLambertMaterial({ side: BackSide, flatShading: true, transparent: true, depthWrite: false });
  readonly #near = new MeshLambertMaterial({ side: FrontSide, flatShading: true, transparent: true, depthWrite: false });
  readonly #outlineInk = new LineBasicMaterial({ transparent: true, opacity: 0.75 });
  readonly #solids: readonly [Mesh, Mesh];
  readonly #outline: LineSegments;
  #nWallTriangles = 0;

  constructor() {
    this.sheet = new Mesh(new BufferGeometry(), this.#contours.material);
    const solid = new BufferGeometry();
    this.#solids = [new Mesh(solid, this.#far), new Mesh(solid, this.#near)];
    this.#outline = new LineSegments(new BufferGeometry(), this.#outlineInk);
    this.#solids[0].renderOrder = ORDER.far;
    this.#solids[1].renderOrder = ORDER.near;
    this.#outline.renderOrder = ORDER.outline;
    this.group.add(this.sheet, ...this.#solids, this.#outline);
    this.group.visible = false;
  }

  get solids(): readonly Mesh[] {
    return this.#solids;
  }

  /** The solid's triangles come walls first. */
  partOfSolid(triangle: number): "wall" | "cap" {
    return triangle < this.#nWallTriangles ? "wall" : "cap";
  }

  set(mesh: SurfaceMesh | null, range: Range): void {
    this.group.visible = mesh !== null;
    if (mesh === null) return;
    this.#nVertices = mesh.values.length;
    const positions = new BufferAttribute(mesh.positions, 3);
    const colours = new BufferAttribute(vertexColours(mesh.values, range), 3).setUsage(DynamicDrawUsage);
    const solidTriangles = new Uint32Array(mesh.wall.length + mesh.caps.length);
    solidTriangles.set(mesh.wall);
    solidTriangles.set(mesh.caps, mesh.wall.length);
    this.#nWallTriangles = mesh.wall.length / 3;
    replace(this.sheet, geometryOf(positions, mesh.sheet).setAttribute("normal", new BufferAttribute(mesh.normals, 3)).setAttribute("color", colours));
    const solid = geometryOf(positions, solidTriangles);
    for (const part of this.#solids) replace(part, solid);
    replace(this.#outline, geometryOf(positions, regionOutline(mesh)));
  }

  /** Which vertices of the present mesh are flagged, and how the sheet is drawn there; `null`: as everywhere. */
  setFlags(flagged: Uint8Array | null, style: FlagStyle): void {
    const shown = flagged?.length === this.#nVertices ? style : "plain";
    this.#contours.uniforms.flagStyle.value = FLAG_STYLES.indexOf(shown);
    if (shown === "plain" || flagged === null) this.sheet.geometry.deleteAttribute("flagged");
    else this.sheet.geometry.setAttribute("flagged", new BufferAttribute(Float32Array.from(flagged), 1));
  }

  /** Heights in display coordinates of axis 2; at most MOST_CONTOURS are drawn. */
  setContours(levels: readonly number[]): void {
    const shown = levels.filter((level) => level > 0 && level < 1).slice(0, MOST_CONTOURS);
    this.#contours.uniforms.contourLevels.value.set(shown);
    this.#contours.uniforms.contourCount.value = shown.length;
  }

  setTheme(theme: Theme): void {
    for (const material of [this.#far, this.#near, this.#outlineInk]) material.color.set(COLOURS[theme].raises);
    [this.#far.opacity, this.#near.opacity] = SOLID_OPACITY[theme];
  }

  dispose(): void {
    for (const drawn of [this.sheet, ...this.#solids, this.#outline]) drawn.geometry.dispose();
    for (const material of [this.#contours.material, this.#far, this.#near, this.#outlineInk]) material.dispose();
  }
}

function geometryOf(positions: BufferAttribute, index: Uint32Array): BufferGeometry {
  const geometry = new BufferGeometry().setAttribute("position", positions).setIndex(new BufferAttribute(index, 1));
  geometry.boundingSphere = BOUNDS;
  return geometry;
}

function replace(drawn: Mesh | LineSegments, geometry: BufferGeometry): void {
  if (drawn.geometry === geometry) return;
  drawn.geometry.dispose();
  drawn.geometry = geometry;
}
