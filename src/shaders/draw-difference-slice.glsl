// Full colours where the sign turns between the two, pale ones where it is the same.
bool isInA = vInA > 0.0;
bool isInB = vInB > 0.0;
diffuseColor.rgb = isInA ? (isInB ? bothTone : lostTone) : (isInB ? gainedTone : neitherTone);
