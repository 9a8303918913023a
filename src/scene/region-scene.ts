import { Color, DirectionalLight, Group, HemisphereLight, Scene, WebGLRenderer } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import { AxisLabels, type SceneAxes } from "./axis-labels.ts";
import { BOX_HEIGHT, facingFrom, toDisplay, toWorld, type Triple } from "./box-geometry.ts";
import { BoxObject } from "./box-object.ts";
import type { Range } from "./colour-scale.ts";
import { ContourLabels } from "./contour-labels.ts";
import { DrawLoop } from "./draw-loop.ts";
import { type DifferenceMeshes, DifferenceObject, type DifferenceSlice } from "./difference-object.ts";
import { labelEdges, outlinePoints } from "./label-edges.ts";
import { type Marker, MarkerObject } from "./marker-object.ts";
import { type Pick, pickSurface } from "./picking.ts";
import { IsosurfacesObject, type SheetPart } from "./isosurfaces-object.ts";
import { type OverlayLines, OverlayObject } from "./overlay-object.ts";
import { checkPictureSize, copyCanvas, type ScenePicture } from "./scene-picture.ts";
import { SceneUnavailableError } from "./scene-unavailable-error.ts";
import { type Slice, SlicesObject } from "./slices-object.ts";
import { type FlagStyle, SurfaceObject } from "./surface-object.ts";
import { type Margins, type Projection, ViewCamera, type ViewPreset, type ViewState } from "./view-camera.ts";
import { type WallLine, WallObject } from "./wall-object.ts";

/** Beyond this a finer picture costs time and cannot be seen. */
const MOST_PIXELS_PER_PX = 2;
const WIDE_PX = 600;
const MARGINS = { narrow: { side: 36, top: 46, bottom: 68 }, wide: { side: 76, top: 46, bottom: 68 } } as const satisfies Record<string, Margins>;

/**
 * The region and its boundary over three axes, in a box that can be turned. All coordinates that come in or go out are display
 * coordinates, 0..1 along each axis. Draws only when something has changed, once a frame.
 */
export class RegionScene {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #sky = new HemisphereLight();
  readonly #key = new DirectionalLight();
  readonly #box = new BoxObject();
  readonly #surface = new SurfaceObject();
  readonly #wall = new WallObject();
  readonly #slices = new SlicesObject();
  readonly #isosurfaces = new IsosurfacesObject();
  readonly #difference = new DifferenceObject();
  readonly #overlay = new OverlayObject();
  readonly #marker = new MarkerObject();
  readonly #view: ViewCamera;
  readonly #labels: AxisLabels;
  readonly #contourLabels: ContourLabels;
  readonly #drawListeners = new Set<() => void>();
  readonly #viewListeners = new Set<(state: ViewState) => void>();
  readonly #lifetime = new AbortController();
  #axes = "";
  #wallLine = "null";
  #projection: Projection = "perspective";
  #theme: Theme = "light";
  #size = { width: 1, height: 1 };
  readonly #loop = new DrawLoop(() => this.#draw(), () => this.#blank());

