import { MathUtils, PerspectiveCamera, Spherical, TOUCH, Vector3 } from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { BOX_HEIGHT, type Triple } from "./box-geometry.ts";

export type ViewPreset = "isometric" | "above" | "front" | "side";

/** Angles in radians: `azimuth` 0 looks along axis 1, `elevation` π/2 from above. `zoom` 1 shows the whole box. */
export interface ViewState {
  readonly azimuth: number;
  readonly elevation: number;
  readonly zoom: number;
}

const DEGREE = Math.PI / 180;
const PRESETS: Readonly<Record<ViewPreset, { readonly azimuth: number; readonly elevation: number }>> = {
  isometric: { azimuth: 27 * DEGREE, elevation: 26 * DEGREE },
  above: { azimuth: 0, elevation: 89.9 * DEGREE },
  front: { azimuth: 0, elevation: 0 },
  side: { azimuth: 90 * DEGREE, elevation: 0 },
};

/**
 * Perspective: from far, with a long lens, so that near things are not blown up. Orthographic: from so far, with so long a lens, that
 * parallel lines are parallel to a fifth of a pixel.
 */
const DISTANCES = { perspective: 5, orthographic: 2000 } as const;
export type Projection = keyof typeof DISTANCES;
/** The box lies within this of its middle. */
const REACH = 1.3;
const ZOOM_LIMITS = { least: 0.5, most: 5 } as const;
/** A hair off the poles, where "up" would have no direction. */
const POLE_MARGIN = 0.0015;
const RIM_POINTS = 24;

/** Room that ticks and titles need around the box, in CSS px. */
interface Margins {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

const WIDE_PX = 600;
const MARGINS = { narrow: { side: 36, top: 46, bottom: 68 }, wide: { side: 76, top: 46, bottom: 68 } } as const satisfies Record<string, Margins>;

export class ViewCamera {
  readonly camera = new PerspectiveCamera(20, 1, 0.5, 40);
  readonly #controls: OrbitControls;
  readonly #scratch = new Vector3();
  #height = 1;
  #width = 1;
  #distance: number = DISTANCES.perspective;

  /** `onChange` is called after each move of the eye, whoever caused it. */
  constructor(canvas: HTMLCanvasElement, onChange: () => void) {
    this.#controls = new OrbitControls(this.camera, canvas);
    this.#controls.enableDamping = false;
    // The box stays in the middle, so nothing can be lost by a stray drag.
    this.#controls.enablePan = false;
    // One finger turns to the sides and leaves the page its scrolling; two zoom, and tilt as well.
    this.#controls.touches = { ONE: TOUCH.ROTATE, TWO: TOUCH.DOLLY_ROTATE };
    canvas.style.touchAction = "pan-y";
    this.#controls.minPolarAngle = POLE_MARGIN;
    this.#controls.maxPolarAngle = Math.PI - POLE_MARGIN;
    this.#limitDistance();
    this.preset("isometric");
    this.#controls.addEventListener("change", onChange);
  }

