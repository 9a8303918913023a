import { defineConfig } from "vite";

/** Tauscape's part of the comparison, an ES module for Node in build/peers; its workers are those of dist/cli. */
export default defineConfig({
  publicDir: false,
  ssr: { target: "node", noExternal: ["assemblyscript"] },
  build: {
    ssr: true,
    outDir: "build/peers",
    emptyOutDir: true,
    target: "node20",
    sourcemap: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: { tauscape: "bench/peers/tauscape.ts", "bare-worker": "bench/peers/bare-worker.ts", inputs: "bench/peers/inputs.ts" },
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
