varying vec3 vDisplay;
uniform float contourLevels[MOST_CONTOURS];
uniform int contourCount;
varying float vFlagged;
uniform int flagStyle;
