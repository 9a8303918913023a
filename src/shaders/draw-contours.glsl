// Widths in device pixels. The ink is light where the sheet is dark, and dark where it is light. A slope of the sheet below 2 % of
// its run draws no line, from 8 % on it draws it whole.
float rise = length(vec2(dFdx(vDisplay.z), dFdy(vDisplay.z)));
float run = length(vec2(length(dFdx(vDisplay.xy)), length(dFdy(vDisplay.xy))));
float contour = 0.0;
for (int level = 0; level < MOST_CONTOURS; level++) {
  if (level >= contourCount) break;
  float pixels = abs(vDisplay.z - contourLevels[level]) / max(rise, 1e-7);
  contour = max(contour, 1.0 - smoothstep(0.35, 1.15, pixels));
}
contour *= smoothstep(0.02, 0.08, rise / max(run, 1e-7));
float lightness = dot(diffuseColor.rgb, vec3(0.2126, 0.7152, 0.0722));
vec3 contourInk = mix(vec3(0.75), vec3(0.01), smoothstep(0.06, 0.14, lightness));
diffuseColor.rgb = mix(diffuseColor.rgb, contourInk, contour * 0.6);
// What the model calls impossible: left out, or every other stripe of ten device pixels.
if (flagStyle > 0 && vFlagged > 0.5 && (flagStyle == 2 || mod(gl_FragCoord.x + gl_FragCoord.y, 10.0) < 6.0)) discard;
