import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Marker, niceTicks, RegionScene, SceneUnavailableError } from "../../src/scene/index.ts";
import { analyticMesh, thresholdHeight, WALL_LINE } from "./analytic-mesh.ts";

const SIZE = { width: 480, height: 400 };
const AXES = [
  { symbol: "α", title: "output elasticity of non-compute capital", ticks: niceTicks(0.05, 0.9, 5, "linear") },
  { symbol: "β", title: "output elasticity of compute capital", ticks: niceTicks(0.05, 0.9, 5, "linear") },
  { symbol: "ω", title: "rental price of compute / of capital", ticks: niceTicks(0.1, 10, 5, "log") },
] as const;

let canvas: HTMLCanvasElement;
let overlay: HTMLElement;
let scene: RegionScene;
let failures: SceneUnavailableError[];

beforeEach(async () => {
  const frame = document.createElement("div");
  frame.style.cssText = `position: relative; width: ${SIZE.width}px; height: ${SIZE.height}px`;
  canvas = document.createElement("canvas");
  canvas.style.cssText = "display: block; width: 100%; height: 100%";
  overlay = document.createElement("div");
  overlay.style.cssText = "position: absolute; inset: 0";
  frame.append(canvas, overlay);
  document.body.replaceChildren(frame);
  failures = [];
  scene = new RegionScene(canvas, overlay, (error) => failures.push(error));
  scene.setAxes(AXES);
  scene.resize(SIZE.width, SIZE.height, 1);
  // The shaders are compiled beside the page: what is drawn is there from the first draw on.
  await new Promise<void>((resolve) => {
    const stop = scene.onDraw(() => {
      stop();
      resolve();
    });
  });
});

afterEach(() => scene.dispose());

/** The scene is made to ask for its frame before, so it has drawn when this one comes; read at once, the picture is still there. */
async function pixels(): Promise<Uint8ClampedArray> {
  scene.resize(canvas.clientWidth, canvas.clientHeight, 1);
  return new Promise((resolve, reject) => {
    requestAnimationFrame(() => {
      const copy = new OffscreenCanvas(SIZE.width, SIZE.height).getContext("2d");
      if (copy === null) return reject(new Error("no 2D context"));
      copy.drawImage(canvas, 0, 0);
      resolve(copy.getImageData(0, 0, SIZE.width, SIZE.height).data);
    });
  });
}

