/** Why a scene cannot be drawn: the browser gives no WebGL 2, or its graphics driver could not build a program. */
export type SceneProblem = "webgl2-missing" | "program-failed";

const MESSAGES: Readonly<Record<SceneProblem, string>> = {
  "webgl2-missing": "This browser gives no WebGL 2 context; the scene needs one. Turn hardware acceleration on, or use a current browser.",
  "program-failed": "The graphics driver could not build a program of the scene. Update the driver or the browser, or use another one.",
};

/** The scene cannot be drawn here. The page shows what it can without it and says why, by `kind`. */
export class SceneUnavailableError extends Error {
  /** @param detail what the driver says, if anything */
  constructor(readonly kind: SceneProblem = "webgl2-missing", detail = "") {
    super(detail === "" ? MESSAGES[kind] : `${MESSAGES[kind]} ${detail}`);
    this.name = "SceneUnavailableError";
  }
}
