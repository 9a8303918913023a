import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, MeshStandardMaterial, Scene, type Side } from "three";
import { GLTFExporter } from "three/addons/exporters/GLTFExporter.js";
import { STLExporter } from "three/addons/exporters/STLExporter.js";
import { COLOURS, type Theme } from "../design/tokens.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import { type Range, vertexColours } from "./colour-scale.ts";
import type { SheetPart } from "./isosurfaces-object.ts";
import { type Slice, sliceFill } from "./slices-object.ts";

/** What a coordinate from 0 to 1 means: 0 is `min`, 1 is `max`, and between them it is even in the value or in its logarithm. */
export interface ExportedAxis {
  readonly name: string;
  readonly symbol: string;
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly spacing: "linear" | "log";
}

/** The surfaces of one picture. */
export interface ExportedSurfaces {
  /** x, y and z. */
  readonly axes: readonly [ExportedAxis, ExportedAxis, ExportedAxis];
  /** The region's boundary; `null` where there is none. */
  readonly region: SurfaceMesh | null;
  readonly isosurfaces: readonly { readonly name: string; readonly mesh: SheetPart }[];
  readonly slices: readonly { readonly name: string; readonly slice: Slice }[];
  /** What the colours stand for, with the values at the ends of the scale. */
  readonly colour: { readonly quantity: string; readonly unit: string; readonly range: Range };
  readonly theme: Theme;
  /** What else is written into the file: JSON. */
  readonly about: Readonly<Record<string, unknown>>;
}

const OPACITY = { isosurface: 0.62, solid: 0.26, slice: 0.92 } as const;
const STL_HEADER_BYTES = 80;

/**
 * A binary glTF 2.0: a node for the sheet, the wall, the caps and each other surface, coloured vertex by vertex. Vertices are in display
 * coordinates, 0..1 along each axis, z upwards; the root turns them so that viewers show them upright. The scene's extras say what is what.
 */
export async function exportGlb(surfaces: ExportedSurfaces): Promise<Uint8Array<ArrayBuffer>> {
  const { axes, colour, about } = surfaces;
  const scene = new Scene();
  scene.name = "Tauscape";
  const [x, y, z] = axes;
  scene.userData = { ...about, axes: { x, y, z }, coordinates: "0 is min, 1 is max; between them even in the value (linear) or in its logarithm (log)", colour };
  const root = new Group();
  root.name = "box";
  root.rotation.x = -Math.PI / 2;
  root.add(...regionParts(surfaces), ...otherParts(surfaces));
  scene.add(root);
  const glb = await new GLTFExporter().parseAsync(scene, { binary: true });
  if (!(glb instanceof ArrayBuffer)) throw new TypeError("The exporter answered with JSON where a binary file was asked for.");
  return new Uint8Array(glb);
}

/** Whether there is a triangle to write: a box may hold neither region nor boundary, and slices may lie where no economy is. */
export function isAnythingDrawn(surfaces: ExportedSurfaces, parts: "all" | "region" | "others"): boolean {
  return (parts !== "others" && regionParts(surfaces).length > 0) || (parts !== "region" && otherParts(surfaces).length > 0);
}

/** A binary STL of the region's closed boundary, or of the other surfaces; its header names the axes and their ranges. */
export function exportStl(surfaces: ExportedSurfaces, parts: "region" | "others"): Uint8Array<ArrayBuffer> {
  const scene = new Scene();
  scene.add(...(parts === "region" ? regionParts(surfaces) : otherParts(surfaces)));
  const stl = new STLExporter().parse(scene, { binary: true });
  const bytes = new Uint8Array(stl.buffer.slice(0));
  bytes.set(new TextEncoder().encode(stlHeader(surfaces)).subarray(0, STL_HEADER_BYTES));
  return bytes;
}

/** Such as `Tauscape x=alpha 0.05..0.9 y=beta 0.05..0.9 z=wr 0.1..10 log`. Must not begin with "solid", which would mean text. */
function stlHeader({ axes }: ExportedSurfaces): string {
  const short = (value: number) => String(Number(value.toPrecision(4)));
  const texts = axes.map(({ name, min, max, spacing }, k) => `${"xyz"[k]}=${name} ${short(min)}..${short(max)}${spacing === "log" ? " log" : ""}`);
  return `Tauscape ${texts.join(" ")}`;
}

function regionParts({ region, colour, theme }: ExportedSurfaces): Mesh[] {
  if (region === null) return [];
  const solid = (name: string) => material(name, { color: COLOURS[theme].raises, opacity: OPACITY.solid });
  return [
    named("sheet", partOf(region, region.sheet, colour.range), material("sheet", { vertexColors: true })),
    named("wall", partOf(region, region.wall, null), solid("wall")),
    named("caps", partOf(region, region.caps, null), solid("caps")),
  ].filter(({ geometry }) => (geometry.index?.count ?? 0) > 0);
}

function otherParts({ isosurfaces, slices, colour }: ExportedSurfaces): Mesh[] {
  return [
    ...isosurfaces.map(({ name, mesh }) => named(name, partOf(mesh, mesh.sheet, colour.range), material(name, { vertexColors: true, opacity: OPACITY.isosurface }))),
    ...slices.map(({ name, slice }) => named(name, sliceFill(slice, colour.range), material(name, { vertexColors: true, opacity: OPACITY.slice }))),
  ].filter(({ geometry }) => (geometry.index?.count ?? 0) > 0);
}

/** Some triangles of a mesh with only the vertices that they use; coloured ones are curved and keep their normals. */
function partOf({ positions, normals, values }: SheetPart, triangles: Uint32Array, range: Range | null): BufferGeometry {
  const places = new Map<number, number>();
  const index = Uint32Array.from(triangles, (vertex) => {
    const place = places.get(vertex) ?? places.size;
    places.set(vertex, place);
    return place;
  });
  const vertices = [...places.keys()];
  const gather = (source: Float32Array) => Float32Array.from({ length: vertices.length * 3 }, (_, k) => source[vertices[Math.floor(k / 3)] * 3 + (k % 3)]);
  const geometry = new BufferGeometry().setAttribute("position", new BufferAttribute(gather(positions), 3)).setIndex(new BufferAttribute(index, 1));
  if (range === null) return geometry;
  return geometry.setAttribute("normal", new BufferAttribute(gather(normals), 3))
    .setAttribute("color", new BufferAttribute(vertexColours(Float32Array.from(vertices, (vertex) => values[vertex]), range), 3));
}

function material(name: string, { opacity = 1, ...look }: { readonly color?: string; readonly vertexColors?: boolean; readonly opacity?: number }): MeshStandardMaterial {
  const side: Side = DoubleSide;
  return Object.assign(new MeshStandardMaterial({ ...look, side, opacity, transparent: opacity < 1, roughness: 1, metalness: 0 }), { name });
}

function named(name: string, geometry: BufferGeometry, look: MeshStandardMaterial): Mesh {
  return Object.assign(new Mesh(geometry, look), { name });
}