  /** `overlay` covers the canvas exactly and is positioned; axis labels go into it. Throws SceneUnavailableError without WebGL 2. */
  constructor(canvas: HTMLCanvasElement, overlay: HTMLElement) {
    const context = canvas.getContext("webgl2", { alpha: false, antialias: true, stencil: false });
    if (context === null) throw new SceneUnavailableError();
    this.#renderer = new WebGLRenderer({ canvas, context });
    // To ask after errors the page would wait for the graphics process, once a program; tests draw every one.
    this.#renderer.debug.checkShaderErrors = false;
    this.#view = new ViewCamera(canvas, () => {
      for (const listener of this.#viewListeners) listener(this.#view.state);
      this.#loop.invalidate();
    });
    this.#contourLabels = new ContourLabels(overlay);
    this.#labels = new AxisLabels(overlay);
    this.#compose();
    this.setTheme("light");
    const { signal } = this.#lifetime;
    // The renderer builds its state anew by itself; what is missing then is a draw.
    canvas.addEventListener("webglcontextrestored", () => this.#loop.invalidate(), { signal });
    this.resize(canvas.clientWidth, canvas.clientHeight, window.devicePixelRatio);
    // Graphics drivers compile beside the page where they can; a draw before they are ready would wait for them.
    void this.#loop.readyAfter(this.#renderer.compileAsync(this.#scene, this.#view.camera));
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#scene.background = new Color(COLOURS[theme].surface);
    for (const part of [this.#box, this.#surface, this.#wall, this.#slices, this.#difference, this.#overlay, this.#marker, this.#labels, this.#contourLabels]) part.setTheme(theme);
    this.#loop.invalidate();
  }

  /** Equal axes change nothing, so that they may be set as often as is convenient. */
  setAxes(axes: SceneAxes): void {
    const described = JSON.stringify(axes);
    if (described === this.#axes) return;
    this.#axes = described;
    this.#labels.set(axes);
    this.#box.setTicks(axes.map(({ ticks }) => ticks.map(({ position }) => position)));
    this.#loop.invalidate();
  }

  /** `range` is that of the colour scale, in the unit of the mesh's values. `null` takes the surface away. */
  setMesh(mesh: SurfaceMesh | null, range: Range): void {
    this.#surface.set(mesh, range);
    this.#loop.invalidate();
  }

  /** Which vertices of the mesh are flagged, and how they are drawn; `null` where none is. */
  setFlags(flagged: Uint8Array | null, style: FlagStyle): void {
    this.#surface.setFlags(flagged, style);
    this.#loop.invalidate();
  }

  setIsosurfaces(parts: readonly SheetPart[], range: Range): void {
    this.#isosurfaces.set(parts, range);
    this.#loop.invalidate();
  }

  /** Where the sign differs between two regions; `null` where one alone is shown. */
  setDifference(meshes: DifferenceMeshes | null): void {
    this.#difference.set(meshes);
    this.#loop.invalidate();
  }

  /** Slices through both regions of a difference. */
  setDifferenceSlices(slices: readonly DifferenceSlice[]): void {
    this.#difference.slices.set(slices);
    this.#loop.invalidate();
  }

  setSlices(slices: readonly Slice[], range: Range): void {
    this.#slices.set(slices, range);
    this.#contourLabels.set(this.#slices.labels);
    this.#loop.invalidate();
  }

  /** Lines that come from a formula, over everything. */
  setOverlays(lines: readonly OverlayLines[]): void {
    this.#overlay.set(lines);
    this.#loop.invalidate();
  }

  setProjection(projection: Projection): void {
    if (projection === this.#projection) return;
    this.#projection = projection;
    this.#view.project(projection);
    this.#loop.invalidate();
  }

  get viewState(): ViewState {
    return this.#view.state;
  }

  set viewState(state: ViewState) {
    this.#view.state = state;
  }

  /** Heights at which the sheet carries a line, along axis 2. */
  setContours(levels: readonly number[]): void {
    this.#surface.setContours(levels);
    this.#loop.invalidate();
  }

  /** The feasibility wall; equal ones change nothing. */
  setWall(line: WallLine | null): void {
    const described = JSON.stringify(line);
    if (described === this.#wallLine) return;
    this.#wallLine = described;
    this.#wall.set(line);
    this.#loop.invalidate();
  }

  setMarker(marker: Marker | null): void {
    this.#marker.set(marker);
    this.#loop.invalidate();
  }

  /** In CSS px; the canvas's own style is left alone. */
  resize(width: number, height: number, devicePixelRatio: number): void {
    this.#size = { width: Math.max(1, width), height: Math.max(1, height) };
    this.#renderer.setPixelRatio(Math.min(devicePixelRatio, MOST_PIXELS_PER_PX));
    this.#renderer.setSize(this.#size.width, this.#size.height, false);
    this.#loop.invalidate();
  }

  resetView(): void {
    this.#view.preset("isometric");
  }

  view(preset: ViewPreset): void {
    this.#view.preset(preset);
  }

  /** Radians; a positive `vertical` lifts the eye. */
  orbit(horizontal: number, vertical: number): void {
    this.#view.orbit(horizontal, vertical);
  }

  /** Above 1 nearer, below 1 farther. */
  zoom(factor: number): void {
    this.#view.zoom(factor);
  }

  /** CSS px from the canvas's top left corner. */
  pick(x: number, y: number): Pick | null {
    this.#fit();
    return pickSurface(this.#surface, [...this.#slices.fills, ...this.#isosurfaces.group.children, ...this.#difference.seen], this.#view.camera, x / this.#size.width, y / this.#size.height);
  }

  /** Calls `listener` at each draw; the answer stops it. */
  onDraw(listener: () => void): () => void {
    this.#drawListeners.add(listener);
    return () => this.#drawListeners.delete(listener);
  }

  /** Calls `listener` after each move of the eye; the answer stops it. */
  onViewChange(listener: (state: ViewState) => void): () => void {
    this.#viewListeners.add(listener);
    return () => this.#viewListeners.delete(listener);
  }

  dispose(): void {
    this.#loop.stop();
    this.#lifetime.abort();
    this.#viewListeners.clear();
    this.#drawListeners.clear();
    for (const part of [
      this.#view, this.#labels, this.#contourLabels, this.#box, this.#surface, this.#wall, this.#slices, this.#isosurfaces, this.#difference, this.#overlay, this.#marker, this.#renderer,
    ]) part.dispose();
  }

  #compose(): void {
    const display = new Group();
    display.rotation.x = -Math.PI / 2;
    display.scale.set(1, 1, BOX_HEIGHT);
    display.position.set(...toWorld([0, 0, 0]));
    display.add(this.#box.group, this.#wall.group, this.#slices.group, this.#surface.group, this.#isosurfaces.group, this.#difference.group, this.#overlay.group);
    this.#sky.color.set("#ffffff");
    this.#sky.groundColor.set("#b4bac4");
    this.#sky.intensity = 1.75;
    // Held by the viewer, over the left shoulder: no side of the sheet is ever turned into the dark.
    this.#key.position.set(-1.4, 1.8, 1.6);
    this.#key.intensity = 1.8;
    this.#view.camera.add(this.#key, this.#key.target);
    this.#scene.add(display, this.#marker.group, this.#sky, this.#view.camera);
    this.#scene.updateMatrixWorld();
  }

  /** The canvas in the colour of the page, until there is something on it. */
  #blank(): void {
    this.#renderer.setClearColor(COLOURS[this.#theme].surface);
    this.#renderer.clear();
  }

  /** Where display coordinates lie on the canvas, in CSS px from its top left corner. */
  toScreen(point: Triple): readonly [number, number] {
    this.#fit();
    return this.#view.toScreen(toWorld(point));
  }

  /**
   * The scene as it is seen, in a theme, `scale` times as large as the canvas in CSS px, and the texts that stand on it, which are no part of the
   * pixels. Throws PictureTooLargeError beyond what the graphics card can draw, SceneUnavailableError where it has gone away.
   */
  picture(scale: number, theme: Theme): ScenePicture {
    const { context, size, ratio } = { context: this.#renderer.getContext(), size: this.#size, ratio: this.#renderer.getPixelRatio() };
    if (context.isContextLost()) throw new SceneUnavailableError();
    checkPictureSize(context, size, scale);
    const shown = this.#theme;
    this.setTheme(theme);
    try {
      this.#renderer.setPixelRatio(scale);
      this.#renderer.setSize(size.width, size.height, false);
      this.#draw();
      return { canvas: copyCanvas(this.#renderer.domElement), texts: this.#labels.texts, ...size };
    } finally {
      this.setTheme(shown);
      this.#renderer.setPixelRatio(ratio);
      this.#renderer.setSize(size.width, size.height, false);
      this.#draw();
    }
  }

  #draw(): void {
    if (this.#renderer.getContext().isContextLost()) return;
    this.#fit();
    const eye = toDisplay(this.#view.camera.position.toArray());
    const facing = facingFrom(eye);
    const toScreen = (point: Triple) => this.#view.toScreen(toWorld(point));
    const edges = labelEdges(facing, toScreen);
    this.#box.update(facing, edges);
    this.#wall.update(facing);
    this.#marker.update(this.#view.camera, (point) => this.#view.unitsPerPixel(point));
    this.#renderer.render(this.#scene, this.#view.camera);
    for (const listener of this.#drawListeners) listener();
    const taken = this.#labels.layOut({ edges, outline: outlinePoints(facing, toScreen), toScreen, canvas: this.#size });
    this.#contourLabels.layOut(toScreen, this.#size, taken);
  }

  #fit(): void {
    const { width, height } = this.#size;
    this.#view.fit(width, height, width < WIDE_PX ? MARGINS.narrow : MARGINS.wide);
  }
}
