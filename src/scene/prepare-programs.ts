import type { Camera, Object3D, Scene, WebGLRenderer } from "three";
import { nextTask } from "../sweep/next-task.ts";

/** What three keeps of a program; its types leave open what kind of object it is. */
interface BuiltProgram {
  getUniforms(): unknown;
}

/**
 * Has the graphics driver build what a scene is drawn with, a part and then a program at a time: in one go, and on a processor that draws by itself, the page
 * would stand still for longer than a hand waits. The first draw then waits for nothing.
 * @param signal ends it early, without an error
 */
export async function preparePrograms(renderer: WebGLRenderer, scene: Scene, camera: Camera, parts: readonly Object3D[], signal: AbortSignal): Promise<void> {
  for (const part of parts) {
    await nextTask();
    if (signal.aborted) return;
    renderer.compile(part, camera, scene);
  }
  await renderer.compileAsync(scene, camera);
  for (const program of (renderer.info.programs ?? []) as readonly BuiltProgram[]) {
    await nextTask();
    if (signal.aborted) return;
    program.getUniforms();
  }
}
