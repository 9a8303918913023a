/** The npm package `isosurface` on the values that Tauscape's surface has. Usage: node marching-cubes.js VALUES */
import { marchingCubes } from "isosurface";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { serve } from "./serve.js";

const file = readFileSync(process.argv[2]);
const numbers = new Float64Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const [outer, middle, inner] = numbers;
const values = numbers.subarray(3);

/** The package's first coordinate is its innermost loop. @param {number} x @param {number} y @param {number} z */
function potential(x, y, z) {
  return values[(z * middle + y) * inner + x];
}

const { version } = /** @type {{ version: string }} */ (createRequire(import.meta.url)("isosurface/package.json"));

await serve(version, {
  surface: {
    maxThreads: 1,
    run: () => ({ triangles: marchingCubes([inner, middle, outer], potential).cells.length }),
  },
});
