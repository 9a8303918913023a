import { Box3, type Mesh, type Object3D, Vector3 } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { STLLoader } from "three/addons/loaders/STLLoader.js";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { exportGlb, exportStl, isAnythingDrawn, type ExportedSurfaces } from "../../src/scene/export-surfaces.ts";
import { analyticMesh } from "./analytic-mesh.ts";

/** Bytes of glTF's component types: unsigned short, unsigned int, float. */
const SIZES: Readonly<Record<number, number>> = { 5123: 2, 5125: 4, 5126: 4 };

/** What the exporter needs of a browser. */
class FileReaderShim {
  result: ArrayBuffer | null = null;
  onloadend: (() => void) | null = null;
  readAsArrayBuffer(blob: Blob): void {
    void blob.arrayBuffer().then((bytes) => {
      this.result = bytes;
      this.onloadend?.();
    });
  }
}

const region = analyticMesh(16);
const SLICE = { axis: 2, place: 0.25, count: 5, contours: [], values: Float64Array.from({ length: 25 }, (_, k) => (k === 24 ? NaN : k / 24)) } as const;
const axis = (name: string, max: number, spacing: "linear" | "log") => ({ name, symbol: name, label: name, unit: "1", min: 0.1, max, spacing });
const SURFACES: ExportedSurfaces = {
  axes: [axis("alpha", 0.9, "linear"), axis("beta", 0.9, "linear"), axis("wr", 10, "log")],
  region, isosurfaces: [{ name: "growth = 0.05", mesh: region }], slices: [{ name: "slice at wr = 0.3", slice: SLICE }],
  colour: { quantity: "growth", unit: "1/year", range: [0, 1] }, theme: "light", about: { program: "Tauscape 0.1.0", link: "https://example.org/#v1:tau=0.4" },
};
const TRIANGLES: Readonly<Record<string, number>> = {
  sheet: region.sheet.length / 3, wall: region.wall.length / 3, caps: region.caps.length / 3, "growth = 0.05": region.sheet.length / 3, "slice at wr = 0.3": 4 * 4 * 2 - 1,
};

beforeAll(() => { vi.stubGlobal("FileReader", FileReaderShim); });
afterAll(() => { vi.unstubAllGlobals(); });

/** Bounds of the vertices that some triangles use. */
function boundsOf(positions: ArrayLike<number>, triangles: Iterable<number>): Box3 {
  const bounds = new Box3();
  for (const vertex of triangles) bounds.expandByPoint(new Vector3(positions[vertex * 3], positions[vertex * 3 + 1], positions[vertex * 3 + 2]));
  return bounds;
}

function meshesIn(root: Object3D): Mesh[] {
  const meshes: Mesh[] = [];
  root.traverse((one) => { if ("isMesh" in one) meshes.push(one as Mesh); });
  return meshes;
}

