/** The scene cannot be drawn here. The page shows what it can without it and says why, by `kind`. */
export class SceneUnavailableError extends Error {
  readonly kind = "webgl2-missing";

  constructor() {
    super("This browser gives no WebGL 2 context; the scene needs one. Turn hardware acceleration on, or use a current browser.");
    this.name = "SceneUnavailableError";
  }
}
