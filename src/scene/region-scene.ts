import { Color, Group, Scene, WebGLRenderer } from "three";
import { COLOURS, type Theme } from "../design/tokens.ts";
import type { SurfaceMesh } from "../surface/surface-mesh.ts";
import type { SceneAxes } from "./axis-labels.ts";
import { BOX_HEIGHT, facingFrom, toDisplay, toWorld, type Triple } from "./box-geometry.ts";
import { BoxObject } from "./box-object.ts";
import type { Range } from "./colour-scale.ts";
import { DrawLoop } from "./draw-loop.ts";
import { type DifferenceMeshes, DifferenceObject, type DifferenceSlice } from "./difference-object.ts";
import { hiddenPoints } from "./hidden-points.ts";
import { labelEdges, outlinePoints } from "./label-edges.ts";
import { addLights } from "./lights.ts";
import type { MarkerShape } from "./marker-glyph.ts";
import type { Marker } from "./marker-object.ts";
import { type Pick, pickSurface } from "./picking.ts";
import { IsosurfacesObject, type SheetPart } from "./isosurfaces-object.ts";
import { type OverlayLines, OverlayObject } from "./overlay-object.ts";
import { preparePrograms } from "./prepare-programs.ts";
import { ProgramCheck } from "./program-check.ts";
import { SceneLabels } from "./scene-labels.ts";
import { SceneMarkers } from "./scene-markers.ts";
import { type ScenePicture, takePicture } from "./scene-picture.ts";
import { SceneUnavailableError } from "./scene-unavailable-error.ts";
import { type Slice, SlicesObject } from "./slices-object.ts";
import { type FlagStyle, SurfaceObject } from "./surface-object.ts";
import { type Projection, ViewCamera, type ViewPreset, type ViewState } from "./view-camera.ts";
import { type WallLine, WallObject } from "./wall-object.ts";

/** Beyond this a finer picture costs time and cannot be seen. */
const MOST_PIXELS_PER_PX = 2;

/**
 * The region and its boundary over three axes, in a box that can be turned. All coordinates that come in or go out are display
 * coordinates, 0..1 along each axis. Draws only when something has changed, once a frame.
 */
export class RegionScene {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  /** What stands in display coordinates. */
  readonly #display = new Group();
  readonly #box = new BoxObject();
  readonly #surface = new SurfaceObject();
  readonly #wall = new WallObject();
  readonly #slices = new SlicesObject();
  readonly #isosurfaces = new IsosurfacesObject();
  readonly #difference = new DifferenceObject();
  readonly #overlay = new OverlayObject();
  readonly #markers = new SceneMarkers();
  readonly #view: ViewCamera;
  readonly #labels: SceneLabels;
  readonly #programs: ProgramCheck;
  readonly #drawListeners = new Set<() => void>();
  readonly #viewListeners = new Set<(state: ViewState) => void>();
  readonly #lifetime = new AbortController();
  #axes = "";
  #wallLine = "null";
  #projection: Projection = "perspective";
  #theme: Theme = "light";
  #size = { width: 1, height: 1 };
  readonly #loop = new DrawLoop(() => this.#draw(), () => this.#blank());

