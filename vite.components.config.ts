import { defineConfig } from "vite";

const SHARED = { comments: { legal: false } } as const;

/**
 * `tauscape/components`: modules that any page can import from a plain folder, without a bundler. Workers, kernels and chunks are found
 * beside the module that asks for them.
 */
export default defineConfig({
  base: "./",
  publicDir: false,
  worker: { format: "es", rolldownOptions: { output: SHARED, checks: { bundlerTimings: false } } },
  build: {
    outDir: "dist/components",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    license: { fileName: "licenses.md" },
    modulePreload: false,
    rolldownOptions: {
      input: { region: "src/components/region/index.ts" },
      preserveEntrySignatures: "strict",
      checks: { bundlerTimings: false },
      output: {
        ...SHARED,
        entryFileNames: "[name].js",
        codeSplitting: { groups: [{ name: "three", test: /node_modules[\\/]three[\\/]/ }] },
      },
    },
  },
});