describe("a GLB", () => {
  test("is read by three's loader with the same triangles, bounds, colours and names", async () => {
    const bytes = await exportGlb(SURFACES);
    const { scene } = await new GLTFLoader().parseAsync(bytes.buffer, "");
    expect(scene.userData).toMatchObject({ program: "Tauscape 0.1.0", axes: { z: { name: "wr", min: 0.1, max: 10, spacing: "log" } }, colour: { quantity: "growth" } });
    const meshes = meshesIn(scene);
    // The loader's names have no spaces or dots.
    expect(meshes.map(({ name, geometry }) => [name, (geometry.index?.count ?? 0) / 3])).toEqual(Object.entries(TRIANGLES).map(([name, count]) => [name.replaceAll(" ", "_").replaceAll(".", ""), count]));
    const { positions, sheet, wall, caps } = region;
    for (const [k, triangles] of [sheet, wall, caps].entries()) {
      const { geometry } = meshes[k];
      geometry.computeBoundingBox();
      expect(geometry.boundingBox).toEqual(boundsOf(positions, triangles));
    }
    expect([meshes[0].geometry.hasAttribute("color"), meshes[1].geometry.hasAttribute("color")]).toEqual([true, false]);
    // Turned upright: the third axis is the viewer's second.
    scene.updateMatrixWorld(true);
    const upright = new Box3().setFromObject(scene);
    expect([upright.min.y, upright.max.y, upright.min.z, upright.max.z].map((one) => one + 0)).toEqual([0, 1, -1, 0].map((one) => expect.closeTo(one, 5) as number));
  });

  test("has the structure of glTF 2.0: chunks, views and accessors that fit", async () => {
    const bytes = await exportGlb(SURFACES);
    const view = new DataView(bytes.buffer);
    expect([view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true)]).toEqual([0x46546c67, 2, bytes.length]);
    const jsonLength = view.getUint32(12, true);
    expect([view.getUint32(16, true), jsonLength % 4]).toEqual([0x4e4f534a, 0]);
    const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + jsonLength))) as {
      asset: { version: string }; buffers: { byteLength: number }[]; bufferViews: { byteOffset: number; byteLength: number }[];
      accessors: { bufferView: number; byteOffset?: number; componentType: number; count: number; type: "SCALAR" | "VEC3"; max?: number[] }[];
      nodes: { name?: string; mesh?: number }[]; meshes: { primitives: { attributes: Record<string, number>; indices: number }[] }[];
    };
    expect(json.asset.version).toBe("2.0");
    const binary = 20 + jsonLength;
    expect([view.getUint32(binary + 4, true), view.getUint32(binary, true)]).toEqual([0x004e4942, json.buffers[0].byteLength]);
    expect(binary + 8 + json.buffers[0].byteLength).toBe(bytes.length);
    for (const { bufferView, byteOffset = 0, componentType, count, type } of json.accessors) {
      expect(byteOffset + count * SIZES[componentType] * (type === "VEC3" ? 3 : 1)).toBeLessThanOrEqual(json.bufferViews[bufferView].byteLength);
    }
    for (const { byteOffset, byteLength } of json.bufferViews) expect(byteOffset + byteLength).toBeLessThanOrEqual(json.buffers[0].byteLength);
    const drawn = json.nodes.flatMap(({ name, mesh }) => (mesh === undefined ? [] : [[name, json.accessors[json.meshes[mesh].primitives[0].indices].count / 3]]));
    expect(Object.fromEntries(drawn)).toEqual(TRIANGLES);
    for (const { primitives: [{ attributes, indices }] } of json.meshes) {
      const { bufferView, byteOffset = 0, componentType, count } = json.accessors[indices];
      const start = binary + 8 + json.bufferViews[bufferView].byteOffset + byteOffset;
      const content = bytes.buffer.slice(start, start + count * SIZES[componentType]);
      const largest = Math.max(...(SIZES[componentType] === 2 ? new Uint16Array(content) : new Uint32Array(content)));
      expect(largest).toBeLessThan(json.accessors[attributes["POSITION"]].count);
    }
  });

  test("has the same bytes each time", async () => {
    expect(await exportGlb(SURFACES)).toEqual(await exportGlb(SURFACES));
  });
});

describe("an STL", () => {
  test("is read by three's loader: the region's closed boundary, with its axes in the header", () => {
    const bytes = exportStl(SURFACES, "region");
    const geometry = new STLLoader().parse(bytes.buffer);
    expect(geometry.getAttribute("position").count / 3).toBe(TRIANGLES["sheet"] + TRIANGLES["wall"] + TRIANGLES["caps"]);
    geometry.computeBoundingBox();
    expect(geometry.boundingBox).toEqual(boundsOf(region.positions, [...region.sheet, ...region.wall, ...region.caps]));
    expect(new TextDecoder().decode(bytes.subarray(0, 80))).toContain("Tauscape x=alpha 0.1..0.9 y=beta 0.1..0.9 z=wr 0.1..10 log");
    expect(bytes.length).toBe(84 + 50 * (geometry.getAttribute("position").count / 3));
  });

  test("holds the other surfaces when they are asked for", () => {
    const geometry = new STLLoader().parse(exportStl(SURFACES, "others").buffer);
    expect(geometry.getAttribute("position").count / 3).toBe(TRIANGLES["growth = 0.05"] + TRIANGLES["slice at wr = 0.3"]);
  });
});

test("a box without a region, and slices without an economy, have nothing to write", () => {
  const none = new Uint32Array();
  const empty = { ...region, sheet: none, wall: none, caps: none };
  const bare: ExportedSurfaces = { ...SURFACES, region: empty, isosurfaces: [], slices: [{ name: "slice", slice: { ...SLICE, values: new Float64Array(25).fill(NaN) } }] };
  for (const parts of ["all", "region", "others"] as const) {
    expect(isAnythingDrawn(SURFACES, parts), parts).toBe(true);
    expect(isAnythingDrawn(bare, parts), parts).toBe(false);
    expect(isAnythingDrawn({ ...bare, region: null }, parts), parts).toBe(false);
  }
  expect(isAnythingDrawn({ ...bare, region }, "region")).toBe(true);
  expect(isAnythingDrawn({ ...bare, region }, "others")).toBe(false);
});
