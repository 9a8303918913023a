import { DoubleSide, MeshLambertMaterial } from "three";

/** More lines than this on one sheet would be a texture, not a scale. */
export const MOST_CONTOURS = 24;

/** Values shared with the running shader: writing them shows at the next draw. */
export interface ContourUniforms {
  readonly contourLevels: { readonly value: Float32Array };
  readonly contourCount: { value: number };
}

/**
 * A matt, lit material that takes its colour from the vertices and draws thin lines where axis 2 passes a level. The lines are
 * found from screen-space derivatives, so they stay equally thin at every zoom; where the sheet lies flat they fade out.
 */
export function contourMaterial(): { readonly material: MeshLambertMaterial; readonly uniforms: ContourUniforms } {
  const uniforms: ContourUniforms = {
    contourLevels: { value: new Float32Array(MOST_CONTOURS) },
    contourCount: { value: 0 },
  };
  const material = new MeshLambertMaterial({ vertexColors: true, side: DoubleSide });
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader
      .replace("#include <common>", "#include <common>\nvarying vec3 vDisplay;")
      .replace("#include <begin_vertex>", "#include <begin_vertex>\nvDisplay = position;");
    shader.fragmentShader = shader.fragmentShader
      .replace("#include <common>", `#include <common>\n${DECLARATIONS}`)
      .replace("#include <color_fragment>", `#include <color_fragment>\n${DRAW_LINES}`);
  };
  return { material, uniforms };
}

const DECLARATIONS = /* glsl */ `
varying vec3 vDisplay;
uniform float contourLevels[${MOST_CONTOURS}];
uniform int contourCount;`;

/** Widths in device pixels. The ink is light where the sheet is dark, and dark where it is light. A slope of the sheet below 2 % of its run draws no line, from 8 % on it draws it whole. */
const DRAW_LINES = /* glsl */ `
float rise = length(vec2(dFdx(vDisplay.z), dFdy(vDisplay.z)));
float run = length(vec2(length(dFdx(vDisplay.xy)), length(dFdy(vDisplay.xy))));
float contour = 0.0;
for (int level = 0; level < ${MOST_CONTOURS}; level++) {
  if (level >= contourCount) break;
  float pixels = abs(vDisplay.z - contourLevels[level]) / max(rise, 1e-7);
  contour = max(contour, 1.0 - smoothstep(0.35, 1.15, pixels));
}
contour *= smoothstep(0.02, 0.08, rise / max(run, 1e-7));
float lightness = dot(diffuseColor.rgb, vec3(0.2126, 0.7152, 0.0722));
vec3 contourInk = mix(vec3(0.75), vec3(0.01), smoothstep(0.06, 0.14, lightness));
diffuseColor.rgb = mix(diffuseColor.rgb, contourInk, contour * 0.6);`;
