/**
 * What the scalar kernels use of AssemblyScript beyond `assemblyscript/std/portable`, for the TypeScript compiler.
 * In WASM a StaticArray is a pointer to its first element; in the JS engine it is a typed array. asc compiles with
 * `--uncheckedBehavior always`, so that an index is a bare load in both.
 */
interface StaticArray<T extends number> {
  readonly length: number;
  [index: number]: T;
}
