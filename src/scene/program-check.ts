import type { WebGLRenderer } from "three";
import { SceneUnavailableError } from "./scene-unavailable-error.ts";

/** What three says of a program; its types leave open what kind of object it is. */
interface BuiltProgram {
  readonly id: number;
  readonly program: WebGLProgram;
}

/**
 * Looks whether the graphics driver could build what is drawn with. three does not ask while it draws, for the page would wait for the graphics process, once a
 * program; so each is asked after once, when the page has drawn and is at rest.
 */
export class ProgramCheck {
  /** By their numbers. */
  readonly #checked = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onFailure is called once, after which nothing is looked at any more */
  constructor(private readonly renderer: WebGLRenderer, private readonly onFailure: (error: SceneUnavailableError) => void) {}

  /** After a draw. */
  afterDraw(): void {
    const programs = this.renderer.info.programs ?? [];
    if (this.#timer !== undefined || programs.every(({ id }) => this.#checked.has(id))) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#look();
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    const context = this.renderer.getContext();
    for (const { id, program } of (this.renderer.info.programs ?? []) as readonly BuiltProgram[]) {
      if (this.#checked.has(id)) continue;
      const isBuilt: unknown = context.getProgramParameter(program, context.LINK_STATUS);
      // A lost context knows nothing of its programs; it comes back with new ones.
      if (context.isContextLost()) return;
      this.#checked.add(id);
      if (isBuilt === true) continue;
      this.onFailure(new SceneUnavailableError("program-failed", logOf(context, program)));
      return;
    }
  }
}

/** What the driver says of a program and its shaders. */
function logOf(context: WebGLRenderingContext | WebGL2RenderingContext, program: WebGLProgram): string {
  const shaders = context.getAttachedShaders(program) ?? [];
  return [context.getProgramInfoLog(program), ...shaders.map((shader) => context.getShaderInfoLog(shader))].filter((log) => log !== null && log !== "").join(" ").trim();
}
