import { defineConfig } from "vite";

/** The command, its worker and the library's rooms: ES modules for Node in dist/cli. Packages among the dependencies stay outside. */
export default defineConfig({
  publicDir: false,
  ssr: {
    target: "node",
    // Only needed to build the package, so it is not there where the package is installed.
    noExternal: ["assemblyscript"],
  },
  build: {
    ssr: true,
    outDir: "dist/cli",
    emptyOutDir: true,
    target: "node20",
    sourcemap: false,
    rolldownOptions: {
      preserveEntrySignatures: "strict",
      checks: { bundlerTimings: false },
      input: {
        tauscape: "src/cli/main.ts", "sweep-worker": "src/workers/node-sweep-worker.ts", "encode-worker": "src/workers/node-encode-worker.ts",
        ...Object.fromEntries(["index", "model", "sweep", "exporters", "node"].map((room) => [`library/${room}`, `src/library/${room}.ts`])),
      },
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
