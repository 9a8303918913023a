import { defineConfig } from "vite";

const SHARED = { comments: { legal: false } } as const;

/**
 * The library for browsers, in dist/library; Node's is built with the command. The worker is one file and the kernels are named by
 * `new URL(…, import.meta.url)`, so that other bundlers take them along.
 */
export default defineConfig({
  base: "./",
  publicDir: false,
  worker: { format: "es", rolldownOptions: { output: { ...SHARED, codeSplitting: false }, checks: { bundlerTimings: false } } },
  build: {
    outDir: "dist/library",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    assetsInlineLimit: 0,
    license: { fileName: "licenses.md" },
    modulePreload: false,
    rolldownOptions: {
      input: Object.fromEntries(["index", "model", "sweep", "exporters"].map((room) => [room, `src/library/${room}.ts`])),
      preserveEntrySignatures: "strict",
      checks: { bundlerTimings: false },
      output: { ...SHARED, entryFileNames: "[name].js" },
    },
  },
});
