import { defineConfig } from "vite";
import { readCommit } from "./src/cli/read-commit.ts";

/** With these the page may share memory between workers; a static host must send them too. */
export const ISOLATION_HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** The pages: each HTML file to dist/page, runnable under any path, with no inline script. */
export default defineConfig(async () => ({
  base: "./",
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: ISOLATION_HEADERS },
  worker: { format: "es" as const },
  define: { "import.meta.env.TAUSCAPE_COMMIT": JSON.stringify(await readCommit(import.meta.dirname)) },
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    assetsInlineLimit: 0,
    // three in one piece; `npm run size` limits what matters, the bytes on the wire.
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ["index.html", "benchmark.html"],
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: [
            // Exporters come when a file is asked for, not with the first picture.
            { name: "three", test: /node_modules[\\/]three[\\/](?!examples[\\/]jsm[\\/](?:exporters|utils))/ },
            { name: "lit", test: /node_modules[\\/](?:lit|lit-html|lit-element|@lit)[\\/]/ },
          ],
        },
      },
    },
  },
}));
