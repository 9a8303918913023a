// A boundary, or a wall of its region, by what the other region is there: outside, the place was gained or lost with this boundary.
bool isInOther = vOther > 0.0;
if (clips && isInOther) discard;
diffuseColor.rgb = isInOther ? insideTone : outsideTone;