  get state(): ViewState {
    const { theta, phi, radius } = this.#spherical();
    return { azimuth: theta, elevation: Math.PI / 2 - phi, zoom: this.#distance / radius };
  }

  set state({ azimuth, elevation, zoom }: ViewState) {
    const radius = MathUtils.clamp(this.#distance / zoom, this.#controls.minDistance, this.#controls.maxDistance);
    this.#place(new Spherical(radius, MathUtils.clamp(Math.PI / 2 - elevation, POLE_MARGIN, Math.PI - POLE_MARGIN), azimuth));
  }

  preset(name: ViewPreset): void {
    this.state = { ...PRESETS[name], zoom: 1 };
  }

  /** Keeps direction and zoom. */
  project(projection: Projection): void {
    const { state } = this;
    this.#distance = DISTANCES[projection];
    this.#limitDistance();
    this.state = state;
  }

  orbit(horizontal: number, vertical: number): void {
    const at = this.#spherical();
    const phi = MathUtils.clamp(at.phi - vertical, POLE_MARGIN, Math.PI - POLE_MARGIN);
    this.#place(new Spherical(at.radius, phi, at.theta + horizontal));
  }

  zoom(factor: number): void {
    const at = this.#spherical();
    this.#place(new Spherical(MathUtils.clamp(at.radius / factor, this.#controls.minDistance, this.#controls.maxDistance), at.phi, at.theta));
  }

  /**
   * Chooses the angle of view for which the box, turned about its upright axis by any angle, lies inside the margins at zoom 1:
   * nothing breathes while it turns, nothing is cut off.
   */
  fit({ width, height }: { readonly width: number; readonly height: number }): void {
    const margins = width < WIDE_PX ? MARGINS.narrow : MARGINS.wide;
    this.#width = width;
    this.#height = height;
    const { side, up, down } = reach(this.#spherical().phi, this.#distance);
    const roomAcross = Math.max(1, width - 2 * margins.side);
    const roomUpright = Math.max(1, height - margins.top - margins.bottom);
    const pixelsPerTangent = Math.min(roomAcross / (2 * side), roomUpright / (up + down));
    const middle = margins.top + (roomUpright - pixelsPerTangent * (up + down)) / 2 + pixelsPerTangent * up;
    const { radius } = this.#spherical();
    this.camera.near = Math.max(0.05, radius - REACH);
    this.camera.far = radius + REACH;
    this.camera.aspect = width / height;
    this.camera.fov = (2 * Math.atan(height / 2 / pixelsPerTangent)) / DEGREE;
    this.camera.setViewOffset(width, height, 0, height / 2 - middle, width, height);
    this.camera.updateMatrixWorld();
  }

  /** CSS px from the canvas's top left corner, and the distance before the eye. */
  see(point: Triple): readonly [number, number, number] {
    const distance = -this.#scratch.set(...point).applyMatrix4(this.camera.matrixWorldInverse).z;
    const { x, y } = this.#scratch.applyMatrix4(this.camera.projectionMatrix);
    return [((x + 1) / 2) * this.#width, ((1 - y) / 2) * this.#height, distance];
  }

  /** CSS px from the canvas's top left corner. */
  toScreen(point: Triple): readonly [number, number] {
    const [x, y] = this.see(point);
    return [x, y];
  }

  unitsPerPixel(point: Triple): number {
    const depth = -this.#scratch.set(...point).applyMatrix4(this.camera.matrixWorldInverse).z;
    return (2 * depth * Math.tan((this.camera.fov * DEGREE) / 2)) / this.#height;
  }

  dispose(): void {
    this.#controls.dispose();
  }

  #limitDistance(): void {
    this.#controls.minDistance = this.#distance / ZOOM_LIMITS.most;
    this.#controls.maxDistance = this.#distance / ZOOM_LIMITS.least;
  }

  #spherical(): Spherical {
    return new Spherical().setFromVector3(this.camera.position);
  }

  #place(at: Spherical): void {
    this.camera.position.setFromSpherical(at);
    this.#controls.update();
  }
}

/** Tangents of the widest angles at which the turning box is seen from a distance, from its middle: its rims are two circles. */
function reach(phi: number, distance: number): { readonly side: number; readonly up: number; readonly down: number } {
  let [side, up, down] = [0, 0, 0];
  for (let step = 0; step < RIM_POINTS; step++) {
    const turn = (2 * Math.PI * step) / RIM_POINTS;
    for (const height of [-BOX_HEIGHT / 2, BOX_HEIGHT / 2]) {
      const forward = Math.cos(turn) * Math.SQRT1_2;
      const depth = distance - forward * Math.sin(phi) - height * Math.cos(phi);
      const rise = (height * Math.sin(phi) - forward * Math.cos(phi)) / depth;
      side = Math.max(side, Math.abs((Math.sin(turn) * Math.SQRT1_2) / depth));
      up = Math.max(up, rise);
      down = Math.max(down, -rise);
    }
  }
  return { side, up, down };
}
