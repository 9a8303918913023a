import { DoubleSide, MeshLambertMaterial } from "three";
import declareContours from "../shaders/declare-contours.glsl?raw";
import drawContours from "../shaders/draw-contours.glsl?raw";

/** More lines than this on one sheet would be a texture, not a scale. */
export const MOST_CONTOURS = 24;

/** Values shared with the running shader: writing them shows at the next draw. */
export interface ContourUniforms {
  readonly contourLevels: { readonly value: Float32Array };
  readonly contourCount: { value: number };
  /** Place in FLAG_STYLES. */
  readonly flagStyle: { value: number };
}

/**
 * A matt, lit material that takes its colour from the vertices and draws thin lines where axis 2 passes a level. The lines are
 * found from screen-space derivatives, so they stay equally thin at every zoom; where the sheet lies flat they fade out.
 */
export function contourMaterial(): { readonly material: MeshLambertMaterial; readonly uniforms: ContourUniforms } {
  const uniforms: ContourUniforms = {
    contourLevels: { value: new Float32Array(MOST_CONTOURS) },
    contourCount: { value: 0 },
    flagStyle: { value: 0 },
  };
  const material = new MeshLambertMaterial({ vertexColors: true, side: DoubleSide });
  material.defines = { MOST_CONTOURS };
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader
      .replace("#include <common>", "#include <common>\nattribute float flagged;\nvarying float vFlagged;\nvarying vec3 vDisplay;")
      .replace("#include <begin_vertex>", "#include <begin_vertex>\nvDisplay = position;\nvFlagged = flagged;");
    shader.fragmentShader = shader.fragmentShader
      .replace("#include <common>", `#include <common>\n${declareContours}`)
      .replace("#include <color_fragment>", `#include <color_fragment>\n${drawContours}`);
  };
  return { material, uniforms };
}