  /**
   * `overlay` covers the canvas exactly and is positioned; labels go into it. Throws SceneUnavailableError without WebGL 2.
   * @param onFailure told, once, that what was drawn cannot be: the scene is then to be disposed of
   */
  constructor(canvas: HTMLCanvasElement, overlay: HTMLElement, onFailure: (error: SceneUnavailableError) => void) {
    const context = canvas.getContext("webgl2", { alpha: false, antialias: true, stencil: false });
    if (context === null) throw new SceneUnavailableError();
    this.#renderer = new WebGLRenderer({ canvas, context });
    // Asked after when the page is at rest; while it is developed, at once, with the line of the shader.
    this.#renderer.debug.checkShaderErrors = import.meta.env.DEV;
    this.#programs = new ProgramCheck(this.#renderer, onFailure);
    this.#view = new ViewCamera(canvas, () => {
      for (const listener of this.#viewListeners) listener(this.#view.state);
      this.#loop.invalidate();
    });
    this.#labels = new SceneLabels(overlay);
    this.#compose();
    this.setTheme("light");
    const { signal } = this.#lifetime;
    // The renderer builds its state anew by itself; what is missing then is a draw.
    canvas.addEventListener("webglcontextrestored", () => this.#loop.invalidate(), { signal });
    this.resize(canvas.clientWidth, canvas.clientHeight, window.devicePixelRatio);
    // Graphics drivers compile beside the page where they can; a draw before they are ready would wait for them.
    const parts = [...this.#display.children, this.#markers.group];
    void this.#loop.readyAfter(preparePrograms(this.#renderer, this.#scene, this.#view.camera, parts, signal));
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#scene.background = new Color(COLOURS[theme].surface);
    for (const part of [this.#box, this.#surface, this.#wall, this.#slices, this.#difference, this.#overlay, this.#markers, this.#labels]) part.setTheme(theme);
    this.#loop.invalidate();
  }

  /** Equal axes change nothing, so that they may be set as often as is convenient. */
  setAxes(axes: SceneAxes): void {
    const described = JSON.stringify(axes);
    if (described === this.#axes) return;
    this.#axes = described;
    this.#labels.setAxes(axes);
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
    this.#labels.setContours(this.#slices.labels);
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

  /** The present point is round, a pinned one a diamond; equal ones change nothing. */
  setMarkers(markers: Readonly<Record<MarkerShape, Marker | null>>): void {
    if (!this.#markers.set(markers)) return;
    this.#labels.setMarkers(this.#markers.shown);
    this.#loop.invalidate();
  }

  /** In CSS px; the canvas's own style is left alone. */
  resize(width: number, height: number, devicePixelRatio: number): void {
    this.#size = { width: Math.max(1, width), height: Math.max(1, height) };
    this.#renderer.setPixelRatio(Math.min(devicePixelRatio, MOST_PIXELS_PER_PX));
    this.#renderer.setSize(this.#size.width, this.#size.height, false);
    this.#loop.invalidate();
  }

  resetView(): void { this.#view.preset("isometric"); }

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
    this.#view.fit(this.#size);
    return pickSurface(this.#surface, [...this.#slices.fills, ...this.#isosurfaces.sheets, ...this.#difference.seen], this.#view.camera, x / this.#size.width, y / this.#size.height);
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
    this.#programs.stop();
    this.#lifetime.abort();
    this.#viewListeners.clear();
    this.#drawListeners.clear();
    for (const part of [
      this.#view, this.#labels, this.#box, this.#surface, this.#wall, this.#slices, this.#isosurfaces, this.#difference, this.#overlay, this.#markers, this.#renderer,
    ]) part.dispose();
  }

  #compose(): void {
    this.#display.rotation.x = -Math.PI / 2;
    this.#display.scale.set(1, 1, BOX_HEIGHT);
    this.#display.position.set(...toWorld([0, 0, 0]));
    this.#display.add(this.#box.group, this.#wall.group, this.#slices.group, this.#surface.group, this.#isosurfaces.group, this.#difference.group, this.#overlay.group);
    addLights(this.#scene, this.#view.camera);
    this.#scene.add(this.#display, this.#markers.group);
    this.#scene.updateMatrixWorld();
  }

  /** The canvas in the colour of the page, until there is something on it. */
  #blank(): void {
    this.#renderer.setClearColor(COLOURS[this.#theme].surface);
    this.#renderer.clear();
  }

  /** Where display coordinates lie on the canvas, in CSS px from its top left corner. */
  toScreen(point: Triple): readonly [number, number] {
    this.#view.fit(this.#size);
    return this.#view.toScreen(toWorld(point));
  }

  /**
   * The scene as it is seen, in a theme, `scale` times as large as the canvas in CSS px, and the texts that stand on it, which are no part of the
   * pixels. Throws PictureTooLargeError beyond what the graphics card can draw, SceneUnavailableError where it has gone away.
   */
  picture(scale: number, theme: Theme): ScenePicture {
    const shown = this.#theme;
    this.setTheme(theme);
    try {
      return takePicture(this.#renderer, this.#size, scale, () => {
        this.#draw();
        return this.#labels.texts;
      });
    } finally {
      this.setTheme(shown);
      this.#draw();
    }
  }

  #draw(): void {
    if (this.#renderer.getContext().isContextLost()) return;
    this.#view.fit(this.#size);
    const eye = toDisplay(this.#view.camera.position.toArray());
    const facing = facingFrom(eye);
    const toScreen = (point: Triple) => this.#view.toScreen(toWorld(point));
    const edges = labelEdges(facing, toScreen);
    this.#box.update(facing, edges);
    this.#wall.update(facing);
    this.#markers.update(this.#view.camera, (point) => this.#view.unitsPerPixel(point));
    this.#renderer.render(this.#scene, this.#view.camera);
    for (const listener of this.#drawListeners) listener();
    this.#programs.afterDraw();
    this.#labels.layOut({ edges, outline: outlinePoints(facing, toScreen), toScreen, canvas: this.#size }, (points) => this.#hiddenOf(points));
  }

  /** Behind sheets and slices; the solid is seen through. */
  #hiddenOf(points: readonly Triple[]): ReadonlySet<Triple> {
    const surfaces = [...(this.#surface.group.visible ? [this.#surface.sheet] : []), ...this.#slices.fills, ...this.#isosurfaces.sheets];
    return hiddenPoints(points, surfaces.map(({ geometry }) => geometry), (point) => this.#view.see(toWorld(point)));
  }
}
