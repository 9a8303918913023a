import type * as SceneModule from "../../scene/index.ts";
import { afterFrame, whenIdle } from "../internal/page-time.ts";

/** The page is given so long to come to rest before the scene begins. */
const LATEST_START_MS = 150;

/** The module that draws, once the page around it can be read and is at rest: to begin a scene is the longest thing that the page does. */
export async function loadScene(): Promise<typeof SceneModule> {
  await afterFrame();
  const module = await import("../../scene/index.ts");
  await whenIdle(LATEST_START_MS);
  return module;
}
