import { Hand, type Schedule } from "./hand.ts";

/** From where the scene is seen. Angles in radians; `zoom` 1 shows the whole box. */
export interface Camera {
  readonly azimuth: number;
  readonly elevation: number;
  readonly zoom: number;
}

/** A ten-thousandth of a radian is a twentieth of a pixel at the rim of a scene of 1,000: finer is not seen, and makes links long. */
const ANGLE_DECIMALS = 4;
const ZOOM_DIGITS = 4;
/** What a link may hold: a turn, from pole to pole, as near and as far as the scene goes. */
const CAMERA_LIMITS = { azimuth: [-Math.PI, Math.PI], elevation: [-Math.PI / 2, Math.PI / 2], zoom: [0.5, 5] } as const;

export function roundedCamera({ azimuth, elevation, zoom }: Camera): Camera {
  const rounded = (angle: number) => Number(angle.toFixed(ANGLE_DECIMALS)) + 0;
  return { azimuth: rounded(azimuth), elevation: rounded(elevation), zoom: Number(zoom.toPrecision(ZOOM_DIGITS)) };
}

/** Whether three numbers are a camera, up to the rounding of their ends. */
export function isCamera({ azimuth, elevation, zoom }: Camera): boolean {
  const slack = 10 ** -ANGLE_DECIMALS;
  const within = (value: number, [least, most]: readonly [number, number]) => value >= least - slack && value <= most + slack;
  return within(azimuth, CAMERA_LIMITS.azimuth) && within(elevation, CAMERA_LIMITS.elevation) && within(zoom, CAMERA_LIMITS.zoom);
}

type Listener = (camera: Camera | null, by: object) => void;

/** The one eye of all scenes on the page: what turns one turns the others in the same frame, and is kept once the hand rests. `null` is the first view. */
export class SharedCamera {
  #present: Camera | null = null;
  readonly #listeners = new Set<Listener>();
  readonly #hand: Hand;

  /** @param keep takes the camera when it has come to rest */
  constructor(keep: (camera: Camera | null) => void, schedule?: Schedule) {
    this.#hand = new Hand(() => keep(this.#present), schedule);
  }

  /** A hand moved the eye in the scene `by`. */
  look(camera: Camera | null, by: object): void {
    this.#present = camera === null ? null : roundedCamera(camera);
    this.#hand.move();
    for (const listener of this.#listeners) listener(camera, by);
  }

  /** Calls `listener` at each move, also with the scene that made it, until the function that is returned is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