function share(data: Uint8ClampedArray, matches: (red: number, green: number, blue: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (matches(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) count++;
  return count / (data.length / 4);
}

function nDifferent(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((count, channel, index) => count + Number(channel !== other[index]), 0);
}

const isNavy = (red: number, green: number, blue: number): boolean => blue > red + 40 && blue > green + 15;
const isYellow = (red: number, green: number, blue: number): boolean => red > blue + 60 && green > blue + 50;
const isTeal = (red: number, green: number, blue: number): boolean => green > red + 15 && blue > red + 10 && red > 120;

const marker = (tone: Marker["tone"], label: string | null = null): Marker => ({ position: [0.3, 0.2, 0.9], tone, label });

describe("the picture", () => {
  test("shows the sheet in the colours of the scale, the solid in that of raised growth, and nothing of them without a mesh", async () => {
    const empty = await pixels();
    expect(share(empty, isNavy) + share(empty, isYellow) + share(empty, isTeal)).toBe(0);
    scene.setMesh(analyticMesh(), [0, 1]);
    const drawn = await pixels();
    expect(share(drawn, isNavy)).toBeGreaterThan(0.02);
    expect(share(drawn, isYellow)).toBeGreaterThan(0.005);
    expect(share(drawn, isTeal)).toBeGreaterThan(0.02);
    scene.setMesh(null, [0, 1]);
    expect(nDifferent(await pixels(), empty)).toBe(0);
  });

  test("changes with contours, the wall, the marker, the theme and the view, and is the same again after a reset", async () => {
    scene.setMesh(analyticMesh(), [0, 1]);
    const first = await pixels();
    let before = first;
    const changes: readonly (() => void)[] = [
      () => scene.setContours([0.25, 0.5, 0.75]),
      () => scene.setMarkers({ round: marker("lowers"), diamond: null }),
      () => scene.setMarkers({ round: null, diamond: marker("lowers") }),
      () => scene.setMarkers({ round: null, diamond: marker("infeasible") }),
      () => scene.setMarkers({ round: marker("infeasible"), diamond: null }),
      () => scene.setTheme("dark"),
      () => scene.view("above"),
      () => scene.orbit(-1.4, -1),
      () => scene.setWall(WALL_LINE),
      () => scene.zoom(1.3),
    ];
    for (const change of changes) {
      change();
      const after = await pixels();
      expect(nDifferent(after, before), String(change)).toBeGreaterThan(100);
      before = after;
    }
    scene.setContours([]);
    scene.setMarkers({ round: null, diamond: null });
    scene.setWall(null);
    scene.setTheme("light");
    scene.resetView();
    expect(nDifferent(await pixels(), first)).toBe(0);
  });

  test("comes back after the graphics context was lost", async () => {
    scene.setMesh(analyticMesh(), [0, 1]);
    const before = await pixels();
    const extension = canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context");
    const event = (name: string) => new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
    const lost = event("webglcontextlost");
    extension?.loseContext();
    await lost;
    scene.setTheme("light");
    await new Promise(requestAnimationFrame);
    const restored = event("webglcontextrestored");
    // The context may come back only after the page has heard that it went.
    setTimeout(() => extension?.restoreContext());
    await restored;
    expect(nDifferent(await pixels(), before)).toBe(0);
  });
});

describe("picking", () => {
  test("finds the sheet where Θ is, the solid beside it, and nothing beside the box", () => {
    scene.setMesh(analyticMesh(), [0, 1]);
    const found = { sheet: 0, wall: 0, cap: 0, other: 0 };
    for (let place = 0; place < 1500; place++) {
      // Half of the places from the first view, half from behind, where the wall is.
      if (place === 750) scene.orbit(2.2, 0);
      const [x, y] = [16 * (place % 30) + 8, 16 * (Math.floor(place / 30) % 25) + 8];
      const pick = scene.pick(x, y);
      if (pick === null) continue;
      found[pick.part]++;
      const [alpha, beta, height] = pick.position;
      if (pick.part === "sheet") expect(Math.abs(height - thresholdHeight(alpha, beta))).toBeLessThan(0.02);
      else expect(height).toBeGreaterThan(thresholdHeight(alpha, beta) - 0.02);
    }
    expect(found.sheet).toBeGreaterThan(20);
    expect(found.cap).toBeGreaterThan(10);
    expect(found.wall).toBeGreaterThan(0);
    expect(scene.pick(1, 1)).toBeNull();
    scene.setMesh(null, [0, 1]);
    expect(scene.pick(SIZE.width / 2, SIZE.height / 2)).toBeNull();
  });

  test("finds something exactly where the picture shows something", async () => {
    const empty = await pixels();
    scene.setMesh(analyticMesh(), [0, 1]);
    const drawn = await pixels();
    let [nFound, nWrong] = [0, 0];
    for (let x = 3; x < SIZE.width; x += 11) {
      for (let y = 3; y < SIZE.height; y += 11) {
        const at = (y * SIZE.width + x) * 4;
        const isPainted = [0, 1, 2].some((channel) => drawn[at + channel] !== empty[at + channel]);
        const isFound = scene.pick(x + 0.5, y + 0.5) !== null;
        nFound += Number(isFound);
        nWrong += Number(isFound !== isPainted);
      }
    }
    expect(nFound).toBeGreaterThan(150);
    // Single points may differ where a line of the outline runs.
    expect(nWrong).toBeLessThan(8);
  });

  test("after a turn, with no frame in between, it goes by the new view", () => {
    scene.setMesh(analyticMesh(), [0, 1]);
    scene.view("above");
    const [alpha, beta] = scene.pick(SIZE.width / 2 - 40, SIZE.height / 2 + 10)?.position ?? [];
    expect(alpha).toBeLessThan(0.5);
    expect(alpha).toBeGreaterThan(0.1);
    expect(beta).toBeGreaterThan(0.3);
    expect(beta).toBeLessThan(0.7);
  });
});

describe("labels", () => {
  const shown = (): readonly HTMLElement[] => [...overlay.querySelectorAll<HTMLElement>("div > div")].filter(({ style }) => style.visibility === "visible");

  /** A slice with a line at each quarter. */
  const slice = (axis: 0 | 2, place: number) => ({
    axis, place, count: 2, values: Float64Array.of(0, 1, 0, 1),
    contours: [0.25, 0.5, 0.75].map((level) => ({ level, label: `level ${level}`, points: Array.from({ length: 11 }, (_, k) => [level, k / 10] as const) })),
  });

  test.each([360, 480, 1280])("at %i px every axis has its title, no label is cut off or lies on another, in every view", async (width) => {
    (overlay.parentElement as HTMLElement).style.width = `${width}px`;
    scene.resize(width, SIZE.height, 1);
    scene.setSlices([slice(0, 0.4), slice(2, 0.6)], [0, 1]);
    for (const turn of [0, 0.7, 1.4, 2.1, 2.8, 3.5, 4.2, 4.9, 5.6]) {
      scene.resetView();
      scene.orbit(turn, turn / 20);
      await pixels();
      const texts = shown().map(({ textContent }) => textContent ?? "");
      expect(texts.some((text) => text.startsWith("level")), `values of lines at turn ${turn}`).toBe(true);
      for (const { title } of AXES) expect(texts.some((text) => text.endsWith(title)), `${title} at turn ${turn}`).toBe(true);
      const frame = overlay.getBoundingClientRect();
      const places = shown().map((label) => label.getBoundingClientRect());
      for (const [index, place] of places.entries()) {
        expect(place.left).toBeGreaterThanOrEqual(frame.left);
        expect(place.right).toBeLessThanOrEqual(frame.right);
        expect(place.top).toBeGreaterThanOrEqual(frame.top);
        expect(place.bottom).toBeLessThanOrEqual(frame.bottom);
        for (const other of places.slice(0, index)) {
          expect(place.left < other.right && other.left < place.right && place.top < other.bottom && other.top < place.bottom).toBe(false);
        }
      }
    }
  });

  test("of a line do not stand where a surface hides it, nor on a marker, whose own words stand beside it", async () => {
    (overlay.parentElement as HTMLElement).style.width = "1280px";
    scene.resize(1280, SIZE.height, 1);
    const levels = () => shown().filter(({ textContent }) => textContent?.startsWith("level")).length;
    scene.setSlices([slice(2, 0.1)], [0, 1]);
    await pixels();
    const free = levels();
    expect(free).toBe(3);
    // A slice above the first covers it where it is seen from above.
    scene.view("above");
    scene.setSlices([slice(2, 0.1), { ...slice(2, 0.8), contours: [] }], [0, 1]);
    await pixels();
    expect(levels()).toBe(0);
    scene.setSlices([slice(2, 0.1)], [0, 1]);
    await pixels();
    expect(levels()).toBe(3);
    scene.setMarkers({ round: { ...marker("infeasible", "not feasible"), position: [0.5, 0.5, 0.1] }, diamond: { ...marker("raises", "pinned"), position: [0.75, 0.5, 0.1] } });
    await pixels();
    const [x, y] = scene.toScreen([0.5, 0.5, 0.1]);
    const frame = overlay.getBoundingClientRect();
    for (const label of shown()) {
      const place = label.getBoundingClientRect();
      expect(place.left - frame.left < x + 10 && place.right - frame.left > x - 10 && place.top - frame.top < y + 10 && place.bottom - frame.top > y - 10, label.textContent ?? "").toBe(false);
    }
    expect(shown().map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(["not feasible", "pinned"]));
    scene.setMarkers({ round: marker("raises"), diamond: null });
    expect(shown().map(({ textContent }) => textContent)).not.toContain("pinned");
  });

  test("go with the scene", () => {
    scene.dispose();
    expect(overlay.childElementCount).toBe(0);
  });
});

test("listeners hear each move of the eye until they stop", () => {
  const zooms: number[] = [];
  const stop = scene.onViewChange(({ zoom }) => zooms.push(zoom));
  scene.zoom(2);
  scene.zoom(0.5);
  stop();
  scene.zoom(2);
  expect(zooms).toEqual([expect.closeTo(2, 9), expect.closeTo(1, 9)]);
});

test("without WebGL 2 it says so", () => {
  const other = document.createElement("canvas");
  other.getContext("2d");
  expect(() => new RegionScene(other, overlay, () => undefined)).toThrow(SceneUnavailableError);
});

test("a program that the graphics driver cannot build is told, once, with what the driver says; one that it can is not", async () => {
  await pixels();
  await new Promise((resolve) => { setTimeout(resolve); });
  expect(failures).toEqual([]);
  const other = document.createElement("canvas");
  const context = other.getContext("webgl2", { alpha: false, antialias: true, stencil: false });
  if (context === null) throw new Error("no WebGL 2");
  const source = context.shaderSource.bind(context);
  context.shaderSource = (shader, text) => { source(shader, text.includes("contourLevels") ? `${text} broken` : text); };
  const told: SceneUnavailableError[] = [];
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken = new RegionScene(other, overlay, (error) => told.push(error));
  broken.setMesh(analyticMesh(), [0, 1]);
  await expect.poll(() => told.map(({ kind }) => kind)).toEqual(["program-failed"]);
  expect(told[0].message).toContain("broken");
  broken.dispose();
  vi.restoreAllMocks();
});

test("leaves the page its scrolling by touch", () => {
  expect(getComputedStyle(canvas).touchAction).toBe("pan-y");
});

test("equal axes set again leave the labels alone, others replace them", () => {
  const labels = () => [...overlay.querySelectorAll("div")];
  const before = labels();
  scene.setAxes(structuredClone(AXES));
  expect(labels().every((label, index) => label === before[index])).toBe(true);
  scene.setAxes([{ ...AXES[0], title: "another title" }, AXES[1], AXES[2]]);
  expect(overlay.textContent).toContain("another title");
});
